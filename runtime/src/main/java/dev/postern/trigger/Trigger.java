package dev.postern.trigger;

import dev.postern.sandbox.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A point in a login where Actions run: its handlers, and the script that makes its api object. */
public enum Trigger {
    /** After authentication, before tokens. */
    POST_LOGIN("post-login", "onExecutePostLogin", "onContinuePostLogin");

    private final String id;
    private final String executeHandler;
    private final String continueHandler;

    @SuppressWarnings("ImmutableEnumChecker") // a script is immutable but for its parsed form
    private final Script bootstrap;

    Trigger(String id, String executeHandler, String continueHandler) {
        this.id = id;
        this.executeHandler = executeHandler;
        this.continueHandler = continueHandler;
        this.bootstrap = Script.of(
                "postern:" + id,
                "(function (kit) { 'use strict'; return (" + read(id + ".js") + ")(kit, (" + read("api.js")
                        + ")(kit)); })");
    }

    /** Auth0's name of the trigger. */
    public String id() {
        return id;
    }

    /** The export that runs when the flow reaches the Action. */
    public String executeHandler() {
        return executeHandler;
    }

    /** The export that runs when the user comes back from a redirect that the Action asked for. */
    public String continueHandler() {
        return continueHandler;
    }

    /** Makes the two arguments of a handler. */
    public Script bootstrap() {
        return bootstrap;
    }

    /** The trigger of this name. */
    public static Optional<Trigger> find(String id) {
        return Arrays.stream(values()).filter(trigger -> trigger.id.equals(id)).findFirst();
    }

    private static String read(String resource) {
        try (var in = Trigger.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the jar");
            }
            // A resource begins with a comment and ends with a semicolon; between them stands one expression.
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.substring(0, text.length() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
