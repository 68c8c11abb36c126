package dev.postern.cli;

import dev.postern.ActionsRuntime;
import dev.postern.FlowResult;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.trigger.Trigger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import picocli.CommandLine.Option;

/** The options that say how pauses are answered and how results are printed; and the loop that does both. */
@SuppressWarnings("NullAway.Init") // set by picocli
final class AnswersMixin {

    @Option(
            names = "--answer",
            paramLabel = "A",
            description = "What the user does at the next pause: " + Answer.FORMS + ". Repeatable, used in order.")
    private List<String> answers = new ArrayList<>();

    @Option(names = "--no-input", description = "Ask nothing: at a pause without an answer print the resume token.")
    private boolean noInput;

    @Option(names = "--json", description = "Print the result as one JSON document.")
    private boolean json;

    /** The answers, read before anything runs. */
    Queue<Answer> answers() {
        return new ArrayDeque<>(answers.stream().map(Answer::parse).toList());
    }

    ResultPrinter printer(Terminal terminal, String stateOption) {
        return json ? new ResultPrinter.Json(terminal) : new ResultPrinter.Text(terminal, stateOption);
    }

    /** Answers pauses for as long as there is an answer, prints the result and gives the exit code. */
    int finish(
            ActionsRuntime runtime,
            Trigger trigger,
            FlowResult first,
            Queue<Answer> given,
            ResultPrinter printer,
            Terminal terminal) {
        var result = first;
        printer.step(result);
        while (result instanceof FlowResult.Paused paused) {
            var answer = given.isEmpty() ? asked(paused, terminal) : Optional.of(given.remove());
            if (answer.isEmpty()) {
                break;
            }
            result = resume(runtime, paused, answer.get());
            printer.step(result);
        }
        printer.end(trigger, result);
        if (!given.isEmpty()) {
            terminal.err().println("postern: " + given.size() + " of the answers were not needed");
        }
        return ExitCode.of(result);
    }

    private static FlowResult resume(ActionsRuntime runtime, FlowResult.Paused paused, Answer answer) {
        var token = paused.resumeToken();
        var last = runtime.find(token).request();
        try {
            return runtime.resume(token, answer.resumption(paused.awaiting(), last, token.value()));
        } catch (ActionsException e) {
            if (e.code() != ErrorCode.RESUMPTION_MISMATCH) {
                throw e;
            }
            throw new UsageException("that answer does not fit, the user must "
                    + ResultPrinter.Text.describe(paused.awaiting()) + "; go on with: postern resume " + token.value()
                    + " --answer …");
        }
    }

    private Optional<Answer> asked(FlowResult.Paused paused, Terminal terminal) {
        return noInput || !terminal.isInteractive()
                ? Optional.empty()
                : new Questions(terminal)
                        .ask(paused.awaiting(), paused.resumeToken().value());
    }
}
