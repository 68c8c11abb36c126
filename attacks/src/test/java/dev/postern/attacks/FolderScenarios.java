package dev.postern.attacks;

import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Attacks on whoever uses the command line on a folder that they did not write. */
final class FolderScenarios {

    private static final String OUTSIDE = "outside-of-the-folder";
    private static final String EVENT = Trigger.POST_LOGIN.sampleEvent().toString();

    private FolderScenarios() {}

    static Ending untrusted(Attack attack, Arena arena) throws Exception {
        var home = Files.createTempDirectory("untrusted");
        try {
            var folder = write(home, attack.code());
            var run = command(home, "run", folder.resolve("action.js"), "--event", folder.resolve("event.json"));
            for (var other : List.of("check", "test", "bundle")) {
                command(home, other, folder);
            }
            if (Files.exists(home.resolve("executed"))) {
                throw new AssertionError("a program of the folder was executed");
            }
            return run;
        } finally {
            remove(home);
        }
    }

    /** A folder whose own files, links and settings lead to what is next to it. */
    private static Path write(Path home, String code) throws IOException {
        var executed = home.resolve("executed");
        var outside = Files.createDirectories(home.resolve("private"));
        Files.writeString(outside.resolve("index.js"), "module.exports = '" + OUTSIDE + "';");
        Files.writeString(outside.resolve("key.json"), "\"" + OUTSIDE + "\"");
        Files.writeString(outside.resolve("package.json"), "{\"name\": \"linked\", \"main\": \"index.js\"}");
        Files.writeString(home.resolve(".npmrc"), "//example/:_authToken=" + OUTSIDE);

        var folder = Files.createDirectories(home.resolve("folder"));
        var program = folder.resolve("program");
        Files.writeString(program, "#!/bin/sh\ntouch " + executed + "\n");
        if (!program.toFile().setExecutable(true)) {
            throw new IOException("cannot make a program");
        }
        var scripts = "{\"preinstall\": \"%1$s\", \"install\": \"%1$s\", \"prepare\": \"%1$s\", \"test\": \"%1$s\"}"
                .formatted(program);
        Files.writeString(
                folder.resolve("package.json"),
                "{\"name\": \"untrusted\", \"scripts\": " + scripts
                        + ", \"bin\": \"./program\", \"main\": \"../private\"}");
        Files.writeString(folder.resolve(".npmrc"), "script-shell=" + program + "\nignore-scripts=false\n");
        Files.writeString(folder.resolve("action.js"), code);
        Files.writeString(folder.resolve("event.json"), EVENT);
        Files.createSymbolicLink(folder.resolve("linked.js"), outside.resolve("index.js"));
        Files.createSymbolicLink(folder.resolve("linked.json"), outside.resolve("key.json"));
        var packages = Files.createDirectories(folder.resolve("node_modules"));
        Files.createSymbolicLink(packages.resolve("linked"), outside);
        var outward = Files.createDirectories(packages.resolve("outward"));
        Files.writeString(
                outward.resolve("package.json"), "{\"name\": \"outward\", \"main\": \"../../../private/index.js\"}");
        return folder;
    }

    private static Ending command(Path home, Object... args) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.postern.cli.Main"));
        for (var arg : args) {
            command.add(arg.toString());
        }
        if (args[0].equals("run")) {
            command.addAll(List.of(
                    "--no-input", "--json", "--state", home.resolve("state").toString()));
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
        builder.environment().put("HOME", home.toString());
        var output = home.resolve("output").toFile();
        var process = builder.redirectOutput(output).start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(args[0] + " does not end");
        }
        var printed = Files.readString(output.toPath(), StandardCharsets.UTF_8);
        if (printed.contains(OUTSIDE)) {
            throw new AssertionError(args[0] + " shows what is outside of the folder: " + printed);
        }
        return switch (process.exitValue()) {
            case 0 -> Ending.completed();
            case 10 -> new Ending("paused", printed);
            case 11 -> new Ending("denied", printed);
            case 12 -> new Ending("action_threw", printed);
            default -> new Ending("exit " + process.exitValue(), printed);
        };
    }

    private static void remove(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
