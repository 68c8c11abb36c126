package dev.postern.cli;

import dev.postern.FlowResult;

/** What the process ends with. Scripts rely on the numbers. */
final class ExitCode {

    static final int COMPLETED = 0;
    static final int FAULT = 1;
    static final int USAGE = 2;
    static final int PAUSED = 10;
    static final int DENIED = 11;
    static final int FAILED = 12;

    private ExitCode() {}

    /** Whether an Action failed that nothing waited for. */
    private static boolean hasFailed(FlowResult.Completed completed) {
        return completed.executions().stream().anyMatch(execution -> execution.error() != null);
    }

    static int of(FlowResult result) {
        return switch (result) {
            case FlowResult.Completed completed -> hasFailed(completed) ? FAILED : COMPLETED;
            case FlowResult.Paused paused -> PAUSED;
            case FlowResult.Denied denied -> DENIED;
            case FlowResult.Failed failed -> FAILED;
        };
    }
}
