package dev.postern.keycloak;

import dev.postern.http.EgressPolicy;
import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.Limits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/**
 * What a realm's administrators have taken from its Actions, in the settings of the steps <i>Postern Actions</i>. It holds for
 * all triggers of the realm; where several steps say something the smallest counts. Nothing of it gives more than the server's
 * options do.
 *
 * @param wallClock for all Actions between two pauses, or empty
 * @param cpuTime of an Action, or empty
 * @param egress where requests may be sent; each policy holds
 * @param inWorkers whether Actions run in processes of their own wherever the server runs others
 */
record RealmLimits(
        Optional<Duration> wallClock, Optional<Duration> cpuTime, List<EgressPolicy> egress, boolean inWorkers) {

    static final String WALL_CLOCK = "wall-clock-ms";
    static final String CPU_TIME = "cpu-ms";
    static final String EGRESS = "egress";
    static final String ISOLATION = "isolation";

    /** What the isolation can be made. */
    static final String WORKERS = "process";

    private static final String NOWHERE = "none";

    RealmLimits {
        egress = List.copyOf(egress);
    }

    /** @throws SettingException if a setting is not as it must be */
    static RealmLimits of(RealmModel realm) {
        var steps = realm.getAuthenticatorConfigsStream()
                .filter(model -> model.getConfig() != null)
                .toList();
        return new RealmLimits(
                least(steps, WALL_CLOCK),
                least(steps, CPU_TIME),
                settings(steps, EGRESS, RealmLimits::policy).toList(),
                settings(steps, ISOLATION, RealmLimits::isWorkers).reduce(false, Boolean::logicalOr));
    }

    Limits limits(Limits server) {
        return server.withWallClock(smaller(wallClock, server.wallClock()))
                .withCpuTime(smaller(cpuTime, server.cpuTime()));
    }

    Isolation isolation(Isolation server) {
        return inWorkers ? Isolation.PROCESS : server;
    }

    EgressPolicy egress(EgressPolicy server) {
        var all = server;
        for (var policy : egress) {
            all = policy.within(all);
        }
        return all;
    }

    private static Duration smaller(Optional<Duration> own, Duration server) {
        return own.filter(limit -> limit.compareTo(server) < 0).orElse(server);
    }

    private static Optional<Duration> least(List<AuthenticatorConfigModel> steps, String name) {
        return settings(steps, name, RealmLimits::millis).min(Duration::compareTo);
    }

    private static Duration millis(String text) {
        try {
            var millis = Long.parseLong(text);
            if (millis > 0) {
                return Duration.ofMillis(millis);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("write a positive number of milliseconds");
    }

    private static EgressPolicy policy(String text) {
        return text.equals(NOWHERE) ? EgressPolicy.none() : EgressPolicy.none().allowing(entries(text));
    }

    /** The entries of a list with commas. */
    static List<String> entries(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    private static boolean isWorkers(String text) {
        if (!text.equals(WORKERS)) {
            throw new IllegalArgumentException("write " + WORKERS + " or nothing");
        }
        return true;
    }

    /** What the steps say of one thing, where they do. */
    private static <T> Stream<T> settings(
            List<AuthenticatorConfigModel> steps, String name, Function<String, T> reading) {
        return steps.stream().flatMap(step -> {
            var text = step.getConfig()
                    .getOrDefault(StepSettings.PREFIX + name, "")
                    .strip();
            try {
                return text.isEmpty() ? Stream.empty() : Stream.of(reading.apply(text));
            } catch (IllegalArgumentException e) {
                throw new SettingException("the step's settings '" + step.getAlias() + "' have '" + text + "' for "
                        + name + ", and no Action of the realm runs until that is mended: " + e.getMessage());
            }
        });
    }
}
