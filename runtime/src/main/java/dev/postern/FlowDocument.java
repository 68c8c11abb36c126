package dev.postern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.api.Denial;
import dev.postern.api.Effects;
import dev.postern.error.ActionError;
import dev.postern.trigger.Trigger;
import java.util.List;

/**
 * A result as the JSON document that {@code postern --json} prints: the outcome, what is awaited, denied or failed, every
 * execution, and the effects. It shows the resume token of a pause, so it is for whoever may go on with the flow. Keys
 * of an MFA provider are left out; what an Action has put into a claim or another argument is shown as it is.
 */
public final class FlowDocument {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FlowDocument() {}

    public static ObjectNode of(Trigger trigger, FlowResult result) {
        var document = MAPPER.createObjectNode();
        document.put("outcome", outcome(result));
        document.put("trigger", trigger.id());
        document.put("transaction_id", result.transactionId());
        switch (result) {
            case FlowResult.Completed completed -> {}
            case FlowResult.Denied denied -> document.set("denial", denial(denied.denial()));
            case FlowResult.Paused paused -> {
                document.put("resume_token", paused.resumeToken().value());
                document.put("expires_at", paused.expiresAt().toString());
                document.set("awaiting", awaiting(paused.awaiting()));
            }
            case FlowResult.Failed failed -> document.set("error", error(failed.error()));
        }
        var executions = document.putArray("executions");
        result.executions().forEach(execution -> executions.add(execution(execution)));
        switch (result) {
            case FlowResult.Completed completed -> document.set("effects", effects(completed.effects()));
            case FlowResult.Denied denied -> document.set("effects", effects(denied.effects()));
            case FlowResult.Paused paused -> document.set("effects", effects(paused.effects()));
            case FlowResult.Failed failed -> {}
        }
        return document;
    }

    /** What is awaited, without the keys of an MFA provider and what is for the server's side of a form. */
    public static ObjectNode awaiting(Awaiting awaiting) {
        var node = MAPPER.<ObjectNode>valueToTree(awaiting);
        node.remove(List.of("duo", "vars"));
        return node;
    }

    /** The effects without private keys. */
    public static ObjectNode effects(Effects effects) {
        var node = MAPPER.<ObjectNode>valueToTree(effects);
        if (node.path("saml_response").path("settings") instanceof ObjectNode settings && settings.has("key")) {
            settings.put("key", "[redacted]");
        }
        return node;
    }

    private static ObjectNode execution(Execution execution) {
        var node = MAPPER.<ObjectNode>valueToTree(execution);
        for (var command : node.path("commands")) {
            if (command.path("line").asInt() == 0) {
                ((ObjectNode) command).remove("line");
            }
        }
        if (execution.error() != null) {
            node.set("error", error(execution.error()));
        }
        return node;
    }

    private static ObjectNode denial(Denial denial) {
        var node = MAPPER.createObjectNode().put("code", denial.code()).put("reason", denial.reason());
        if (denial.kind() != Denial.Kind.ACCESS) {
            node.put("kind", denial.kind().id());
        }
        if (denial.userMessage() != null) {
            node.put("user_message", denial.userMessage());
        }
        return node;
    }

    private static String outcome(FlowResult result) {
        return switch (result) {
            case FlowResult.Completed completed -> "completed";
            case FlowResult.Denied denied -> "denied";
            case FlowResult.Paused paused -> "paused";
            case FlowResult.Failed failed -> "failed";
        };
    }

    private static ObjectNode error(ActionError error) {
        var node = MAPPER.createObjectNode();
        node.put("code", error.code().id());
        node.put("action", error.action());
        node.put("name", error.name());
        node.put("message", error.message());
        if (error.line() > 0) {
            node.put("line", error.line());
        }
        if (!error.stack().isEmpty()) {
            node.put("stack", error.stack());
        }
        return node;
    }
}
