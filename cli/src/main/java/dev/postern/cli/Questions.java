package dev.postern.cli;

import dev.postern.Awaiting;
import dev.postern.Printable;
import dev.postern.factor.FactorSelector;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks at the terminal what the user of the login does at a pause. Empty where the input has ended. */
final class Questions {

    private final Terminal terminal;
    private volatile boolean isAsking;

    Questions(Terminal terminal) {
        this.terminal = terminal;
        // Ctrl-C at a question ends the process; the shell is to go on with a line of its own.
        Runtime.getRuntime().addShutdownHook(new Thread(this::endLine));
    }

    Optional<Answer> ask(Awaiting awaiting, String resumeLine) {
        terminal.err().println(Printable.line("(to answer later: Ctrl-D, then " + resumeLine + ")"));
        return switch (awaiting) {
            case Awaiting.Challenge challenge
            when challenge.factors().isEmpty() ->
                yes("Does the user pass MFA on the page of "
                                + challenge.provider().id() + "?")
                        .map(passed -> passed
                                ? new Answer.Challenge(challenge.provider().id())
                                : new Answer.Fail());
            case Awaiting.Challenge challenge -> {
                var factor = choose("Which factor does the user take?", challenge.factors());
                yield factor.flatMap(name -> yes("Does the user pass " + name + "?")
                        .map(passed -> passed ? new Answer.Challenge(name) : new Answer.Fail()));
            }
            case Awaiting.Enrollment enrollment -> {
                var factor = choose("Which factor does the user enroll?", enrollment.factors());
                yield factor.flatMap(name -> yes("Does the user enroll " + name + "?")
                        .map(enrolled -> enrolled ? new Answer.Enroll(name) : new Answer.Fail()));
            }
            case Awaiting.Redirect redirect ->
                line("What does the browser come back with? (k=v&k=v, or empty) ")
                        .map(Answer.Redirect::new);
            case Awaiting.Prompt prompt -> form(prompt.promptId());
        };
    }

    private Optional<Answer> form(String promptId) {
        while (true) {
            var typed =
                    line("What does the user type into the form " + promptId + "? ({\"name\":\"value\"}, or empty) ");
            try {
                return typed.map(Answer::fields).map(Answer.Prompt::new);
            } catch (UsageException e) {
                terminal.err().println(e.getMessage());
            }
        }
    }

    private Optional<String> choose(String question, List<FactorSelector> factors) {
        if (factors.size() == 1) {
            return Optional.of(factors.getFirst().type().id());
        }
        terminal.err().println(question);
        for (var i = 0; i < factors.size(); i++) {
            terminal.err().println("  " + (i + 1) + ") " + factors.get(i).type().id());
        }
        while (true) {
            var typed = line("1 to " + factors.size() + " [1]: ");
            if (typed.isEmpty() || typed.get().isEmpty()) {
                return typed.map(nothing -> factors.getFirst().type().id());
            }
            for (var i = 0; i < factors.size(); i++) {
                var id = factors.get(i).type().id();
                if (typed.get().equals(String.valueOf(i + 1)) || typed.get().equals(id)) {
                    return Optional.of(id);
                }
            }
            terminal.err()
                    .println("Type a number from 1 to " + factors.size() + " or a name, or nothing for the first.");
        }
    }

    private Optional<Boolean> yes(String question) {
        while (true) {
            var typed = line(question + " [Y/n]: ");
            if (typed.isEmpty()) {
                return Optional.empty();
            }
            switch (typed.get().toLowerCase(Locale.ROOT)) {
                case "", "y", "yes" -> {
                    return Optional.of(true);
                }
                case "n", "no" -> {
                    return Optional.of(false);
                }
                default -> terminal.err().println("Type y or n, or nothing for yes.");
            }
        }
    }

    private Optional<String> line(String prompt) {
        terminal.err().print(prompt);
        terminal.err().flush();
        isAsking = true;
        try {
            var line = terminal.in().readLine();
            if (line == null) {
                endLine();
            }
            return Optional.ofNullable(line).map(String::strip);
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            isAsking = false;
        }
    }

    private void endLine() {
        if (isAsking) {
            terminal.err().println();
        }
    }
}
