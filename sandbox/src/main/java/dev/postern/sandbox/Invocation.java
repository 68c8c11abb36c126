package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of one exported function.
 *
 * <p>The bootstrap is trusted code: an expression that is a function of the sandbox's kit. It gives a function of the
 * parsed input, and that one gives {@code {args, finish}}: the arguments of the handler, and a function that answers
 * with the JSON to hand back once the handler's promise is fulfilled. It runs before the script, in the same context.
 *
 * @param owner whose code it is: no worker process serves two owners
 * @param bootstrap makes the handler's arguments
 * @param script the guest's module
 * @param handler name of the export to call
 * @param input one JSON value for the bootstrap
 * @param hostFunctions what the bootstrap and the platform may call
 * @param limits of this execution
 * @param fixedTime what the guest's clock shows all the time, or null for the time of day
 */
public record Invocation(
        String owner,
        Script bootstrap,
        Script script,
        String handler,
        String input,
        HostFunctions hostFunctions,
        Limits limits,
        @Nullable Instant fixedTime) {

    public Invocation {
        requireNonNull(owner, "owner");
        requireNonNull(bootstrap, "bootstrap");
        requireNonNull(script, "script");
        requireNonNull(handler, "handler");
        requireNonNull(input, "input");
        requireNonNull(limits, "limits");
        requireNonNull(hostFunctions, "hostFunctions");
    }

    /** Names the script and the handler only: the input may hold secrets. */
    @Override
    public String toString() {
        return script.name() + "#" + handler;
    }
}
