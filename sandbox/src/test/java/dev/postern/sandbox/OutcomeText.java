package dev.postern.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/** An outcome as the text of {@code expected.json}. */
final class OutcomeText {

    private OutcomeText() {}

    static String of(GuestOutcome outcome) {
        var console = outcome.console().stream()
                .map(line -> line.level() + ": " + line.message())
                .toList();
        return switch (outcome) {
            case GuestOutcome.Returned returned ->
                "{\n  \"outcome\": \"returned\",\n  \"emitted\": " + returned.json() + ",\n  \"console\": "
                        + list(console) + "\n}\n";
            case GuestOutcome.Threw threw -> threw(threw.error(), console);
            case GuestOutcome.LimitExceeded exceeded ->
                "{\n  \"outcome\": \"limit\",\n  \"limit\": \"" + exceeded.limit() + "\",\n  \"line\": "
                        + exceeded.line() + "\n}\n";
            case GuestOutcome.Cancelled cancelled -> "{\n  \"outcome\": \"cancelled\"\n}\n";
            case GuestOutcome.Died died -> "{\n  \"outcome\": \"died\"\n}\n";
            case GuestOutcome.Overloaded overloaded -> "{\n  \"outcome\": \"overloaded\"\n}\n";
        };
    }

    private static String threw(GuestError error, List<String> console) {
        return "{\n  \"outcome\": \"threw\",\n  \"kind\": \"" + error.kind() + "\",\n  \"name\": "
                + quoted(error.name())
                + ",\n  \"message\": " + quoted(error.message()) + ",\n  \"line\": " + error.line() + ",\n  \"stack\": "
                + list(error.stack().lines().map(String::strip).toList()) + ",\n  \"console\": " + list(console)
                + "\n}\n";
    }

    private static String list(List<String> texts) {
        return texts.isEmpty()
                ? "[]"
                : texts.stream().map(OutcomeText::quoted).collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) || c == '\u2028') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
