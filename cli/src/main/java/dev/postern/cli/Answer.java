package dev.postern.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.Awaiting;
import dev.postern.Resumption;
import dev.postern.event.Request;
import dev.postern.factor.Factor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One {@code --answer}: what the user of the login did at a pause. */
sealed interface Answer {

    /** Passed this factor, or Duo's own page. */
    record Challenge(String factor) implements Answer {}

    /** Enrolled this factor. */
    record Enroll(String factor) implements Answer {}

    /** Came back from the redirect with this query string. */
    record Redirect(String query) implements Answer {}

    /** Sent the form with these fields. */
    record Prompt(ObjectNode fields) implements Answer {}

    /** Failed for good, or gave up. */
    record Fail() implements Answer {}

    String FORMS = "challenge:FACTOR, enroll:FACTOR, challenge:fail, enroll:fail, redirect:k=v&k=v, prompt:{json}";

    static Answer parse(String text) {
        var kind = text.replaceFirst(":.*$", "");
        var value = text.contains(":") ? text.substring(text.indexOf(':') + 1) : "";
        return switch (kind) {
            case "challenge" -> value.equals("fail") ? new Fail() : new Challenge(known(value));
            case "enroll" ->
                value.equals("fail") ? new Fail() : new Enroll(factor(value).id());
            case "redirect" -> new Redirect(value);
            case "prompt" -> new Prompt(fields(value));
            default -> throw new UsageException("'" + text + "' is no answer; the forms are " + FORMS);
        };
    }

    /** What the runtime is told, with the request a browser would send from where the last one came from. */
    default Resumption resumption(Awaiting awaiting, Request last, String token) {
        var nodes = JsonNodeFactory.instance;
        return switch (this) {
            case Challenge challenge ->
                new Resumption.Challenge(
                        challenge.factor().equals("duo") ? null : factor(challenge.factor()),
                        last.with("POST", nodes.objectNode(), nodes.objectNode()));
            case Enroll enroll ->
                new Resumption.Enrollment(
                        factor(enroll.factor()), last.with("POST", nodes.objectNode(), nodes.objectNode()));
            case Redirect redirect ->
                new Resumption.Redirect(last.with("GET", query(redirect.query(), token), nodes.objectNode()));
            case Prompt prompt ->
                new Resumption.Prompt(
                        prompt.fields(), nodes.objectNode(), last.with("POST", nodes.objectNode(), nodes.objectNode()));
            case Fail fail ->
                new Resumption.Failed(
                        awaiting instanceof Awaiting.Enrollment ? "MFA enrollment failed" : "MFA challenge failed",
                        last.with("POST", nodes.objectNode(), nodes.objectNode()));
        };
    }

    /** The fields of a form, as a JSON object; none if nothing is said. */
    static ObjectNode fields(String json) {
        try {
            if (new ObjectMapper().readTree(json.isBlank() ? "{}" : json) instanceof ObjectNode fields) {
                return fields;
            }
        } catch (JsonProcessingException e) {
            // Said below, without the text: it is what a user would type.
        }
        throw new UsageException("the fields of a form are a JSON object, such as {\"name\":\"Ada\"}");
    }

    /** The name of a factor, or of Duo; asked before the flow runs, so that a slip of the pen loses no flow. */
    private static String known(String name) {
        return name.equals("duo") ? name : factor(name).id();
    }

    private static Factor factor(String name) {
        return Factor.find(name)
                .orElseThrow(() -> new UsageException("no factor is named '" + name + "'; there are "
                        + String.join(
                                ", ",
                                Arrays.stream(Factor.values()).map(Factor::id).toList())));
    }

    private static ObjectNode query(String text, String token) {
        var query = JsonNodeFactory.instance.objectNode().put("state", token);
        for (var pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UsageException("'" + text + "' is not percent-encoded as a query string is");
        }
    }
}
