package dev.postern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.action.ActionVersions;
import dev.postern.deployment.Flow;
import dev.postern.event.Event;
import dev.postern.factor.Factor;
import dev.postern.snapshot.ResumeToken;
import dev.postern.snapshot.SnapshotKeys;
import dev.postern.snapshot.SnapshotSeal;
import dev.postern.snapshot.SnapshotStore;
import dev.postern.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A runtime whose store gives the snapshot that a fuzz target wants, and tells whether it was used. */
final class FuzzedFlow implements SnapshotStore {

    static final TenantId TENANT = TenantId.of("acme");
    static final ResumeToken TOKEN = ResumeToken.of(TENANT, "pr_fuzz");
    static final SnapshotSeal SEAL = new SnapshotSeal(keys());

    /** One for each kind of pause. */
    static final List<Resumption> RESUMPTIONS = List.of(
            new Resumption.Challenge(Factor.OTP, Flows.request()),
            new Resumption.Enrollment(Factor.WEBAUTHN_ROAMING, Flows.request()),
            new Resumption.Redirect(Flows.request().with("GET", state(), JsonNodeFactory.instance.objectNode())),
            new Resumption.Prompt(state(), state(), Flows.request()));

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    final ActionsRuntime runtime = ActionsRuntime.builder()
            .withSnapshots(this, keys())
            .withActionVersions(ActionVersions.inMemory())
            .withClock(CLOCK)
            .withSnapshotLifetime(Duration.ofDays(1))
            .withEventWarnings((trigger, warning) -> {})
            .build();

    boolean isConsumed;
    private byte[] snapshot = {};

    /** Has the store give this, not used yet. */
    void keep(byte[] kept) {
        snapshot = kept;
        isConsumed = false;
    }

    private static ObjectNode state() {
        return JsonNodeFactory.instance.objectNode().put("state", TOKEN.value());
    }

    private static SnapshotKeys keys() {
        return SnapshotKeys.of("k1", new byte[32]);
    }

    /** The texts of paused flows, one for each kind of pause. */
    List<byte[]> texts() {
        var event = Flows.event("auth0|1");
        var withoutFactors = event.withMember(JsonNodeFactory.instance.arrayNode(), "user", "enrolledFactors");
        return List.of(
                text(Flows.withChallenge(), event),
                text(Flows.of("api.authentication.enrollWith({ type: 'webauthn-roaming' });"), withoutFactors),
                text(Flows.of("api.multifactor.enable('any'); api.user.setAppMetadata('a', { b: 1.5 });"), event),
                text(continued("api.redirect.sendUserTo('https://example.com/', { query: { a: 'b' } });"), event),
                text(continued("api.prompt.render('ap_1', { fields: { a: 1 }, vars: { b: [] } });"), event));
    }

    private static Flow continued(String body) {
        return Flows.of(body + "\n};\nexports.onContinuePostLogin = async (event, api) => {"
                + "\napi.idToken.setCustomClaim('prompt', event.prompt);");
    }

    private byte[] text(Flow flow, Event event) {
        var paused = (FlowResult.Paused) runtime.start(flow, event);
        return SEAL.open(paused.resumeToken(), snapshot);
    }

    @Override
    public void save(String id, byte[] saved, Instant expiresAt) {
        snapshot = saved;
    }

    @Override
    public Optional<Stored> find(String id) {
        if (!id.equals(TOKEN.snapshotId())) {
            return Optional.empty();
        }
        return Optional.of(isConsumed ? new Stored.Consumed() : new Stored.Waiting(snapshot));
    }

    @Override
    public boolean consume(String id) {
        var first = !isConsumed && id.equals(TOKEN.snapshotId());
        isConsumed = true;
        return first;
    }

    @Override
    public int removeExpired(Instant now) {
        return 0;
    }
}
