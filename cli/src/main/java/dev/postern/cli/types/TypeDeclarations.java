package dev.postern.cli.types;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes the declarations of all triggers: an event, an api and the handlers of each, and what Actions find around them. */
public final class TypeDeclarations {

    private static final String EXECUTE = "onExecute";

    private final Comments comments = new Comments();
    private final Source source = new Source();

    private TypeDeclarations() {}

    /** The declarations, for a tenant with these secrets. */
    public static String of(SecretNames secrets) {
        var written = new TypeDeclarations();
        written.all(secrets);
        return written.source.toString();
    }

    /** A {@code jsconfig.json} by which editors and {@code tsc} check the scripts below its folder. */
    public static String configuration() {
        return text("jsconfig.json");
    }

    private void all(SecretNames secrets) {
        source.line("/// <reference lib=\"esnext\" />");
        source.line("export as namespace Postern;");
        source.line("");
        secrets(secrets);
        for (var trigger : Trigger.values()) {
            source.line("");
            trigger(trigger);
        }
        source.line("");
        selector("FactorSelector", "authentication.challengeWith", "What to challenge with.");
        selector("EnrollmentFactorSelector", "authentication.enrollWith", "What to enroll.");
        source.lines(text("shared.d.ts"));
    }

    private void secrets(SecretNames secrets) {
        source.comment("The secrets of Actions.");
        source.open("export interface Secrets {");
        if (secrets.isEmpty()) {
            source.line("[name: string]: string;");
        }
        for (var name : secrets.all()) {
            var owners = secrets.owners(name);
            source.comment(owners.isEmpty() ? "" : "Of " + owners + " alone.");
            source.line(Source.name(name) + ": string;");
        }
        source.close("}");
    }

    private void trigger(Trigger trigger) {
        var name = trigger.executeHandler().substring(EXECUTE.length());
        new EventType(trigger, comments, source).write(name + "Event");
        source.line("");
        new ApiType(trigger, comments, source).write(name + "Api");
        source.line("");
        handler(trigger.executeHandler(), name, "Runs when a flow of " + trigger.id() + " reaches the Action.");
        trigger.continueHandler()
                .ifPresent(handler -> handler(
                        handler,
                        name,
                        "Runs when the user is back from a redirect or has sent a form of this Action."));
    }

    private void handler(String handler, String name, String comment) {
        var type = Character.toUpperCase(handler.charAt(0)) + handler.substring(1);
        source.comment(comment);
        source.line("export type " + type + " = (event: " + name + "Event, api: " + name + "Api) => Promise<any>;");
    }

    private void selector(String name, String method, String comment) {
        source.comment(comment + " " + comments.of(Trigger.POST_LOGIN, name));
        source.line("export type " + name + " = " + ApiType.fields(parameter(method)) + ";");
    }

    /** The first parameter of a method of post-login. */
    private static JsonNode parameter(String path) {
        for (var method : Trigger.POST_LOGIN.contract().api()) {
            if (method.path("path").asText().equals(path)) {
                return method.path("params").path(0);
            }
        }
        throw new IllegalStateException("the contract has no method " + path);
    }

    private static String text(String resource) {
        try (var in = Comments.resource(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
