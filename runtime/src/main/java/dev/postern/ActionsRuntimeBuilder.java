package dev.postern;

import static java.util.Objects.requireNonNull;

import dev.postern.action.ActionVersions;
import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.cache.CacheStore;
import dev.postern.deployment.Flow;
import dev.postern.directory.EnrolledFactors;
import dev.postern.directory.FactorPolicy;
import dev.postern.directory.GroupDirectory;
import dev.postern.directory.RoleDirectory;
import dev.postern.directory.UserSearch;
import dev.postern.http.DepthHeader;
import dev.postern.http.EgressPolicy;
import dev.postern.http.HttpLimits;
import dev.postern.node.NodePlatform;
import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.Sandbox;
import dev.postern.sandbox.WorkerSettings;
import dev.postern.snapshot.SnapshotKeys;
import dev.postern.snapshot.SnapshotStore;
import dev.postern.tenant.EgressSource;
import dev.postern.tenant.LimitsSource;
import dev.postern.tenant.TenantLimits;
import dev.postern.tenant.TenantLimitsSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes an {@link ActionsRuntime}. By default paused flows live in this process, and Actions have no secrets. */
public final class ActionsRuntimeBuilder {

    private static final Instant FIRST_DATE = Instant.ofEpochMilli(-8_640_000_000_000_000L);
    private static final Instant LAST_DATE = Instant.ofEpochMilli(8_640_000_000_000_000L);

    SnapshotStore store = SnapshotStore.inMemory();
    SnapshotKeys keys = SnapshotKeys.random();
    ActionVersions versions = ActionVersions.inMemory();
    SecretSource secrets = (tenant, action) -> Secrets.none();
    LimitsSource limits = tenant -> Limits.defaults();
    Clock clock = Clock.systemUTC();

    @Nullable
    Instant fixedTime;

    Duration snapshotLifetime = Duration.ofHours(1);
    CacheStore cache = CacheStore.inMemory();

    @Nullable
    GroupDirectory groups;

    @Nullable
    RoleDirectory roles;

    EnrolledFactors enrolledFactors = EnrolledFactors.ofEvent();
    FactorPolicy factorPolicy = FactorPolicy.ofTenant();
    UserSearch users = UserSearch.byHost();
    EgressSource egress = tenant -> EgressPolicy.publicOnly();
    HttpLimits httpLimits = HttpLimits.defaults();
    DepthHeader depthHeader = DepthHeader.ofThisProcess();
    Isolation isolation = Isolation.IN_PROCESS;
    WorkerSettings workers = WorkerSettings.defaults();
    boolean withQuickStart;
    TenantLimitsSource tenantLimits = tenant -> TenantLimits.defaults();
    LongSupplier nanoTime = System::nanoTime;
    boolean withCommandLines;
    ActionConsole console = (transaction, action, line) -> {};
    EventWarnings eventWarnings = EventCheck.LOGGED;

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
        requireNonNull(limits, "limits");
        return withLimits(tenant -> limits);
    }

    /** What an Action of each tenant may use; the defaults if not said. */
    public ActionsRuntimeBuilder withLimits(LimitsSource limits) {
        this.limits = requireNonNull(limits, "limits");
        return this;
    }

    /**
     * What stands between the Actions of tenants; contexts in this process if not said. Where anybody may write Actions it
     * should be {@link Isolation#PROCESS}: docs/security/threat-model.md says what each level holds.
     */
    public ActionsRuntimeBuilder withIsolation(Isolation isolation) {
        this.isolation = requireNonNull(isolation, "isolation");
        return this;
    }

    /**
     * Does not initialise the engine's classes first, which takes some seconds once in a process, where Actions run in this
     * one. For tools that run the Actions of their own user: in a server a hostile Action could make a class of the engine
     * unusable for all tenants.
     */
    public ActionsRuntimeBuilder withQuickStart() {
        this.withQuickStart = true;
        return this;
    }

    /** How many worker processes there are and what each may take, where Actions run in such. */
    public ActionsRuntimeBuilder withWorkers(WorkerSettings workers) {
        this.workers = requireNonNull(workers, "workers");
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

    /**
     * Stops the time that Actions and timestamps show, so that a run can be repeated. Flows expire as before.
     *
     * @throws IllegalArgumentException if no Date of JavaScript can be that time
     */
    public ActionsRuntimeBuilder withFixedTime(Instant now) {
        if (now.isBefore(FIRST_DATE) || now.isAfter(LAST_DATE)) {
            throw new IllegalArgumentException("a fixed time is from " + FIRST_DATE + " to " + LAST_DATE);
        }
        this.fixedTime = now;
        return this;
    }

    /** Who hears what Actions write to the console; nobody if not said. */
    public ActionsRuntimeBuilder withConsole(ActionConsole console) {
        this.console = requireNonNull(console, "console");
        return this;
    }

    /** Who hears what is odd about the events that flows start with; the log if not said. */
    public ActionsRuntimeBuilder withEventWarnings(EventWarnings eventWarnings) {
        this.eventWarnings = requireNonNull(eventWarnings, "eventWarnings");
        return this;
    }

    /**
     * Records with each command, and so with each effect, the line of the Action that caused it. It takes some 50 µs a
     * command, about as long as the Action itself: for tools, and for servers that look for a fault.
     */
    public ActionsRuntimeBuilder withCommandLines() {
        this.withCommandLines = true;
        return this;
    }

    /** Where {@code api.cache} keeps its records; in this process if not said. */
    public ActionsRuntimeBuilder withCache(CacheStore cache) {
        this.cache = requireNonNull(cache, "cache");
        return this;
    }

    /** Who answers {@code api.groups}; if not said, its promises are rejected, for no answer would be safe. */
    public ActionsRuntimeBuilder withGroups(GroupDirectory groups) {
        this.groups = requireNonNull(groups, "groups");
        return this;
    }

    /** Who answers {@code api.roles}; if not said, its promises are rejected, for no answer would be safe. */
    public ActionsRuntimeBuilder withRoles(RoleDirectory roles) {
        this.roles = requireNonNull(roles, "roles");
        return this;
    }

    /** Who knows which factors a user has enrolled; the event if not said. */
    public ActionsRuntimeBuilder withEnrolledFactors(EnrolledFactors enrolledFactors) {
        this.enrolledFactors = requireNonNull(enrolledFactors, "enrolledFactors");
        return this;
    }

    /** Which factors a login may use; those of the tenant if not said. */
    public ActionsRuntimeBuilder withFactorPolicy(FactorPolicy factorPolicy) {
        this.factorPolicy = requireNonNull(factorPolicy, "factorPolicy");
        return this;
    }

    /** Who knows whether the user of a custom token exchange exists; if not said, the host finds out by itself. */
    public ActionsRuntimeBuilder withUserSearch(UserSearch users) {
        this.users = requireNonNull(users, "users");
        return this;
    }

    /** Where the Actions of each tenant may send requests; the public internet if not said. */
    public ActionsRuntimeBuilder withEgress(EgressSource egress) {
        this.egress = requireNonNull(egress, "egress");
        return this;
    }

    /** How much the requests of Actions may take. The deadline of the Action ends them too. */
    public ActionsRuntimeBuilder withHttpLimits(HttpLimits httpLimits) {
        this.httpLimits = requireNonNull(httpLimits, "httpLimits");
        return this;
    }

    /**
     * What tells this server that a request comes from an Action; see {@link Flow#withDepth}. Servers that start each
     * other's flows share its key. If not said, no server can tell.
     */
    public ActionsRuntimeBuilder withDepthHeader(DepthHeader depthHeader) {
        this.depthHeader = requireNonNull(depthHeader, "depthHeader");
        return this;
    }

    /** What each tenant may take of this server; {@link TenantLimits#defaults} if not said. */
    public ActionsRuntimeBuilder withTenantLimits(TenantLimitsSource tenantLimits) {
        this.tenantLimits = requireNonNull(tenantLimits, "tenantLimits");
        return this;
    }

    /** For tests: the time that the limits of tenants go by. */
    ActionsRuntimeBuilder withNanoTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        return this;
    }

    /**
     * Makes it when it is ready to run Actions, which takes some seconds.
     *
     * @throws IllegalStateException if no worker process can be started, where Actions run in such
     */
    public ActionsRuntime build() {
        if (isolation == Isolation.IN_PROCESS && !withQuickStart) {
            Sandbox.prepare();
        }
        return new ActionsRuntime(this, Sandbox.of(isolation, NodePlatform.platform(), workers));
    }
}
