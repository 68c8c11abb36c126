package dev.postern;

import static java.util.Objects.requireNonNull;

import dev.postern.api.Denial;
import dev.postern.api.Effects;
import dev.postern.error.ActionError;
import dev.postern.snapshot.ResumeToken;
import java.time.Instant;
import java.util.List;

/**
 * How far a flow has come. {@link Paused} is followed by another result once it is resumed; the others are the end. Only
 * {@link Completed} lets the user in, and it is only given when nothing is left to demand of the user.
 */
public sealed interface FlowResult {

    /** The transaction: the same from the start through all pauses. */
    String transactionId();

    /** All executions since the flow began, also those before a pause. */
    List<Execution> executions();

    /** Every Action ran and the user did what was asked: apply the effects and let the user in. */
    record Completed(Effects effects, String transactionId, List<Execution> executions) implements FlowResult {
        public Completed {
            requireNonNull(effects, "effects");
            executions = List.copyOf(executions);
        }
    }

    /**
     * What the user wants is refused.
     *
     * @param denial why
     * @param effects the metadata that a denied login keeps, and what was revoked (semantics 13 and 18)
     */
    record Denied(Denial denial, Effects effects, String transactionId, List<Execution> executions)
            implements FlowResult {
        public Denied {
            requireNonNull(denial, "denial");
            requireNonNull(effects, "effects");
            executions = List.copyOf(executions);
        }
    }

    /**
     * The user has something to do. The flow is kept as a snapshot; nothing is held in memory.
     *
     * @param awaiting what to do
     * @param resumeToken goes on with the flow, once
     * @param expiresAt when the flow is lost
     * @param effects what is known so far: metadata must be written before a browser is sent away (semantics 55)
     */
    record Paused(
            Awaiting awaiting,
            ResumeToken resumeToken,
            Instant expiresAt,
            Effects effects,
            String transactionId,
            List<Execution> executions)
            implements FlowResult {
        public Paused {
            requireNonNull(awaiting, "awaiting");
            requireNonNull(resumeToken, "resumeToken");
            requireNonNull(expiresAt, "expiresAt");
            requireNonNull(effects, "effects");
            executions = List.copyOf(executions);
        }
    }

    /** An Action failed; all it and those before it asked for is discarded. The login is refused. */
    record Failed(ActionError error, String transactionId, List<Execution> executions) implements FlowResult {
        public Failed {
            requireNonNull(error, "error");
            executions = List.copyOf(executions);
        }
    }
}
