package dev.postern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.directory.GroupDirectory;
import dev.postern.directory.Page;
import dev.postern.directory.Role;
import dev.postern.directory.RoleDirectory;
import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code api.groups} and {@code api.roles} of one user. Where the host offers no look-up the question is refused: an
 * empty answer could let in whom an Action wants to keep out.
 */
final class DirectoryCalls {

    private static final int DEFAULT_TAKE = 50;
    private static final int MOST = 100;
    private static final int LONGEST = 1024;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final TenantId tenant;
    private final String userId;
    private final @Nullable GroupDirectory groups;
    private final @Nullable RoleDirectory roles;

    DirectoryCalls(TenantId tenant, String userId, @Nullable GroupDirectory groups, @Nullable RoleDirectory roles) {
        this.tenant = tenant;
        this.userId = userId;
        this.groups = groups;
        this.roles = roles;
    }

    String userGroups(JsonNode argument) throws Refused {
        var page = offered(groups, "groups").groups(tenant, userId, page(argument));
        return answer("groups", page.items(), page.next());
    }

    String memberships(JsonNode argument) throws Refused {
        var asked = strings(argument);
        var found = offered(groups, "groups").memberships(tenant, userId, asked);
        var answer = MAPPER.createObjectNode();
        var memberships = answer.putObject("memberships");
        for (var one : asked) {
            var matches = found.getOrDefault(one, List.of());
            var membership = memberships.putObject(one).put("is_member", !matches.isEmpty());
            if (!matches.isEmpty()) {
                var list = membership.putArray("matches");
                matches.forEach(match -> list.addObject()
                        .put("id", match.id())
                        .put("name", match.name())
                        .put("group_type", match.groupType()));
            }
        }
        return answer.toString();
    }

    String roles(JsonNode argument) throws Refused {
        var page = offered(roles, "roles").roles(tenant, userId, page(argument));
        return answer("roles", page.items(), page.next());
    }

    String rolesByIds(JsonNode argument) throws Refused {
        return answer("roles", offered(roles, "roles").rolesByIds(tenant, userId, strings(argument)), null);
    }

    String rolesByNames(JsonNode argument) throws Refused {
        List<Role> found = offered(roles, "roles").rolesByNames(tenant, userId, strings(argument));
        return answer("roles", found, null);
    }

    private static <T> T offered(@Nullable T directory, String what) throws Refused {
        if (directory == null) {
            throw new Refused("this server offers no look-up of " + what);
        }
        return directory;
    }

    /** Checked as in the guest, where the Action may have changed what makes JSON of the argument. */
    private static Page.Request page(JsonNode argument) throws Refused {
        var from = argument.path("from");
        var take = argument.path("take").asInt(DEFAULT_TAKE);
        if (take < 1 || take > MOST) {
            throw new Refused("take must be a whole number from 1 to " + MOST);
        }
        return new Page.Request(take, from.isTextual() ? from.asText() : null);
    }

    private static List<String> strings(JsonNode argument) throws Refused {
        var strings = new ArrayList<String>();
        for (var element : argument) {
            if (!element.isTextual()
                    || element.asText().isEmpty()
                    || element.asText().length() > LONGEST) {
                throw new Refused("the ids or names asked for must be strings of 1 to " + LONGEST + " characters");
            }
            strings.add(element.asText());
        }
        if (strings.isEmpty() || strings.size() > MOST) {
            throw new Refused("1 to " + MOST + " ids or names can be asked for");
        }
        return strings;
    }

    private static String answer(String name, List<?> items, @Nullable String next) {
        ObjectNode answer = MAPPER.createObjectNode();
        answer.set(name, MAPPER.valueToTree(items));
        if (next != null) {
            answer.put("next", next);
        }
        return answer.toString();
    }
}
