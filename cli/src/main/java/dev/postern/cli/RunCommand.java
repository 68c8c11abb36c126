package dev.postern.cli;

import dev.postern.ActionsRuntime;
import dev.postern.FlowResult;
import dev.postern.Printable;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.folder.DeclaredSecrets;
import dev.postern.folder.FolderAction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a flow from its start. */
@Command(
        name = "run",
        description = "Runs a flow: the Actions in order, with its pauses.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  postern run sample-actions/step-up-mfa --answer challenge:otp",
        })
@SuppressWarnings("NullAway.Init") // set by picocli
final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "FLOW",
            description = "The Actions: .js files in order, a folder of them in the order of their names, or a tenant's"
                    + " export: a folder or a .yaml file; or a .bundle file.")
    private List<Path> flow;

    @Option(
            names = "--event",
            paramLabel = "FILE",
            description = "The event as JSON; - for standard input. A folder's own event.json if not given.")
    private @Nullable Path event;

    @Option(
            names = "--trigger",
            paramLabel = "ID",
            description = "The trigger; if not given, that of a folder's postern.json, or post-login.")
    private @Nullable String trigger;

    @Mixin
    private RuntimeMixin runtime;

    @Mixin
    private AnswersMixin answers;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var source = new FlowSource(flow, terminal.environment());
        var secrets = source.declared()
                .map(runtime.secrets()::source)
                .orElseGet(() -> runtime.secrets().source(terminal.environment()));
        var read = source.flow(trigger);
        var declared = source.declared(read.trigger());
        var loop = answers.loop(terminal, resumeLine(declared)).with(source.installHint());
        var given = given(source);
        SecretsMixin.demand(declared, secrets);
        source.secrets().filter(file -> !runtime.secrets().areGiven()).ifPresent(this::sayThatItIsNotRead);
        source.exported(read).stream().filter(action -> !action.isDeployed()).forEach(this::sayThatItIsADraft);
        try (var made = runtime.runtime(terminal, secrets)
                .withEventWarnings(new WarningPrinter(terminal, given.source()))
                .build()) {
            return loop.run(made, read.trigger(), start(made, read, given), 0);
        }
    }

    /** A resume finds out who declares which secrets, and an export's values, where there are any. */
    private ResumeLine resumeLine(Map<String, DeclaredSecrets> declared) {
        var needsSecrets = declared.values().stream()
                .anyMatch(secrets -> FlowSource.isBundle(flow.getFirst())
                        ? !secrets.names().isEmpty()
                        : !secrets.values().values().isEmpty());
        return needsSecrets ? runtime.resumeLine().with("--secrets", flow.getFirst()) : runtime.resumeLine();
    }

    private void sayThatItIsADraft(FolderAction action) {
        terminal.err()
                .println(Printable.line("postern: '" + action.name()
                        + "' is a draft that is not deployed; the tenant may run an earlier text"));
    }

    private void sayThatItIsNotRead(Path secrets) {
        terminal.err()
                .println(Printable.line("postern: " + secrets + " is not read; give it with --secrets "
                        + ResumeLine.quoted(secrets.toString())));
    }

    private static FlowResult start(ActionsRuntime runtime, Flow flow, GivenEvent given) {
        try {
            return runtime.start(flow, Event.parse(given.json()));
        } catch (ActionsException e) {
            if (e.code() != ErrorCode.EVENT_INVALID) {
                throw e;
            }
            throw new UsageException(given.source() + ": " + e.getMessage());
        }
    }

    /** An event as JSON, and where it comes from. */
    private record GivenEvent(String source, String json) {}

    private GivenEvent given(FlowSource source) {
        if (event != null && event.toString().equals("-")) {
            return new GivenEvent("standard input", terminal.in().lines().collect(Collectors.joining("\n")));
        }
        var file = event == null
                ? source.event()
                        .orElseThrow(() -> new UsageException("the event is missing; give it with --event FILE"))
                : event;
        return new GivenEvent(file.toString(), FlowSource.text(file));
    }
}
