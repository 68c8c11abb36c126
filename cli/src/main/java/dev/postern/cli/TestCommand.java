package dev.postern.cli;

import dev.postern.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs folders of Actions and compares what comes out with what is expected. */
@Command(
        name = "test",
        description = "Runs a folder's flow with its answers.json and compares the result with its expected.json.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 all as expected, 12 not as expected, 2 wrong usage or",
            "            unreadable input.",
            "Times are those of a login at " + FlowCase.NOW + "; secrets are those of",
            "a folder's secrets.json.",
            "",
            "Example:",
            "  postern test sample-actions",
        })
@SuppressWarnings("NullAway.Init") // set by picocli
final class TestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "1..*",
            paramLabel = "DIR",
            description = "A folder with Actions and an event.json, or one that holds such folders.")
    private List<Path> folders;

    @Option(
            names = "--trigger",
            paramLabel = "ID",
            description = "The trigger; if not given, that of a folder's postern.json, or post-login.")
    private @Nullable String trigger;

    @Option(names = "--update", description = "Write expected.json anew. Read it: it is what will be tested.")
    private boolean update;

    TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var cases =
                folders.stream().flatMap(folder -> FlowCase.in(folder).stream()).toList();
        var failures = 0;
        for (var one : cases) {
            if (!isAsExpected(one)) {
                failures++;
            }
        }
        if (failures > 0) {
            line(failures + " of " + cases.size() + " not as expected; if it is right now, --update writes it down");
        }
        return failures == 0 ? ExitCode.COMPLETED : ExitCode.FAILED;
    }

    private boolean isAsExpected(FlowCase one) {
        var actual = one.run(trigger, terminal);
        var expected = one.expected();
        if (update) {
            var isSame = expected.isPresent() && expected.get().equals(actual);
            if (!isSame) {
                one.expect(actual);
            }
            line((isSame ? "ok    " : "wrote ") + one.folder());
            return true;
        }
        var difference = JsonDifference.of(
                expected.orElseThrow(
                        () -> new UsageException(one.folder() + " has no expected.json; --update writes it")),
                actual);
        line((difference.isEmpty() ? "ok    " : "FAIL  ") + one.folder());
        difference.forEach(place -> line("      " + place));
        return difference.isEmpty();
    }

    private void line(String text) {
        terminal.out().println(Printable.line(text));
    }
}
