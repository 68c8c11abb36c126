package dev.postern.cli;

import dev.postern.ActionsRuntime;
import dev.postern.FlowResult;
import dev.postern.Printable;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.trigger.Trigger;
import java.util.Optional;
import java.util.Queue;

/**
 * Answers pauses for as long as there is an answer, and prints the result.
 *
 * @param given the answers of the command line, taken in order
 * @param questions for when they are used up, if somebody is there to answer
 * @param install what to type where a package is missing, if it is known where that is to be
 */
record PauseLoop(
        Terminal terminal,
        ResultPrinter printer,
        ResumeLine resumeLine,
        Queue<Answer> given,
        Optional<Questions> questions,
        Optional<InstallHint> install) {

    PauseLoop with(InstallHint hint) {
        return new PauseLoop(terminal, printer, resumeLine, given, questions, Optional.of(hint));
    }

    /** Goes on from this result, of which an earlier process has printed some executions; gives the exit code. */
    int run(ActionsRuntime runtime, Trigger trigger, FlowResult first, int printed) {
        var result = first;
        printer.skip(printed);
        printer.step(result);
        while (result instanceof FlowResult.Paused paused) {
            var answer = given.isEmpty() ? asked(paused) : Optional.of(given.remove());
            if (answer.isEmpty()) {
                break;
            }
            result = resume(runtime, paused, answer.get());
            printer.step(result);
        }
        printer.end(trigger, result);
        var ended = result;
        install.flatMap(hint -> hint.about(ended))
                .ifPresent(line -> terminal.err().println(Printable.line(line)));
        if (!given.isEmpty()) {
            var count = given.size();
            terminal.err()
                    .println("postern: " + (count == 1 ? "1 answer was" : count + " answers were") + " not needed");
        }
        return ExitCode.of(result);
    }

    private Optional<Answer> asked(FlowResult.Paused paused) {
        return questions.flatMap(somebody -> somebody.ask(
                paused.awaiting(), resumeLine.of(paused.resumeToken().value())));
    }

    private FlowResult resume(ActionsRuntime runtime, FlowResult.Paused paused, Answer answer) {
        var token = paused.resumeToken();
        var last = runtime.find(token).request();
        try {
            return runtime.resume(token, answer.resumption(paused.awaiting(), last, token.value()));
        } catch (ActionsException e) {
            if (e.code() != ErrorCode.RESUMPTION_MISMATCH) {
                throw e;
            }
            throw new UsageException("that answer does not fit, the user must "
                    + ResultPrinter.Text.describe(paused.awaiting()) + "; go on with: "
                    + resumeLine.of(token.value()));
        }
    }
}
