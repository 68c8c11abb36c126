package dev.postern;

import static java.util.Objects.requireNonNull;

import dev.postern.action.ActionVersions;
import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.sandbox.Limits;
import dev.postern.snapshot.SnapshotKeys;
import dev.postern.snapshot.SnapshotStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes an {@link ActionsRuntime}. By default paused flows live in this process, and Actions have no secrets. */
public final class ActionsRuntimeBuilder {

    SnapshotStore store = SnapshotStore.inMemory();
    SnapshotKeys keys = SnapshotKeys.random();
    ActionVersions versions = ActionVersions.inMemory();
    SecretSource secrets = (tenant, action) -> Secrets.none();
    Limits limits = Limits.defaults();
    Clock clock = Clock.systemUTC();

    @Nullable
    Instant fixedTime;

    Duration snapshotLifetime = Duration.ofHours(1);
    ActionConsole console = (transaction, action, line) -> {};

    ActionsRuntimeBuilder() {}

    /** Where paused flows are kept, and the keys that seal them: servers that resume each other's flows share both. */
    public ActionsRuntimeBuilder withSnapshots(SnapshotStore store, SnapshotKeys keys) {
        this.store = requireNonNull(store, "store");
        this.keys = requireNonNull(keys, "keys");
        return this;
    }

    /** Where a resumed flow finds the Action versions it started with; shared like the snapshots. */
    public ActionsRuntimeBuilder withActionVersions(ActionVersions versions) {
        this.versions = requireNonNull(versions, "versions");
        return this;
    }

    /** Where Actions get their secrets from. */
    public ActionsRuntimeBuilder withSecrets(SecretSource secrets) {
        this.secrets = requireNonNull(secrets, "secrets");
        return this;
    }

    /** What an Action may use. The wall clock counts for all Actions between two pauses together (semantics 21). */
    public ActionsRuntimeBuilder withLimits(Limits limits) {
        this.limits = requireNonNull(limits, "limits");
        return this;
    }

    /** How long a paused flow can be resumed; an hour if not said (semantics 51). */
    public ActionsRuntimeBuilder withSnapshotLifetime(Duration lifetime) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("the lifetime of a snapshot must be positive");
        }
        this.snapshotLifetime = lifetime;
        return this;
    }

    /** The time of day: when flows expire, and the timestamps they show unless the time is fixed. */
    public ActionsRuntimeBuilder withClock(Clock clock) {
        this.clock = requireNonNull(clock, "clock");
        return this;
    }

    /** Stops the time that Actions and timestamps show, so that a run can be repeated. Flows expire as before. */
    public ActionsRuntimeBuilder withFixedTime(Instant now) {
        this.fixedTime = requireNonNull(now, "now");
        return this;
    }

    /** Who hears what Actions write to the console; nobody if not said. */
    public ActionsRuntimeBuilder withConsole(ActionConsole console) {
        this.console = requireNonNull(console, "console");
        return this;
    }

    public ActionsRuntime build() {
        return new ActionsRuntime(this);
    }
}
