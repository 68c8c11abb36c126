package dev.postern.cli;

import dev.postern.Printable;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a folder with one Action, an event for it, and what comes out of the two. */
@Command(
        name = "action",
        description = "Makes a folder with an Action, an event to run it with, and what is expected of it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  postern new action post-login claims",
            "  postern run claims",
            "  postern test claims",
        })
@SuppressWarnings("NullAway.Init") // set by picocli
final class NewActionCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "TRIGGER", description = "Where it is to run, such as post-login.")
    private String triggerId;

    @Parameters(index = "1", paramLabel = "NAME", description = "Of the folder, and of the Action in it.")
    private String name;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "",
            description = "The folder to make it in; this one if not given.")
    private Path parent;

    NewActionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var trigger = FlowSource.trigger(triggerId);
        if (!NAME.matcher(name).matches()) {
            throw new UsageException(
                    "'" + name + "' is no name for an Action here: take 1 to 100 letters, digits, - and"
                            + " _, beginning with a letter or a digit; .js is added");
        }
        var folder = create(parent.resolve(name));
        GeneratedFile.write(folder.resolve("1-" + name + ".js"), code(trigger));
        GeneratedFile.write(folder.resolve("event.json"), trigger.sampleEvent().toPrettyString() + "\n");
        GeneratedFile.write(folder.resolve("answers.json"), "[]\n");
        if (trigger != Trigger.POST_LOGIN) {
            GeneratedFile.write(folder.resolve("postern.json"), "{\n  \"trigger\" : \"" + trigger.id() + "\"\n}\n");
        }
        var made = new FlowCase(folder);
        made.expect(made.run(null, quiet()));
        report(folder);
        return ExitCode.COMPLETED;
    }

    private static Path create(Path folder) {
        try {
            Files.createDirectories(folder.toAbsolutePath().resolveSibling("."));
            return Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(e.getFile() + " is there already; take another name, or --dir for another place");
        } catch (IOException e) {
            throw new UsageException("cannot make the folder " + folder);
        }
    }

    private void report(Path folder) {
        line("made " + folder + " with 1-" + name + ".js, event.json, answers.json and expected.json");
        var shown = ResumeLine.quoted(folder.toString());
        line("run it with:      postern run " + shown);
        line("test it with:     postern test " + shown);
        line("for your editor:  postern types "
                + (parent.toString().isEmpty() ? "." : ResumeLine.quoted(parent.toString())));
    }

    private void line(String text) {
        terminal.out().println(Printable.line(text));
    }

    /** For a run that nobody has asked for. */
    private Terminal quiet() {
        var nowhere = new PrintWriter(Writer.nullWriter());
        return new Terminal(terminal.in(), nowhere, nowhere, terminal.environment(), false);
    }

    private static String code(Trigger trigger) {
        try (var in = NewActionCommand.class.getResourceAsStream("actions/" + trigger.id() + ".js")) {
            if (in == null) {
                throw new IllegalStateException("no Action to start from is in the jar for " + trigger.id());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
