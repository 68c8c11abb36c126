package dev.postern.cli;

import dev.postern.Printable;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The user's npm. Nothing of an Action is an argument to it: what to install it reads from package.json.
 *
 * @param program the file to start
 * @param terminal where what it says is shown
 */
record Npm(Path program, Terminal terminal) {

    /** No code of a package runs while it is installed, and nothing comes from elsewhere than a registry. */
    private static final List<String> OPTIONS = List.of(
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--omit=dev",
            "--location=project",
            "--package-lock",
            "--allow-git=none",
            "--allow-remote=none",
            "--allow-file=none",
            "--allow-directory=none");

    /** The one on the PATH. */
    static Npm find(Terminal terminal) {
        for (var folder : terminal.environment().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            var program = Path.of(folder).resolve("npm");
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                return new Npm(program.toAbsolutePath(), terminal);
            }
        }
        throw new UsageException("npm is not on the PATH; it comes with Node.js, which packages are installed with");
    }

    /** Whether this is the address of the registry that it is set to. */
    boolean isRegistry(String address) {
        var answer = new StringBuilder();
        return start(Path.of("."), List.of("config", "get", "registry"), answer::append)
                && withoutSlash(answer.toString()).equals(withoutSlash(address));
    }

    private static String withoutSlash(String address) {
        return address.strip().replaceFirst("/+$", "");
    }

    /** Has it install what the package.json of the folder says; whether it could. */
    boolean run(Path folder, String command) {
        var home = folder.toAbsolutePath();
        var arguments = new ArrayList<>(List.of(command, "--prefix", home.toString()));
        arguments.addAll(OPTIONS);
        return start(home, arguments, line -> terminal.err().println(Printable.line("npm: " + line)));
    }

    private boolean start(Path folder, List<String> arguments, Consumer<String> lines) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            try (var out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                out.lines().filter(line -> !line.isBlank()).forEach(lines);
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new UsageException("cannot start " + program + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
