package dev.postern.attacks;

import static java.util.Objects.requireNonNull;

import dev.postern.FlowResult;
import dev.postern.error.ActionError;
import dev.postern.error.ActionsException;
import java.util.regex.Pattern;

/**
 * How an attack ended.
 *
 * @param id {@code completed}, {@code denied}, {@code paused} or the id of an error code
 * @param detail for whoever reads that it was not as expected
 */
record Ending(String id, String detail) {

    /** What no text that an Action or its author gets may hold. */
    static final Pattern OF_THE_HOST = Pattern.compile(
            "java\\.|javax|com\\.oracle|org\\.graalvm|truffle|dev\\.postern|\\.java:|\\.jar\\b|/root|/home|/tmp|/work");

    private static final int MAX_MESSAGE = 4200;

    Ending {
        requireNonNull(id, "id");
        requireNonNull(detail, "detail");
    }

    static Ending completed() {
        return new Ending("completed", "");
    }

    static Ending of(FlowResult result) {
        return switch (result) {
            case FlowResult.Completed done -> completed();
            case FlowResult.Denied denied ->
                new Ending("denied", denied.denial().toString());
            case FlowResult.Paused paused ->
                new Ending("paused", paused.awaiting().toString());
            case FlowResult.Failed failed -> of(failed.error());
        };
    }

    static Ending of(ActionsException refused) {
        return new Ending(refused.code().id(), String.valueOf(refused.getMessage()));
    }

    private static Ending of(ActionError error) {
        var text = error.name() + ": " + error.message() + "\n" + error.stack();
        if (OF_THE_HOST.matcher(text).find()) {
            throw new AssertionError("shows something of the host: " + text);
        }
        if (error.message().length() > MAX_MESSAGE || error.stack().length() > 2 * MAX_MESSAGE) {
            throw new AssertionError("the error is too long: " + error.message().length());
        }
        if (error.stack().lines().anyMatch(frame -> !frame.contains(Logins.FILE + ":"))) {
            throw new AssertionError("has a frame that is not the Action's own: " + error.stack());
        }
        return new Ending(error.code().id(), text);
    }
}
