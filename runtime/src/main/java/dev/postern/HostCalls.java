package dev.postern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.cache.CacheScope;
import dev.postern.cache.CacheStore;
import dev.postern.directory.GroupDirectory;
import dev.postern.directory.RoleDirectory;
import dev.postern.event.Event;
import dev.postern.sandbox.HostFunction;
import dev.postern.sandbox.HostFunction.Refused;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the methods of the api that answer ask of the host: functions by name, made for one execution. */
record HostCalls(
        CacheStore cacheStore,
        @Nullable GroupDirectory groups,
        @Nullable RoleDirectory roles,
        Clock clock) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A function that takes the argument parsed. */
    private interface Call {
        String answer(JsonNode argument) throws Refused;
    }

    Map<String, HostFunction> functions(FlowState state, Event event) {
        var start = state.start();
        var tenant = start.tenant();
        var tokens = new RedirectTokens(event, clock);
        var cache =
                new CacheCalls(cacheStore, new CacheScope(tenant.id(), start.trigger()), tenant.cacheBytes(), clock);
        var directory = new DirectoryCalls(tenant.id(), event.userId(), groups, roles);
        return Map.ofEntries(
                entry("checkUrl", tokens::checkUrl),
                entry("encodeToken", tokens::encode),
                entry("validateToken", tokens::validate),
                entry("cache.get", cache::get),
                entry("cache.set", cache::set),
                entry("cache.delete", cache::delete),
                entry("groups.getUserGroups", directory::userGroups),
                entry("groups.hasGroupMembership", directory::memberships),
                entry("roles.getUserEffectiveRoles", directory::roles),
                entry("roles.getUserEffectiveRolesByIds", directory::rolesByIds),
                entry("roles.getUserEffectiveRolesByNames", directory::rolesByNames));
    }

    private static Map.Entry<String, HostFunction> entry(String name, Call call) {
        return Map.entry(name, json -> call.answer(read(json)));
    }

    private static JsonNode read(String json) throws Refused {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Refused("the arguments are not JSON");
        }
    }
}
