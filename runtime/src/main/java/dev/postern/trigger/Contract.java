package dev.postern.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.api.ApiMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * What Auth0 documents of a trigger: the methods of its api object and the members of its event. The data are in
 * {@code contract/<trigger>.json} beside this class; nothing here is code for one trigger.
 */
public final class Contract {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode api;
    private final Map<String, ApiMethod> methods;
    private final EventSchema event;

    private Contract(Trigger trigger, JsonNode json) {
        this.api = json.path("api");
        this.event = EventSchema.of(trigger.id(), json.path("event"));
        var found = new HashMap<String, ApiMethod>();
        for (var method : api) {
            var path = method.path("path").asText();
            var parameters = new ArrayList<ApiMethod.Parameter>();
            for (var parameter : method.path("params")) {
                var allowed = new HashSet<String>();
                parameter.path("allowed").forEach(value -> allowed.add(value.asText()));
                var name = parameter.path("name").asText();
                parameters.add(new ApiMethod.Parameter(name, allowed, MethodRules.most(trigger, path)));
            }
            found.put(path, new ApiMethod(parameters, MethodRules.isEnabled(trigger, path)));
        }
        this.methods = Map.copyOf(found);
    }

    static Contract read(Trigger trigger) {
        return new Contract(trigger, resource("contract", trigger));
    }

    /** An event with all that is required of the trigger's, to start from. */
    static ObjectNode sampleEvent(Trigger trigger) {
        return (ObjectNode) resource("event", trigger);
    }

    private static JsonNode resource(String folder, Trigger trigger) {
        var name = folder + "/" + trigger.id() + ".json";
        try (var in = Contract.class.getResourceAsStream(name)) {
            return MAPPER.readTree(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(name + " is missing from the jar", e);
        }
    }

    /** The api's methods by their paths, without {@code api.}. */
    public Map<String, ApiMethod> methods() {
        return methods;
    }

    /** The api's methods with parameters and returns, as the data have them. Do not change what it gives. */
    public JsonNode api() {
        return api;
    }

    /** The members of the event. */
    public EventSchema event() {
        return event;
    }
}
