package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.ActionsRuntime;
import dev.postern.Awaiting;
import dev.postern.FlowResult;
import dev.postern.Resumption;
import dev.postern.event.Event;
import dev.postern.http.EgressPolicy;
import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.WorkerSettings;
import dev.postern.snapshot.ResumeToken;
import dev.postern.snapshot.SnapshotKeys;
import dev.postern.store.file.StateFolder;
import dev.postern.tenant.Tenant;
import dev.postern.tenant.TenantId;
import dev.postern.trigger.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.keycloak.Config;
import org.keycloak.models.RealmModel;

/** Runs the Actions of all realms of this server, as its own configuration says. */
final class ActionsServer implements AutoCloseable {

    /** What a proxy in front of the server may know of an address, by its name in {@code event.request.geoip}. */
    private static final List<String> GEO = List.of(
            "cityName",
            "continentCode",
            "countryCode",
            "countryName",
            "latitude",
            "longitude",
            "subdivisionCode",
            "subdivisionName",
            "timeZone");

    private final Afterwards afterwards = new Afterwards();
    private final RealmFolders folders;

    private final FactorMethods factors;

    /** As they were when a flow of the realm last began or went on: Actions run on threads without a realm. */
    private final Map<TenantId, RealmLimits> realms;

    private final Map<String, String> geoHeaders;

    private final Isolation isolation;
    private final Function<Isolation, ActionsRuntime> building;

    /** That of the server's isolation, and that of workers once a realm wants these. */
    private final Map<Isolation, ActionsRuntime> runtimes = new ConcurrentHashMap<>();

    private ActionsServer(
            RealmFolders folders,
            FactorMethods factors,
            Map<TenantId, RealmLimits> realms,
            Map<String, String> geoHeaders,
            Isolation isolation,
            Function<Isolation, ActionsRuntime> building) {
        this.folders = folders;
        this.factors = factors;
        this.realms = realms;
        this.geoHeaders = geoHeaders;
        this.isolation = isolation;
        this.building = building;
        runtimes.put(isolation, building.apply(isolation));
    }

    /**
     * Reads the server's options, all of them with {@code spi-authenticator--postern-actions--} before them.
     *
     * @throws IllegalArgumentException if one is not as it must be
     */
    static ActionsServer of(Config.Scope config) {
        var home = Path.of(System.getProperty("kc.home.dir", "."));
        var folders = new RealmFolders(home.resolve(config.get("tenants", "postern")));
        var state = StateFolder.open(home.resolve(config.get("state", "data/postern")));
        var key = config.get("snapshot-key");
        var keys = key == null
                ? state.keys()
                : SnapshotKeys.of("server", Base64.getDecoder().decode(key));
        var isolation = Isolation.valueOf(
                config.get("isolation", "in-process").replace('-', '_').toUpperCase(Locale.ROOT));
        var egress = EgressPolicy.publicOnly().allowing(RealmLimits.entries(config.get("egress", "")));
        var limits = Limits.defaults();
        limits = limits.withWallClock(Duration.ofMillis(
                config.getLong("wall-clock-ms", limits.wallClock().toMillis())));
        limits = limits.withCpuTime(
                Duration.ofMillis(config.getLong("cpu-ms", limits.cpuTime().toMillis())));
        var usual = WorkerSettings.defaults();
        var workers = usual.withMost(config.getInt("workers", usual.most()));
        var factors = FactorMethods.of(config);
        var most = limits;
        var realms = new ConcurrentHashMap<TenantId, RealmLimits>();
        Function<Isolation, ActionsRuntime> building = level -> ActionsRuntime.builder()
                .withIsolation(level)
                .withWorkers(workers)
                .withConsole(ActionsLog::console)
                .withLimits(tenant -> requireNonNull(realms.get(tenant)).limits(most))
                .withEgress(tenant -> requireNonNull(realms.get(tenant)).egress(egress))
                .withSnapshots(new KeycloakSnapshotStore(), keys)
                .withActionVersions(state.actionVersions())
                .withSecrets(new VaultSecrets(folders))
                .withFactorPolicy((tenant, event) -> factors.available())
                .withEnrolledFactors((tenant, userId) -> factors.enrolled(userId))
                .build();
        return new ActionsServer(folders, factors, realms, geoHeaders(config), isolation, building);
    }

    private static Map<String, String> geoHeaders(Config.Scope config) {
        var headers = new HashMap<String, String>();
        for (var name : GEO) {
            var option = "geo-" + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "-header";
            var header = config.get(option);
            if (header != null) {
                headers.put(name, header);
            }
        }
        return Map.copyOf(headers);
    }

    /** The headers that tell where an address is, by the name of what they tell. */
    Map<String, String> geoHeaders() {
        return geoHeaders;
    }

    FactorMethods factors() {
        return factors;
    }

    /** Runs what the realm binds to the trigger. Throws as {@link RealmFolders#get} and the runtime do. */
    FlowResult start(RealmModel realm, Trigger trigger, Event event) {
        var flow = folders.get(realm.getName()).flow(Tenant.of(realm.getName()), trigger);
        return logged(realm, runtime(realm).start(flow, event));
    }

    /** What a paused flow of a realm waits for. Throws as the runtime does. */
    Awaiting awaiting(ResumeToken token) {
        return requireNonNull(runtimes.get(isolation)).find(token).result().awaiting();
    }

    /** Goes on with a paused flow of the realm. Throws as the runtime does. */
    FlowResult resume(RealmModel realm, ResumeToken token, Resumption resumption) {
        return logged(realm, runtime(realm).resume(token, resumption));
    }

    /** The one for the realm, which knows the limits that are the realm's now. */
    private ActionsRuntime runtime(RealmModel realm) {
        var limits = RealmLimits.of(realm);
        realms.put(TenantId.of(realm.getName()), limits);
        return runtimes.computeIfAbsent(limits.isolation(isolation), building);
    }

    private static FlowResult logged(RealmModel realm, FlowResult result) {
        if (result instanceof FlowResult.Failed failed) {
            ActionsLog.failed(realm, failed);
        }
        return result;
    }

    /** Runs what nobody waits for. */
    void later(String realm, Runnable work) {
        afterwards.run(realm, work);
    }

    @Override
    public void close() {
        afterwards.close();
        runtimes.values().forEach(ActionsRuntime::close);
    }
}
