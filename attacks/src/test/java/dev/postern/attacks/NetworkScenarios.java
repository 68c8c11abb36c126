package dev.postern.attacks;

import dev.postern.http.DepthHeader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Attacks on the way out that need more than a script. */
final class NetworkScenarios {

    private static final int MOST_DEPTH = 3;
    private static final List<String> PROXY =
            List.of("http.proxyHost", "http.proxyPort", "socksProxyHost", "socksProxyPort");

    private NetworkScenarios() {}

    static Ending ownLogin(Attack attack, Arena arena) {
        var header = DepthHeader.ofThisProcess();
        var flow = Logins.flow(Logins.ATTACKER, attack.code());
        var logins = new AtomicInteger();
        try (var runtime = arena.builder().withDepthHeader(header).build()) {
            arena.server().answerLogins(head -> {
                logins.incrementAndGet();
                var depth = head.lines()
                        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("postern-depth:"))
                        .mapToInt(line -> header.read(
                                line.substring(line.indexOf(':') + 1).strip()))
                        .max()
                        .orElse(0);
                var event = Logins.event("auth0|mallory", arena.withServer(Map.of()));
                return Ending.of(runtime.start(flow.withDepth(depth), event)).id();
            });
            var ending = Ending.of(runtime.start(flow, Logins.event("auth0|mallory", arena.withServer(Map.of()))));
            if (logins.get() > MOST_DEPTH) {
                throw new AssertionError("the Action has started " + logins + " logins");
            }
            return ending;
        }
    }

    static Ending proxyOfTheProcess(Attack attack, Arena arena) {
        try {
            for (var property : PROXY) {
                System.setProperty(
                        property,
                        property.endsWith("Port") ? "" + arena.server().port() : "127.0.0.1");
            }
            System.clearProperty("socksProxyHost");
            try (var runtime = arena.builder().build()) {
                var event = Logins.event("auth0|mallory", arena.withServer(Map.of()));
                var ending = Ending.of(runtime.start(Logins.flow(Logins.ATTACKER, attack.code()), event));
                for (var head : arena.server().requests()) {
                    if (!head.startsWith("GET /")) {
                        throw new AssertionError("asked the proxy: " + head);
                    }
                }
                return ending;
            }
        } finally {
            PROXY.forEach(System::clearProperty);
        }
    }
}
