package dev.postern.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how pauses are answered and how results are printed. */
@SuppressWarnings("NullAway.Init") // set by picocli
final class AnswersMixin {

    @Option(
            names = "--answer",
            paramLabel = "A",
            description = "What the user does at the next pause: " + Answer.FORMS + ". Repeatable, used in order.")
    private List<String> answers = new ArrayList<>();

    @Option(names = "--no-input", description = "Ask nothing: at a pause without an answer print the resume token.")
    private boolean noInput;

    @Option(
            names = "--json",
            description =
                    "Print the result as one JSON document. Where there is no result (exit code 1 or 2) print nothing"
                            + " on standard output, and what is wrong on standard error.")
    private boolean json;

    /** What answers the pauses; the answers are read now, before anything runs. */
    PauseLoop loop(Terminal terminal, ResumeLine resumeLine) {
        var given = new ArrayDeque<>(answers.stream().map(Answer::parse).toList());
        ResultPrinter printer = json ? new ResultPrinter.Json(terminal) : new ResultPrinter.Text(terminal, resumeLine);
        var questions = noInput || !terminal.isInteractive()
                ? Optional.<Questions>empty()
                : Optional.of(new Questions(terminal));
        return new PauseLoop(terminal, printer, resumeLine, given, questions, Optional.empty());
    }
}
