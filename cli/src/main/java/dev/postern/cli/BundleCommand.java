package dev.postern.cli;

import dev.postern.Printable;
import dev.postern.folder.ActionBundle;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one file of Actions and all they require. */
@Command(
        name = "bundle",
        description =
                "Writes Actions, their packages and bindings into one file. The same Actions give the same bytes.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Secrets are not in it; their names are, of an export.",
            "",
            "Example:",
            "  postern bundle my-tenant -o my-tenant.bundle",
            "  postern run my-tenant.bundle --event event.json",
        })
@SuppressWarnings("NullAway.Init") // set by picocli
final class BundleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "A folder of scripts, or a tenant's export.")
    private Path folder;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "Where to write it; the name ends with " + ActionBundle.ENDING + ".")
    private Path out;

    @Option(
            names = "--trigger",
            paramLabel = "ID",
            description = "The trigger of scripts; if not given, that of the folder's postern.json, or post-login. An"
                    + " export has its own.")
    private @Nullable String trigger;

    BundleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!out.toString().endsWith(ActionBundle.ENDING)) {
            throw new UsageException("the name of a bundle ends with " + ActionBundle.ENDING + ", unlike " + out);
        }
        var source = new FlowSource(List.of(folder), terminal.environment());
        if (source.export().isPresent() && trigger != null) {
            throw new UsageException("an export has its own triggers; --trigger is for scripts");
        }
        var bundle = source.export().map(ActionBundle::of).orElseGet(() -> ActionBundle.of(source.flow(trigger)));
        if (bundle.versions().isEmpty()) {
            throw new UsageException(folder + " binds no Action to any trigger");
        }
        bundle.write(out);
        terminal.out().println(Printable.line("wrote " + out + ", sha256 " + bundle.sha256()));
        return ExitCode.COMPLETED;
    }
}
