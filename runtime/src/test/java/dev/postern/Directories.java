package dev.postern;

import dev.postern.directory.Group;
import dev.postern.directory.GroupDirectory;
import dev.postern.directory.Page;
import dev.postern.directory.Role;
import dev.postern.directory.RoleDirectory;
import dev.postern.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Groups and roles of a company with one user, which write down what they were asked. */
final class Directories {

    private Directories() {}

    /** The user is in 120 groups, {@code grp_1} named {@code group 1} and so on. */
    static final class OfGroups implements GroupDirectory {

        final List<String> asked = new ArrayList<>();

        @Override
        public Page<Group> groups(TenantId tenant, String userId, Page.Request page) {
            asked.add(tenant.value() + " " + userId + " " + page);
            return Directories.page(page, 120, Directories::group);
        }

        @Override
        public Map<String, List<Match>> memberships(TenantId tenant, String userId, List<String> idsOrNames) {
            asked.add(tenant.value() + " " + userId + " " + idsOrNames);
            return idsOrNames.contains("group 1")
                    ? Map.of("group 1", List.of(new Match("grp_1", "group 1", "tenant")))
                    : Map.of();
        }
    }

    /** The user has 120 roles, {@code rol_1} named {@code role 1} and so on. */
    static final class OfRoles implements RoleDirectory {

        final List<String> asked = new ArrayList<>();

        @Override
        public Page<Role> roles(TenantId tenant, String userId, Page.Request page) {
            asked.add(tenant.value() + " " + userId + " " + page);
            return Directories.page(page, 120, Directories::role);
        }

        @Override
        public List<Role> rolesByIds(TenantId tenant, String userId, List<String> ids) {
            asked.add(tenant.value() + " " + userId + " ids " + ids);
            return all().filter(role -> ids.contains(role.id())).toList();
        }

        @Override
        public List<Role> rolesByNames(TenantId tenant, String userId, List<String> names) {
            asked.add(tenant.value() + " " + userId + " names " + names);
            return all().filter(role -> names.contains(role.name())).toList();
        }

        private static Stream<Role> all() {
            return IntStream.rangeClosed(1, 120).mapToObj(Directories::role);
        }
    }

    private static <T> Page<T> page(Page.Request request, int size, IntFunction<T> item) {
        var first = request.from() == null ? 1 : Integer.parseInt(request.from());
        var last = Math.min(first + request.take() - 1, size);
        return new Page<>(
                IntStream.rangeClosed(first, last).mapToObj(item).toList(),
                last < size ? String.valueOf(last + 1) : null);
    }

    private static Group group(int number) {
        return new Group(
                "grp_" + number,
                "group " + number,
                number == 1 ? "ext_1" : null,
                number == 1 ? "con_1" : null,
                "acme",
                "2025-01-01T00:00:00Z",
                "2025-01-02T00:00:00Z",
                "2025-01-03T00:00:00Z",
                "direct");
    }

    private static Role role(int number) {
        return new Role("rol_" + number, "role " + number, number == 1 ? "direct" : "group");
    }
}
