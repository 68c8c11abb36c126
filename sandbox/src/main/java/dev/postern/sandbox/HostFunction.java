package dev.postern.sandbox;

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

    /** The answer to a call that cannot be served. Any other exception is a fault of the host and ends the execution. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        /** A refusal with a message that the guest may read: no path, class name or secret of the host. */
        public Refused(String message) {
            super(message, null, false, false);
        }
    }
}
