package dev.postern.embedding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.Awaiting;
import dev.postern.factor.Factor;
import dev.postern.factor.FactorSelector;
import java.util.List;

/** A page with one form, which is sent to where logins go on. Whatever text is put on it is escaped. */
final class Page {

    private static final String AGAIN =
            "That was not right. After some wrong answers no other is taken for five minutes.";

    private final StringBuilder html = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">");

    private Page(String id, String title) {
        html.append("<title>%1$s</title><main id=\"%2$s\"><h1>%1$s</h1>".formatted(escaped(title), escaped(id)));
        html.append("<form method=\"post\" action=\"/continue\">");
    }

    static String password(Visit visit) {
        return of("password", "Log in", visit.parameter("state"))
                .text(visit.query().has("again") ? AGAIN : "")
                .input("text", "user", "")
                .input("password", "password", "")
                .button("Log in")
                .html();
    }

    /** What a paused login asks of the user. */
    static String of(Visit visit, Login login, Awaiting awaiting) {
        return switch (awaiting) {
            case Awaiting.Challenge asked -> factor(visit, "challenge", asked.factors(), asked.picker(), "");
            case Awaiting.Enrollment asked -> factor(visit, "enroll", asked.factors(), asked.picker(), login.secret());
            case Awaiting.Prompt prompt -> form(visit.parameter("state"), prompt.promptId(), prompt.fields());
            case Awaiting.Redirect redirect -> throw new IllegalStateException("a browser that is here has come back");
        };
    }

    /** Asks for a factor, or has one enrolled with this secret; beside it are ways to the others. */
    private static String factor(
            Visit visit, String verb, List<FactorSelector> selectors, boolean picker, String secret) {
        var state = visit.parameter("state");
        var factors = selectors.stream().map(FactorSelector::type).toList();
        var chosen = Factor.find(visit.parameter("factor")).filter(factors::contains);
        if (chosen.isEmpty() && picker && factors.size() > 1) {
            return of("picker", "Choose", state).others(state, factors).html();
        }
        var factor = chosen.orElse(factors.getFirst());
        var page = of(verb + "-" + factor, "Prove that it is you: " + factor, state);
        if (!secret.isEmpty()) {
            page.text("Keep this, and prove that you have:").append("<code>" + escaped(secret) + "</code>");
        }
        return page.text(visit.query().has("again") ? AGAIN : "")
                .input("hidden", "factor", factor.id())
                .input("text", "code", "")
                .button("Go on")
                .others(state, factors.stream().filter(other -> other != factor).toList())
                .append("<button name=\"cancel\">Cancel</button>")
                .html();
    }

    /** Shows a form of a tenant's: its fields that are texts. A real server has a page for each. */
    private static String form(String state, String promptId, ObjectNode fields) {
        var page = of("form-" + promptId, promptId, state);
        fields.properties().stream()
                .filter(field -> field.getValue().isTextual())
                .forEach(field ->
                        page.input("text", field.getKey(), field.getValue().asText()));
        return page.button("Send").html();
    }

    /** Says no more than that, whatever has gone wrong. */
    static String refusal() {
        return new Page("refusal", "The login could not be completed.").html();
    }

    private static Page of(String id, String title, String state) {
        return new Page(id, title).input("hidden", "state", state);
    }

    private Page others(String state, List<Factor> factors) {
        factors.forEach(factor -> append("<a href=\"/continue?state=%s&amp;factor=%s\">%s</a>"
                .formatted(escaped(state), factor.id(), factor.id())));
        return this;
    }

    private Page text(String text) {
        return append("<p>" + escaped(text) + "</p>");
    }

    private Page input(String type, String name, String value) {
        var label = type.equals("hidden") ? "" : escaped(name) + " ";
        return append("<label>%s<input type=\"%s\" name=\"%s\" value=\"%s\"></label>"
                .formatted(label, type, escaped(name), escaped(value)));
    }

    private Page button(String label) {
        return append("<button>" + escaped(label) + "</button>");
    }

    private Page append(String more) {
        html.append(more);
        return this;
    }

    private String html() {
        return html + "</form></main></html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
