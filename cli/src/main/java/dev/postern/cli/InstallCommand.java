package dev.postern.cli;

import dev.postern.Printable;
import dev.postern.folder.TenantFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts the packages in place that Actions depend on. */
@Command(
        name = "install",
        description = "Installs the npm packages that Actions depend on, with your npm. No script of a package runs.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 all are installed, 12 npm has failed, 2 there is no npm, or a",
            "            dependency is none of a registry.",
            "",
            "Example:",
            "  postern install my-tenant",
        })
@SuppressWarnings("NullAway.Init") // set by picocli
final class InstallCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "DIR",
            description =
                    "A folder of scripts with a package.json, or a tenant's export, where each Action gets what it"
                            + " declares.")
    private Path folder;

    InstallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.exists(folder)) {
            throw new UsageException("there is no folder or file " + folder);
        }
        var wanted = wanted();
        if (wanted.isEmpty()) {
            terminal.out().println(Printable.line("nothing in " + folder + " depends on a package"));
            return ExitCode.COMPLETED;
        }
        var npm = Npm.find(terminal);
        wanted.forEach(one -> one.check(npm));
        for (var one : wanted) {
            if (!one.install(npm)) {
                terminal.err()
                        .println(Printable.line("postern: npm could not install what " + one.of() + " depends on"));
                return ExitCode.FAILED;
            }
            terminal.out().println(Printable.line(one.of() + ": " + String.join(", ", one.installed())));
        }
        return ExitCode.COMPLETED;
    }

    private List<InstalledPackages> wanted() {
        if (FlowSource.isExport(folder)) {
            return TenantFolder.read(folder, terminal.environment()).requirements().stream()
                    .map(InstalledPackages::of)
                    .toList();
        }
        if (!Files.exists(folder.resolve(InstalledPackages.PACKAGE_JSON))) {
            throw new UsageException(folder + " is no tenant's export and has no package.json; write one, such as"
                    + " {\"private\": true, \"dependencies\": {\"NAME\": \"VERSION\"}}");
        }
        return InstalledPackages.of(folder).stream().toList();
    }
}
