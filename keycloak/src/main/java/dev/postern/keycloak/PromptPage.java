package dev.postern.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.Awaiting;
import dev.postern.Resumption;
import dev.postern.event.Request;
import java.util.regex.Pattern;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * Shows the form that an Action asks for: the template {@code postern-form-ID.ftl} of the realm's login theme, whose input
 * fields come back to the Action. The template reads {@code fields} and {@code vars}.
 */
final class PromptPage {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private PromptPage() {}

    static void show(AuthenticationFlowContext context, Awaiting.Prompt prompt) {
        if (!ID.matcher(prompt.promptId()).matches()) {
            throw new IllegalStateException("no template can have the name of the form '" + prompt.promptId() + "'");
        }
        context.challenge(context.form()
                .setAttribute("fields", MAPPER.convertValue(prompt.fields(), Object.class))
                .setAttribute("vars", MAPPER.convertValue(prompt.vars(), Object.class))
                .createForm("postern-form-" + prompt.promptId() + ".ftl"));
    }

    static Resumption answer(AuthenticationFlowContext context, Awaiting.Prompt prompt, Request request) {
        var fields = MAPPER.createObjectNode();
        context.getHttpRequest()
                .getDecodedFormParameters()
                .forEach((name, values) -> fields.put(name, values.isEmpty() ? "" : values.getFirst()));
        return new Resumption.Prompt(fields, MAPPER.createObjectNode(), request);
    }
}
