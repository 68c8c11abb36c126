package dev.postern.cli;

import dev.postern.snapshot.ResumeToken;
import dev.postern.tenant.TenantId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Goes on with a paused flow. */
@Command(
        name = "resume",
        description = "Goes on with a paused flow, in this or any later process. A token works once.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  postern resume TOKEN --answer challenge:otp",
        })
@SuppressWarnings("NullAway.Init") // set by picocli
final class ResumeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "TOKEN", description = "The resume token that the pause has printed.")
    private String token;

    @Mixin
    private RuntimeMixin runtime;

    @Mixin
    private AnswersMixin answers;

    ResumeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var secrets = runtime.secrets().source(terminal.environment());
        var loop = answers.loop(terminal, runtime.resumeLine());
        try (var made = runtime.runtime(terminal, secrets).build()) {
            var paused = made.find(ResumeToken.of(TenantId.of(FlowSource.TENANT), token));
            var result = paused.result();
            return loop.run(made, paused.trigger(), result, result.executions().size());
        }
    }
}
