package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

/** A function of the host that trusted guest code may call by name, through its kit. Must be thread-safe. */
@FunctionalInterface
public interface HostFunction {

    /**
     * Answers a call.
     *
     * @param json the argument, one JSON value; written by the guest, so anything at all
     * @return one JSON value
     * @throws Refused to have the guest's call throw an {@code Error} of this message
     */
    String call(String json) throws Refused;

    /** The answer to a call that cannot be served. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String name;
        private final String code;

        /** A refusal with a message that the guest may read: no path, class name or secret of the host. */
        public Refused(String message) {
            this("Error", "", message);
        }

        /**
         * A refusal that the guest sees as an error of this class, such as {@code TypeError}, and with this {@code code}
         * member, if it is not empty.
         */
        public Refused(String name, String code, String message) {
            super(requireNonNull(message, "message"), null, false, false);
            this.name = requireNonNull(name, "name");
            this.code = requireNonNull(code, "code");
        }

        /** The class of the error, one of the language's own. */
        public String name() {
            return name;
        }

        /** The error's {@code code}; empty for none. */
        public String code() {
            return code;
        }
    }
}
