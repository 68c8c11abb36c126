package dev.postern.attacks;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.FlowResult;
import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Attacks that are logins without a pause. */
final class LoginScenarios {

    private static final Path STARVE = Path.of("src/test/resources/starve.js");
    private static final int LOGINS = 300;
    private static final long SECOND = 1_000_000_000;
    private static final Tenant OTHER = Tenant.of("other");

    private LoginScenarios() {}

    static Ending alone(Attack attack, Arena arena) {
        return arena.login(Logins.flow(Logins.ATTACKER, attack.code()), Map.of());
    }

    static Ending later(Attack attack, Arena arena) {
        return later(attack.code(), arena);
    }

    static Ending starves(Attack attack, Arena arena) throws IOException {
        return later(attack.code() + Files.readString(STARVE), arena);
    }

    private static Ending later(String code, Arena arena) {
        var flow = Logins.flow(Logins.ATTACKER, code);
        arena.login(flow, Map.of("turn", "attack"));
        var same = arena.login(flow, Map.of("turn", "later"));
        return same.id().equals("completed") ? arena.login(Logins.flow(OTHER, code), Map.of("turn", "later")) : same;
    }

    static Ending many(Attack attack, Arena arena) throws Exception {
        var flow = Logins.flow(Logins.ATTACKER, attack.code());
        var end = System.nanoTime() + SECOND;
        Callable<Ending> flood = () -> {
            var ending = arena.login(flow, Map.of());
            while (System.nanoTime() < end && ending.id().equals("completed")) {
                ending = arena.login(flow, Map.of());
            }
            return ending;
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var ended : threads.invokeAll(List.of(flood, flood))) {
                if (!ended.get().id().equals("completed")) {
                    return ended.get();
                }
            }
        }
        return Ending.completed();
    }

    static Ending sameCode(Attack attack, Arena arena) throws Exception {
        var version = ActionVersion.of(Logins.FILE, attack.code());
        var logins = new ArrayList<Callable<String>>();
        for (var i = 0; i < LOGINS; i++) {
            var tenant = i % 2 == 0 ? Logins.ATTACKER : OTHER;
            var expected = i % 2 == 0 ? Arena.SECRET : "of-" + OTHER.id();
            var user = "auth0|" + i;
            logins.add(() -> {
                var result = arena.runtime()
                        .start(new Flow(tenant, Trigger.POST_LOGIN, List.of(version)), Logins.event(user, Map.of()));
                return result instanceof FlowResult.Completed done
                                && TextNode.valueOf(user + " " + expected)
                                        .equals(done.effects().idTokenClaims().get("seen"))
                        ? ""
                        : user + " of " + tenant.id() + " saw another one's";
            });
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var ended : threads.invokeAll(logins)) {
                if (!ended.get().isEmpty()) {
                    throw new AssertionError(ended.get());
                }
            }
        }
        return Ending.completed();
    }

    static Ending names(Attack attack, Arena arena) {
        var accepted = Stream.of(
                "__proto__",
                "constructor",
                "toString",
                "../x",
                "/etc/passwd",
                "..",
                "a/b\\c",
                "C:\\x",
                "postern:driver",
                "node:fs",
                "аction.js",
                "é",
                "é",
                "'\"`${1}",
                "%2e%2e%2f",
                "x".repeat(255),
                "%s%n",
                "<b>");
        for (var name : accepted.toList()) {
            var flow = new Flow(Logins.ATTACKER, Trigger.POST_LOGIN, List.of(ActionVersion.of(name, attack.code())));
            var result = arena.runtime().start(flow, Logins.event("auth0|1", Map.of()));
            if (!(result instanceof FlowResult.Completed)
                    || !result.executions().getFirst().action().equals(name)) {
                throw new AssertionError("as '" + name + "': " + result);
            }
        }
        for (var name :
                List.of("", " ", "a\0b", "a\nb", "a\u202eb", "a\u200bb", "a\u2028b", "\ud800", "x".repeat(256))) {
            try {
                throw new AssertionError("a version is named " + ActionVersion.of(name, attack.code()));
            } catch (IllegalArgumentException e) {
                // refused
            }
        }
        return Ending.completed();
    }

    static Ending withAnother(Attack attack, Arena arena) {
        return arena.login(Logins.flow(Logins.ATTACKER, attack.code(), """
                exports.onExecutePostLogin = async (event, api) => {
                  const seen = [event.user.app_metadata.mark, event.user.user_metadata.mark, event.kept, globalThis.kept, {}.kept];
                  const own = seen.filter((value) => value !== undefined && value !== 'own').map(String);
                  if (own.length > 0) throw new Error('the next Action sees ' + own);
                  if (event.user.user_id !== 'auth0|mallory') throw new Error('another user');
                };
                """), Map.of());
    }
}
