package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;

/**
 * A function of the host that trusted guest code may call by name. What it is given was written by the guest, so it may
 * be anything at all. Must be thread-safe.
 */
public sealed interface HostFunction {

    /**
     * Answers while the guest waits; for what takes microseconds. It runs on the guest's thread: a guest whose thread
     * has a lock that another's waits for is ended after a second.
     */
    @FunctionalInterface
    non-sealed interface Direct extends HostFunction {

        /**
         * Answers a call.
         *
         * @throws Refused to have the guest's call throw; any other exception is a fault of the host and ends the
         *     execution
         */
        HostMessage call(HostMessage argument) throws Refused;
    }

    /** Answers later, while the guest goes on and no thread waits. */
    @FunctionalInterface
    non-sealed interface Deferred extends HostFunction {

        /**
         * Begins a call. The future is completed with the answer, or with {@link Refused} to have the guest's promise
         * rejected; any other exception is a fault of the host and ends the execution. It is cancelled when the guest
         * gives the call up, or the execution ends.
         *
         * @throws Refused as a {@link Direct} function
         */
        CompletableFuture<HostMessage> call(HostMessage argument) throws Refused;
    }

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
