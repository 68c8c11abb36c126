package dev.postern.cli;

import dev.postern.Printable;
import dev.postern.cli.types.SecretNames;
import dev.postern.cli.types.TypeDeclarations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes TypeScript declarations, by which editors know what an Action may use. */
@Command(
        name = "types",
        description = "Writes postern.d.ts, by which editors complete and check event and api in JavaScript Actions.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "In an Action, before its handler:",
            "  /** @type {Postern.OnExecutePostLogin} */",
            "",
            "Example:",
            "  postern types my-actions --secrets my-actions/secrets.json",
            "  tsc -p my-actions/jsconfig.json",
        })
@SuppressWarnings("NullAway.Init") // set by picocli
final class TypesCommand implements Callable<Integer> {

    private static final String MADE_BY = "postern types";
    private static final String DECLARATIONS = "postern.d.ts";
    private static final String CONFIGURATION = "jsconfig.json";

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder of the Actions; this one if not given. It gets a jsconfig.json as well.")
    private Path folder;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write instead: another folder, or a .d.ts file, which a jsconfig.json of your own"
                    + " must include.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace files that were changed since, or are not of postern.")
    private boolean force;

    @Mixin
    private SecretsMixin secrets;

    TypesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var target = out == null ? folder : out;
        var text = TypeDeclarations.of(secretNames());
        if (target.toString().endsWith(".ts")) {
            declare(target, text);
            return ExitCode.COMPLETED;
        }
        if (!Files.isDirectory(target)) {
            throw new UsageException(
                    "there is no folder " + target + "; give one, or a file whose name ends with .d.ts");
        }
        declare(target.resolve(DECLARATIONS), text);
        configure(target.resolve(CONFIGURATION));
        return ExitCode.COMPLETED;
    }

    /** The secrets that Actions of the folder may use. */
    private SecretNames secretNames() {
        return secrets.names();
    }

    private void declare(Path file, String text) {
        new GeneratedFile(file).write(MADE_BY, text, force);
        written(file);
    }

    /** One that is there already may say other things on purpose. */
    private void configure(Path file) {
        var text = TypeDeclarations.configuration();
        if (!Files.exists(file) || force) {
            GeneratedFile.write(file, text);
            written(file);
        } else if (!FlowSource.text(file).replace("\r\n", "\n").equals(text)) {
            terminal.err()
                    .println(Printable.line("postern: " + file + " is yours and stays as it is; --force replaces it"));
        }
    }

    private void written(Path file) {
        terminal.out().println(Printable.line("wrote " + file));
    }
}
