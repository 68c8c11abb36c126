package dev.postern;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.event.Event;
import dev.postern.event.Request;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Flows that tests in Java share: for what cases cannot show. */
final class Flows {

    private Flows() {}

    /** A post-login flow of these handler bodies. */
    static Flow of(String... bodies) {
        return of(Tenant.of("acme"), bodies);
    }

    static Flow of(Tenant tenant, String... bodies) {
        return of(tenant, Trigger.POST_LOGIN, bodies);
    }

    static Flow of(Tenant tenant, Trigger trigger, String... bodies) {
        var actions = new ArrayList<ActionVersion>();
        for (var body : bodies) {
            actions.add(ActionVersion.of(
                    (actions.size() + 1) + "-action.js",
                    "exports." + trigger.executeHandler() + " = async (event, api) => {\n" + body + "\n};"));
        }
        return new Flow(tenant, trigger, List.copyOf(actions));
    }

    /** A challenge, and an Action that puts the factor and the user's id on the ID token. */
    static Flow withChallenge() {
        return of("api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'phone' }]);", """
                const mfa = event.authentication.methods.find((method) => method.name === 'mfa');
                api.idToken.setCustomClaim('mfa', mfa.type);
                api.idToken.setCustomClaim('user', event.user.user_id);
                """);
    }

    static Event event(String userId) {
        return merged(Trigger.POST_LOGIN, parse("""
                {"user": {"user_id": "%s", "enrolledFactors": [{"type": "otp"}, {"type": "phone"}]},
                 "request": {"ip": "203.0.113.7", "hostname": "login.acme.example", "query": {"prompt": "login"}}}
                """.formatted(userId)));
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** The sample event of the trigger, with these members set. */
    static Event merged(Trigger trigger, ObjectNode members) {
        var event = trigger.sampleEvent();
        if (trigger == Trigger.POST_LOGIN) {
            // What a case says of a login is all there is to say of it.
            event.remove(List.of("authentication", "transaction"));
        }
        merge(event, members);
        return Event.of(event);
    }

    private static void merge(ObjectNode into, ObjectNode members) {
        members.properties().forEach(member -> {
            if (into.get(member.getKey()) instanceof ObjectNode own && member.getValue() instanceof ObjectNode given) {
                merge(own, given);
            } else {
                into.set(member.getKey(), member.getValue());
            }
        });
    }

    /** An Action of the test resources. */
    static String read(String name) {
        try (var in = Flows.class.getResourceAsStream(name)) {
            return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Request request() {
        return event("anyone").request();
    }
}
