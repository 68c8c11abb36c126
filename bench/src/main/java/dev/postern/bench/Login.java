package dev.postern.bench;

import dev.postern.ActionsRuntime;
import dev.postern.FlowResult;
import dev.postern.Resumption;
import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.event.Event;
import dev.postern.event.Request;
import dev.postern.factor.Factor;
import dev.postern.tenant.Tenant;
import dev.postern.tenant.TenantLimits;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One login as DESIGN measures it: three Actions, each in a fresh context, with one pause whose snapshot is sealed,
 * stored, opened and resumed. Thread-safe.
 */
final class Login implements AutoCloseable {

    static final List<String> ACTIONS = List.of("1-claims.js", "2-step-up.js", "3-after-mfa.js");

    private final ActionsRuntime runtime;
    private final String event = resource("event.json");
    private final Request request = Event.parse(event).request();
    private final Flow flow = new Flow(
            Tenant.of("acme"),
            Trigger.POST_LOGIN,
            ACTIONS.stream().map(name -> ActionVersion.of(name, resource(name))).toList());

    /** A login as fast as the server can, with no limits of its tenant. */
    Login() {
        this(ActionsRuntime.builder()
                .withTenantLimits(tenant -> TenantLimits.none())
                .build());
    }

    /** Closes that runtime in the end. */
    Login(ActionsRuntime runtime) {
        this.runtime = runtime;
    }

    /** The whole login; fails unless it completes. */
    FlowResult.Completed run() {
        var result = runtime.start(flow, Event.parse(event));
        if (result instanceof FlowResult.Paused paused) {
            result = runtime.resume(paused.resumeToken(), new Resumption.Challenge(Factor.OTP, request));
        }
        if (result instanceof FlowResult.Completed completed) {
            return completed;
        }
        throw new IllegalStateException("the login did not complete: " + result);
    }

    static Stream<String> files() {
        return Stream.concat(ACTIONS.stream(), Stream.of("event.json", "peer.mjs"));
    }

    static String resource(String name) {
        try (var in = Login.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        runtime.close();
    }
}
