package dev.postern.sandbox;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The way from an execution to the functions of its host, be the host in this process or in another. */
interface HostLink {

    /** Calls a function that answers while the guest waits. */
    HostMessage call(String name, HostMessage argument) throws HostFunction.Refused;

    /** Begins a call; cancelling the future gives it up. */
    CompletableFuture<HostMessage> start(String name, HostMessage argument) throws HostFunction.Refused;

    /** Why a future that such a call gave has failed; null if it has not. */
    static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** To the functions of this process. */
    static HostLink to(HostFunctions functions) {
        return new HostLink() {
            @Override
            public HostMessage call(String name, HostMessage argument) throws HostFunction.Refused {
                var answer = switch (find(name)) {
                    case HostFunction.Direct direct -> direct.call(argument);
                    case HostFunction.Deferred deferred ->
                        throw new IllegalStateException(name + " answers later, and was called");
                };
                StackRoom.hasRun(name);
                return answer;
            }

            @Override
            public CompletableFuture<HostMessage> start(String name, HostMessage argument) throws HostFunction.Refused {
                var answer = switch (find(name)) {
                    case HostFunction.Direct direct -> CompletableFuture.completedFuture(direct.call(argument));
                    case HostFunction.Deferred deferred -> deferred.call(argument);
                };
                StackRoom.hasRun(name);
                return answer;
            }

            private HostFunction find(String name) throws HostFunction.Refused {
                if (!StackRoom.isLeftFor(name)) {
                    throw new HostFunction.Refused("RangeError", "", "Maximum call stack size exceeded");
                }
                return functions
                        .find(name)
                        .orElseThrow(() -> new IllegalStateException("no host function is named " + name));
            }
        };
    }
}
