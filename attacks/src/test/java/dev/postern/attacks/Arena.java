package dev.postern.attacks;

import static java.util.Objects.requireNonNull;

import dev.postern.ActionsRuntime;
import dev.postern.ActionsRuntimeBuilder;
import dev.postern.action.Secrets;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionsException;
import dev.postern.http.EgressPolicy;
import dev.postern.http.HttpLimits;
import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.Limits;
import dev.postern.tenant.EgressSource;
import dev.postern.tenant.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/**
 * A server under attack: a runtime at one level, the attacker's tenant, and the canary's.
 *
 * <p>Of its limits only the one that is expected is small, so that an attack shows what stops it and not what it meets first.
 */
final class Arena implements AutoCloseable {

    /** What an attack must not get out; an Action of the attacker's tenant has it. */
    static final String SECRET = "correct-horse-battery";

    private static final Tenant OTHER = Tenant.of("other");
    private static final int WARM = 15;

    private final Isolation level;
    private final String profile;
    private volatile HostileServer server;
    private final ActionsRuntime runtime;
    private final Canary canary;
    private volatile boolean mayReachServer;

    private Arena(Isolation level, String profile) throws IOException {
        this.level = level;
        this.profile = profile;
        this.server = HostileServer.start();
        this.runtime = builder().build();
        // What the first logins cost must not count against the small limits of a hostile one.
        for (var i = 0; i < WARM; i++) {
            assertHealthy(Tenant.of("canary"));
        }
        assertHealthy();
        this.canary = new Canary(runtime);
    }

    static Arena open(Isolation level, String profile) throws IOException {
        return new Arena(level, profile);
    }

    /** The limit that is small where this end is expected. */
    static String profile(String expected) {
        return switch (expected) {
            case "cpu_limit", "time_limit", "memory_limit" -> expected;
            default -> "defaults";
        };
    }

    /** The longest that the attack may take, with what a busy machine adds. */
    Duration bound(Attack attack) {
        if (attack.scenario() == Scenario.UNTRUSTED_FOLDER) {
            return Duration.ofMinutes(2); // processes that are started and end
        }
        var limits = limits(profile);
        var limit = limits.cpuTime().compareTo(limits.wallClock()) < 0 ? limits.cpuTime() : limits.wallClock();
        return limit.multipliedBy(12).dividedBy(10).plusSeconds(5);
    }

    /** Small, but not so small that the first login in a new worker meets them, nor one that waits for a worker to start. */
    private Limits limits(String profile) {
        var cold = level == Isolation.PROCESS ? 3L : 1L;
        var limits = Limits.defaults();
        return switch (profile) {
            case "cpu_limit" ->
                limits.withCpuTime(Duration.ofMillis(cold * 500)).withAllocatedBytes(Long.MAX_VALUE);
            case "time_limit" ->
                limits.withWallClock(Duration.ofMillis(level == Isolation.PROCESS ? 4000 : 700))
                        .withAllocatedBytes(Long.MAX_VALUE);
            case "memory_limit" -> limits.withAllocatedBytes((cold * 48) << 20);
            default -> limits;
        };
    }

    /** A runtime like the one that is attacked, for scenarios that take several. */
    ActionsRuntimeBuilder builder() {
        var internet = EgressPolicy.publicOnly().allowing(List.of(HostileNames.PUBLIC));
        EgressSource egress = tenant -> mayReachServer && tenant.equals(Logins.ATTACKER.id())
                ? internet.allowing(List.of("127.0.0.1:" + server.port()))
                : internet;
        return Levels.builder(level)
                .withLimits(limits(profile))
                .withEgress(egress)
                .withHttpLimits(HttpLimits.defaults().withTotalTime(Duration.ofSeconds(6)))
                .withEventWarnings((trigger, warning) -> {})
                .withSecrets((tenant, action) -> tenant.equals(Logins.ATTACKER.id())
                        ? Secrets.of(Map.of("TOKEN", SECRET))
                        : Secrets.of(Map.of("TOKEN", "of-" + tenant)));
    }

    Isolation level() {
        return level;
    }

    String profile() {
        return profile;
    }

    ActionsRuntime runtime() {
        return runtime;
    }

    HostileServer server() {
        return server;
    }

    Canary canary() {
        return canary;
    }

    /** Plays the attack as its scenario says. */
    Ending play(Attack attack) throws Exception {
        mayReachServer = attack.withServer();
        // A new one, for a connection to the last one may hold an answer that nobody asked for.
        server.close();
        server = HostileServer.start();
        var ending = attack.scenario().play(attack, this);
        if (!attack.withServer() && !server.requests().isEmpty()) {
            throw new AssertionError("reached a server that it may not: " + server.requests());
        }
        return ending;
    }

    /** A login of the attacker's tenant with these parameters in its query, and the hostile server's. */
    Ending login(Flow flow, Map<String, String> query) {
        try {
            return Ending.of(runtime.start(flow, Logins.event("auth0|mallory", withServer(query))));
        } catch (ActionsException e) {
            return Ending.of(e);
        }
    }

    Map<String, String> withServer(Map<String, String> query) {
        var all = new HashMap<>(query);
        all.put("port", String.valueOf(server.port()));
        return all;
    }

    /** That the attacker's tenant and another one go on as if nothing had been. */
    void assertHealthy() {
        assertHealthy(Logins.ATTACKER);
        assertHealthy(OTHER);
    }

    private void assertHealthy(Tenant tenant) {
        var user = "auth0|after-" + requireNonNull(tenant).id();
        Assertions.assertEquals(
                "", Logins.fault(runtime.start(Logins.golden(tenant), Logins.event(user, Map.of())), user));
    }

    @Override
    public void close() {
        canary.close();
        runtime.close();
        server.close();
    }
}
