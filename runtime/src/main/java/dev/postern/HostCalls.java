package dev.postern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.cache.CacheScope;
import dev.postern.cache.CacheStore;
import dev.postern.directory.GroupDirectory;
import dev.postern.directory.RoleDirectory;
import dev.postern.event.Event;
import dev.postern.http.OutboundHttp;
import dev.postern.node.FetchCalls;
import dev.postern.node.NodeCalls;
import dev.postern.sandbox.HostFunction;
import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostFunctions;
import dev.postern.sandbox.HostMessage;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the methods of the api that answer, and Node's modules, ask of the host: functions by name, for one execution. */
record HostCalls(
        NodeCalls node,
        CacheStore cacheStore,
        @Nullable GroupDirectory groups,
        @Nullable RoleDirectory roles,
        Clock clock) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A function that takes the argument parsed. */
    private interface Call {
        String answer(JsonNode argument) throws Refused;
    }

    /** Each is found by its name when it is called: most Actions call none. */
    HostFunctions functions(FlowState state, Event event, Supplier<OutboundHttp> http) {
        var fetch = new FetchCalls(http);
        return name -> {
            var call = call(name, state, event);
            return call == null ? node.find(name).or(() -> fetch.find(name)) : Optional.of(function(call));
        };
    }

    private @Nullable Call call(String name, FlowState state, Event event) {
        return switch (name) {
            case "checkUrl" -> tokens(event)::checkUrl;
            case "encodeToken" -> tokens(event)::encode;
            case "validateToken" -> tokens(event)::validate;
            case "cache.get" -> cache(state)::get;
            case "cache.set" -> cache(state)::set;
            case "cache.delete" -> cache(state)::delete;
            case "groups.getUserGroups" -> directory(state, event)::userGroups;
            case "groups.hasGroupMembership" -> directory(state, event)::memberships;
            case "roles.getUserEffectiveRoles" -> directory(state, event)::roles;
            case "roles.getUserEffectiveRolesByIds" -> directory(state, event)::rolesByIds;
            case "roles.getUserEffectiveRolesByNames" -> directory(state, event)::rolesByNames;
            default -> null;
        };
    }

    private RedirectTokens tokens(Event event) {
        return new RedirectTokens(event, clock);
    }

    private CacheCalls cache(FlowState state) {
        var tenant = state.start().tenant();
        return new CacheCalls(
                cacheStore, new CacheScope(tenant.id(), state.start().trigger()), tenant.cacheBytes(), clock);
    }

    private DirectoryCalls directory(FlowState state, Event event) {
        return new DirectoryCalls(state.start().tenant().id(), event.userId(), groups, roles);
    }

    private static HostFunction.Direct function(Call call) {
        return argument -> HostMessage.of(call.answer(read(argument.json())));
    }

    private static JsonNode read(String json) throws Refused {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Refused("the arguments are not JSON");
        }
    }
}
