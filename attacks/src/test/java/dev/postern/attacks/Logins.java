package dev.postern.attacks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.FlowResult;
import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.event.Event;
import dev.postern.event.Request;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Logins of the attacker and of others. */
final class Logins {

    /** The name of every Action, so that a stack frame of something else is known. */
    static final String FILE = "action.js";

    static final Tenant ATTACKER = Tenant.of("mallory");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String GOLDEN = """
            const order = (left, right) => left.price - right.price;
            exports.onExecutePostLogin = async (event, api) => {
              const prices = new Map([['pear', 3], ['fig', 1], ['plum', 2]]);
              const sorted = [...prices].map(([name, price]) => ({ name, price })).sort(order);
              const copy = JSON.parse(JSON.stringify(sorted));
              await new Promise((resolve) => setTimeout(resolve, 1));
              const names = copy.map(({ name }) => name.toUpperCase());
              const known = Object.prototype.isAdmin === undefined && globalThis.kept === undefined;
              api.idToken.setCustomClaim('golden', { names, known, user: event.user.user_id, sum: [1, 2, 3].reduce((a, b) => a + b) });
              api.user.setAppMetadata('seen', new Date(0).toISOString());
              console.log('%s has %d', event.user.user_id, names.length);
              if (!/^auth0\\|/.test(event.user.user_id)) api.access.deny('who is this');
            };
            """;

    private Logins() {}

    static Flow flow(Tenant tenant, String... codes) {
        return flow(tenant, Trigger.POST_LOGIN, codes);
    }

    static Flow flow(Tenant tenant, Trigger trigger, String... codes) {
        return new Flow(
                tenant,
                trigger,
                IntStream.range(0, codes.length)
                        .mapToObj(i -> ActionVersion.of(i == 0 ? FILE : "not-" + FILE, codes[i]))
                        .toList());
    }

    /** An event whose request has these parameters in its query. */
    static Event event(String userId, Map<String, String> query) {
        var event = Trigger.POST_LOGIN.sampleEvent();
        event.remove(List.of("authentication", "transaction"));
        event.withObject("/user").put("user_id", userId);
        var factors = event.withObject("/user").putArray("enrolledFactors");
        for (var type : List.of("otp", "phone")) {
            factors.addObject().put("type", type);
        }
        var parameters = event.withObject("/request").putObject("query");
        query.forEach(parameters::put);
        return Event.of(event);
    }

    static Request request(Map<String, String> query) {
        return event("auth0|any", query).request();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An ordinary Action that a login of this tenant passes. */
    static Flow golden(Tenant tenant) {
        return flow(tenant, GOLDEN);
    }

    /** What is wrong with the result of a golden login of this user; empty if nothing is. */
    static String fault(FlowResult result, String userId) {
        if (!(result instanceof FlowResult.Completed completed)) {
            return "not completed: " + Ending.of(result);
        }
        var expected = object();
        expected.putArray("names").add("FIG").add("PLUM").add("PEAR");
        expected.put("known", true).put("user", userId).put("sum", 6);
        var claims = completed.effects().idTokenClaims();
        var logs = completed.executions().getFirst().logs();
        return claims.equals(Map.of("golden", expected))
                        && logs.size() == 1
                        && logs.getFirst().message().equals(userId + " has 3")
                ? ""
                : "another result: " + claims + ", " + logs;
    }
}
