package dev.postern.cli;

import dev.postern.Awaiting;
import dev.postern.Execution;
import dev.postern.FlowDocument;
import dev.postern.FlowResult;
import dev.postern.Printable;
import dev.postern.api.Denial;
import dev.postern.api.Effects;
import dev.postern.error.ActionError;
import dev.postern.factor.FactorSelector;
import dev.postern.trigger.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows how a flow goes: each step as it is reached, then the end. */
sealed interface ResultPrinter {

    /** Leaves out as many executions as an earlier process has shown. */
    void skip(int executions);

    /** A result that may be followed by another. */
    void step(FlowResult result);

    /** The last result. */
    void end(Trigger trigger, FlowResult result);

    /** One document, at the end. */
    record Json(Terminal terminal) implements ResultPrinter {
        @Override
        public void skip(int executions) {} // the document lists all of them

        @Override
        public void step(FlowResult result) {}

        @Override
        public void end(Trigger trigger, FlowResult result) {
            var document = FlowDocument.of(trigger, result).toPrettyString();
            terminal.out().println(Printable.lines(document));
        }
    }

    /** Lines for a person. */
    final class Text implements ResultPrinter {
        private final Terminal terminal;
        private final ResumeLine resumeLine;
        private int printed;

        Text(Terminal terminal, ResumeLine resumeLine) {
            this.terminal = terminal;
            this.resumeLine = resumeLine;
        }

        @Override
        public void skip(int executions) {
            printed = executions;
        }

        @Override
        public void step(FlowResult result) {
            var executions = result.executions();
            executions
                    .subList(Math.min(printed, executions.size()), executions.size())
                    .forEach(this::print);
            printed = executions.size();
            if (result instanceof FlowResult.Paused paused) {
                line("paused: the user must " + describe(paused.awaiting()));
            }
        }

        @Override
        public void end(Trigger trigger, FlowResult result) {
            switch (result) {
                case FlowResult.Completed completed -> {
                    completed.executions().forEach(this::printError);
                    line("completed");
                    print(completed.effects());
                }
                case FlowResult.Denied denied -> {
                    print(denied.denial());
                    print(denied.effects());
                }
                case FlowResult.Paused paused -> {
                    line("resume with: " + resumeLine.of(paused.resumeToken().value()));
                    line("before:      " + paused.expiresAt());
                }
                case FlowResult.Failed failed -> print(failed.error());
            }
        }

        /** What the user must do, to follow "must". */
        static String describe(Awaiting awaiting) {
            var last = awaiting.isFinal() ? ", and no Action runs after it" : "";
            return switch (awaiting) {
                case Awaiting.Challenge challenge
                when challenge.factors().isEmpty() ->
                    "pass MFA on the page of " + challenge.provider().id() + last;
                case Awaiting.Challenge challenge -> "pass " + factors(challenge.factors()) + last;
                case Awaiting.Enrollment enrollment -> "enroll " + factors(enrollment.factors()) + last;
                case Awaiting.Redirect redirect -> "visit " + redirect.url();
                case Awaiting.Prompt prompt -> "fill in the form " + prompt.promptId();
            };
        }

        private static String factors(List<FactorSelector> factors) {
            return factors.stream().map(selector -> selector.type().id()).collect(Collectors.joining(" or "));
        }

        private void print(Execution execution) {
            line(String.format(
                    Locale.ROOT,
                    "%s  %s  %s  %.1f ms",
                    execution.action(),
                    execution.handler(),
                    execution.outcome().id(),
                    execution.durationMs()));
            for (var command : execution.commands()) {
                var args = command.args().toString();
                line("    api." + command.method() + "(" + args.substring(1, args.length() - 1) + ")");
            }
            execution.warnings().forEach(warning -> line("    warning: " + warning));
        }

        private void print(Effects effects) {
            var shown = FlowDocument.effects(effects);
            shown.remove("provenance"); // the line of each command says it
            for (var effect : shown.properties()) {
                if (!effect.getValue().isEmpty() || effect.getValue().isTextual()) {
                    line("    " + effect.getKey() + ": " + effect.getValue());
                }
            }
        }

        private void print(Denial denial) {
            line("denied: " + denial.code() + (denial.reason().isEmpty() ? "" : ": " + denial.reason()));
            if (denial.userMessage() != null) {
                line("    the user is told: " + denial.userMessage());
            }
        }

        /** Why an Action failed that nothing waited for. */
        private void printError(Execution execution) {
            if (execution.error() != null) {
                print(execution.error());
            }
        }

        private void print(ActionError error) {
            var place = error.line() > 0 ? error.action() + ":" + error.line() : error.action();
            line("failed: " + error.code().id() + (place.isEmpty() ? "" : " in " + place));
            var message = (error.name() + ": " + error.message()).lines().toList();
            line("    " + message.getFirst());
            message.stream().skip(1).forEach(more -> line("        " + more)); // deeper than any line of ours
            error.stack().lines().forEach(this::line);
        }

        private void line(String text) {
            terminal.out().println(Printable.line(text));
        }
    }
}
