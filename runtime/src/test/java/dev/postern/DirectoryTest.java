package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.directory.Group;
import dev.postern.directory.GroupDirectory;
import dev.postern.directory.Page;
import dev.postern.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code api.groups} and {@code api.roles}, which ask the host. */
final class DirectoryTest {

    private final List<String> lines = new ArrayList<>();
    private final Directories.OfGroups groups = new Directories.OfGroups();
    private final Directories.OfRoles roles = new Directories.OfRoles();
    private final ActionsRuntime runtime =
            builder().withGroups(groups).withRoles(roles).build();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void givesTheGroupsInPages() {
        var pages = answer("""
                const pages = [];
                for (let from; pages.length === 0 || from !== undefined; ) {
                  const page = await api.groups.getUserGroups({ take: 50, from });
                  pages.push(page.groups.length);
                  from = page.next;
                }
                return pages;""");

        assertEquals("[50,50,20]", pages);
        assertEquals(
                List.of(
                        "acme auth0|1 Request[take=50, from=null]",
                        "acme auth0|1 Request[take=50, from=51]",
                        "acme auth0|1 Request[take=50, from=101]"),
                groups.asked);
    }

    @Test
    void givesFiftyGroupsOrRolesIfNotSaid() {
        for (var params : List.of("", "undefined", "{}", "{ take: undefined }")) {
            assertEquals("[50,50]", answer("""
                    return [
                      (await api.groups.getUserGroups(%1$s)).groups.length,
                      (await api.roles.getUserEffectiveRoles(%1$s)).roles.length,
                    ];""".formatted(params)), params);
        }
    }

    @Test
    void showsAGroupAsDocumented() {
        assertEquals(
                "[{\"id\":\"grp_1\",\"name\":\"group 1\",\"external_id\":\"ext_1\",\"connection_id\":\"con_1\","
                        + "\"tenant_name\":\"acme\",\"created_at\":\"2025-01-01T00:00:00Z\","
                        + "\"updated_at\":\"2025-01-02T00:00:00Z\",\"membership_created_at\":\"2025-01-03T00:00:00Z\","
                        + "\"assignment\":\"direct\"},"
                        + "{\"id\":\"grp_2\",\"name\":\"group 2\",\"tenant_name\":\"acme\","
                        + "\"created_at\":\"2025-01-01T00:00:00Z\",\"updated_at\":\"2025-01-02T00:00:00Z\","
                        + "\"membership_created_at\":\"2025-01-03T00:00:00Z\",\"assignment\":\"direct\"}]",
                answer("return (await api.groups.getUserGroups({ take: 2 })).groups"));
    }

    @Test
    void saysOfEachGroupWhetherTheUserIsInIt() {
        assertEquals(
                "{\"memberships\":{\"group 1\":{\"is_member\":true,"
                        + "\"matches\":[{\"id\":\"grp_1\",\"name\":\"group 1\",\"group_type\":\"tenant\"}]},"
                        + "\"group 999\":{\"is_member\":false}}}",
                answer("return await api.groups.hasGroupMembership(['group 1', 'group 999'])"));
        assertEquals(List.of("acme auth0|1 [group 1, group 999]"), groups.asked);
    }

    /** A name that means something to the language is a name. */
    @Test
    void saysSoOfAGroupWithAnOddName() {
        assertEquals("[\"__proto__\",{\"is_member\":false}]", answer("""
                        const { memberships } = await api.groups.hasGroupMembership(['__proto__']);
                        return Object.entries(memberships)[0];"""));
    }

    @Test
    void givesTheRolesInPages() {
        assertEquals("[[\"rol_119\",\"rol_120\"],null,\"3\"]", answer("""
                        const last = await api.roles.getUserEffectiveRoles({ take: 100, from: '119' });
                        const first = await api.roles.getUserEffectiveRoles({ take: 2 });
                        return [last.roles.map((role) => role.id), last.next ?? null, first.next];"""));
    }

    @Test
    void findsRolesByIdAndByName() {
        assertEquals(
                "{\"roles\":[{\"id\":\"rol_1\",\"name\":\"role 1\",\"type\":\"direct\"}]}",
                answer("return await api.roles.getUserEffectiveRolesByIds(['rol_1', 'rol_999'])"));
        assertEquals(
                "{\"roles\":[{\"id\":\"rol_2\",\"name\":\"role 2\",\"type\":\"group\"}]}",
                answer("return await api.roles.getUserEffectiveRolesByNames(['role 2', 'rol_1'])"));
        assertEquals(List.of("acme auth0|1 ids [rol_1, rol_999]", "acme auth0|1 names [role 2, rol_1]"), roles.asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups.getUserGroups({ take: 0 })",
                "groups.getUserGroups({ take: 1.5 })",
                "groups.getUserGroups({ take: 101 })",
                "groups.getUserGroups({ from: 2 })",
                "groups.hasGroupMembership([])",
                "groups.hasGroupMembership('group 1')",
                "roles.getUserEffectiveRoles({ take: -1 })",
                "roles.getUserEffectiveRolesByIds([])",
                "roles.getUserEffectiveRolesByNames([''])"
            })
    void asksTheHostNothingThatIsWrong(String call) {
        assertEquals(
                "[\"TypeError\",\"api." + call.substring(0, call.indexOf('(')) + "\"]",
                answer("return api." + call + ".catch((e) => [e.name, e.message.split(':')[0]])"));
        assertEquals(List.of(), groups.asked);
        assertEquals(List.of(), roles.asked);
    }

    @Nested
    class WithoutADirectory {

        @Test
        void rejectsSoThatNoAnswerLetsSomebodyIn() {
            try (var without = builder().build()) {
                assertEquals(
                        "[\"this server offers no look-up of groups\",\"this server offers no look-up of groups\","
                                + "\"this server offers no look-up of roles\",\"this server offers no look-up of roles\","
                                + "\"this server offers no look-up of roles\"]",
                        answer(without, """
                                return await Promise.all([
                                  api.groups.getUserGroups(),
                                  api.groups.hasGroupMembership(['group 1']),
                                  api.roles.getUserEffectiveRoles(),
                                  api.roles.getUserEffectiveRolesByIds(['rol_1']),
                                  api.roles.getUserEffectiveRolesByNames(['role 1']),
                                ].map((promise) => promise.catch((e) => e.message)));"""));
            }
        }
    }

    @Nested
    class WithADirectoryThatFails {

        @Test
        void failsTheLoginWhateverTheActionMakesOfIt() {
            var down = new GroupDirectory() {
                @Override
                public Page<Group> groups(TenantId tenant, String userId, Page.Request page) {
                    throw new IllegalStateException("the directory is down");
                }

                @Override
                public Map<String, List<Match>> memberships(TenantId tenant, String userId, List<String> asked) {
                    throw new IllegalStateException("the directory is down");
                }
            };
            try (var failing = builder().withGroups(down).build()) {
                var flow = Flows.of("await api.groups.getUserGroups().catch(() => {});");

                var thrown =
                        assertThrows(IllegalStateException.class, () -> failing.start(flow, Flows.event("auth0|1")));

                assertEquals("a host function failed in 1-action.js#onExecutePostLogin", thrown.getMessage());
            }
        }
    }

    private ActionsRuntimeBuilder builder() {
        return ActionsRuntime.builder().withConsole((transaction, action, line) -> lines.add(line.message()));
    }

    private String answer(String body) {
        return answer(runtime, body);
    }

    private String answer(ActionsRuntime asked, String body) {
        lines.clear();
        asked.start(
                Flows.of("const ask = async () => {\n" + body + "\n};\nconsole.log(JSON.stringify(await ask()));"),
                Flows.event("auth0|1"));
        return lines.getFirst();
    }
}
