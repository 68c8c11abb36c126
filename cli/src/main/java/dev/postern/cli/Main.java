package dev.postern.cli;

import dev.postern.Printable;
import dev.postern.error.ActionsException;
import dev.postern.folder.FolderException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code postern} command. */
@Command(
        name = "postern",
        description = "Runs Auth0-compatible Actions: a whole flow, with its pauses for MFA and redirects.",
        mixinStandardHelpOptions = true,
        version = "postern 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 completed, 10 paused, 11 denied, 12 failed by an Action or a",
            "            limit, not as a test expects, or not able to run (check),",
            "            2 wrong usage or unreadable input, 1 a fault of postern."
        })
public final class Main implements Runnable {

    private static final List<String> COMMANDS =
            List.of("run", "resume", "check", "test", "new", "types", "install", "bundle");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    /** Runs the command line and ends the process. */
    public static void main(String[] args) {
        var terminal = Terminal.of(
                System.in,
                writer(new FileOutputStream(FileDescriptor.out)),
                writer(new FileOutputStream(FileDescriptor.err)),
                System.getenv(),
                Boolean.getBoolean("postern.interactive")); // the launcher knows; Java cannot tell
        System.exit(run(args, terminal));
    }

    /** Runs the command line and gives the exit code. */
    static int run(String[] args, Terminal terminal) {
        var line = commands(args, terminal)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpAutoWidth(false)
                .setParameterExceptionHandler((e, given) -> usage(e, terminal))
                .setExecutionExceptionHandler((e, command, parsed) -> fault(e, terminal));
        var code = line.execute(args);
        terminal.err().flush();
        if (terminal.out().checkError()) {
            terminal.err().println("postern: the result could not be written to standard output");
            terminal.err().flush();
            return ExitCode.FAULT;
        }
        return code;
    }

    /** All commands; or the named one alone, for each costs a short process some time. */
    private static CommandLine commands(String[] args, Terminal terminal) {
        var line = new CommandLine(new Main());
        var named = args.length > 0 && COMMANDS.contains(args[0]) ? List.of(args[0]) : COMMANDS;
        named.forEach(name -> line.addSubcommand(name, command(name, terminal)));
        return line;
    }

    private static Object command(String name, Terminal terminal) {
        return switch (name) {
            case "run" -> new RunCommand(terminal);
            case "resume" -> new ResumeCommand(terminal);
            case "check" -> new CheckCommand(terminal);
            case "test" -> new TestCommand(terminal);
            case "new" -> new CommandLine(new NewCommand()).addSubcommand(new NewActionCommand(terminal));
            case "types" -> new TypesCommand(terminal);
            case "install" -> new InstallCommand(terminal);
            case "bundle" -> new BundleCommand(terminal);
            default -> throw new IllegalStateException("no command is made for " + name);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "a command is missing; there are " + String.join(", ", COMMANDS));
    }

    private static int usage(ParameterException e, Terminal terminal) {
        terminal.err().println("postern: " + Printable.line(message(e)));
        if (e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            UnmatchedArgumentException.printSuggestions(e, terminal.err());
        }
        terminal.err().println("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** What picocli says; but of arguments it cannot place, it would show all, and one may be a secret. */
    private static String message(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(e.getMessage());
        }
        var first = unmatched.getUnmatched().getFirst();
        if (unmatched.isUnknownOption()) {
            return "no option is named '" + first.replaceFirst("(?s)=.*", "") + "'";
        }
        var commands = e.getCommandLine().getSubcommands().keySet();
        return commands.isEmpty()
                ? "'" + first + "' is an argument too many"
                : "no command is named '" + first + "'; there are " + String.join(", ", commands);
    }

    private static int fault(Exception e, Terminal terminal) {
        if (e instanceof UsageException || e instanceof ActionsException || e instanceof FolderException) {
            terminal.err().println("postern: " + Printable.line(String.valueOf(e.getMessage())));
            return ExitCode.USAGE;
        }
        terminal.err().println("postern: this is a fault of postern, please report it");
        var trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        terminal.err().println(Printable.lines(trace.toString()));
        return ExitCode.FAULT;
    }

    private static PrintWriter writer(OutputStream out) {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }
}
