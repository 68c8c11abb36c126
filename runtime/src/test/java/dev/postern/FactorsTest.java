package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.directory.EnrolledFactors;
import dev.postern.directory.FactorPolicy;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.factor.Factor;
import dev.postern.tenant.Tenant;
import dev.postern.tenant.TenantId;
import dev.postern.trigger.Trigger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which factors a user has and may use, as the host says at the start of a flow and whenever it goes on. */
final class FactorsTest {

    private static final String CHALLENGES =
            "api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'phone' }]);";
    private static final String SHOWS = "console.log(event.user.enrolledFactors.map((factor) => factor.type).join());";

    private final List<String> lines = new ArrayList<>();
    private final Enrolled enrolled = new Enrolled();
    private final Policy policy = new Policy();
    private final ActionsRuntime runtime =
            builder().withEnrolledFactors(enrolled).withFactorPolicy(policy).build();

    @AfterEach
    void close() {
        runtime.close();
    }

    /** What the user has enrolled, which changes meanwhile. */
    private static final class Enrolled implements EnrolledFactors {

        List<String> now = List.of("otp", "phone");
        int asked;

        @Override
        public Optional<List<String>> types(TenantId tenant, String userId) {
            asked++;
            assertEquals("acme auth0|1", tenant + " " + userId);
            return Optional.of(now);
        }
    }

    private static final class Policy implements FactorPolicy {

        Set<Factor> now = EnumSet.allOf(Factor.class);
        int asked;

        @Override
        public Set<Factor> factors(Tenant tenant, Event event) {
            asked++;
            assertEquals("acme auth0|1", tenant.id() + " " + event.userId());
            assertEquals(EnumSet.allOf(Factor.class), tenant.factors()); // its own, whatever was answered before
            return now;
        }
    }

    @Nested
    class WithoutAnAnswerOfTheHost {

        @Test
        void believesTheEvent() {
            try (var plain = builder().build()) {
                var paused = paused(plain.start(Flows.of(SHOWS + CHALLENGES), Flows.event("auth0|1")));

                assertEquals(List.of("otp,phone"), lines);
                assertEquals(List.of(Factor.OTP, Factor.PHONE), challenge(paused));
            }
        }

        @Test
        void takesTheFactorsOfTheTenant() {
            try (var plain = builder().build()) {
                var flow = Flows.of(Tenant.of("acme").withFactors(Set.of(Factor.PHONE)), CHALLENGES);

                assertEquals(List.of(Factor.PHONE), challenge(paused(plain.start(flow, Flows.event("auth0|1")))));
            }
        }
    }

    @Nested
    class AtTheStart {

        @Test
        void asksTheHostWhatTheUserHasEnrolled() {
            enrolled.now = List.of("phone");

            var paused = paused(start(SHOWS + CHALLENGES));

            assertEquals(List.of("phone"), lines);
            assertEquals(List.of(Factor.PHONE), challenge(paused));
            assertEquals(1, enrolled.asked);
        }

        @Test
        void doesNotBelieveTheEventOfAUserWhoHasEnrolledNothing() {
            enrolled.now = List.of();

            assertEquals(ErrorCode.NO_USABLE_FACTOR, failed(start(SHOWS + CHALLENGES)));
            assertEquals(List.of(""), lines);
        }

        @Test
        void asksTheHostWhatMayBeUsed() {
            policy.now = Set.of(Factor.OTP);

            assertEquals(List.of(Factor.OTP), challenge(paused(start(CHALLENGES))));
            assertEquals(1, policy.asked);
        }

        @Test
        void failsWhereNothingMayBeUsed() {
            policy.now = Set.of();

            assertEquals(ErrorCode.NO_USABLE_FACTOR, failed(start(CHALLENGES)));
            assertEquals(ErrorCode.NO_USABLE_FACTOR, failed(start("api.multifactor.enable('any');")));
        }
    }

    /** Semantics 28. */
    @Test
    void letsARememberedBrowserPassTheLastChallengeThatAllowsIt() {
        var allowed = paused(start("api.multifactor.enable('any', { allowRememberBrowser: true });"));
        var completed = assertInstanceOf(
                FlowResult.Completed.class,
                runtime.resume(allowed.resumeToken(), new Resumption.RememberedBrowser(Flows.request())));
        assertEquals(List.of(), completed.effects().authenticationMethods());

        for (var body : List.of("api.multifactor.enable('any');", CHALLENGES)) {
            var paused = paused(start(body));
            var refused = assertThrows(
                    ActionsException.class,
                    () -> runtime.resume(paused.resumeToken(), new Resumption.RememberedBrowser(Flows.request())));
            assertEquals(ErrorCode.RESUMPTION_MISMATCH, refused.code());
        }
    }

    @Nested
    class WhenTheFlowGoesOn {

        @Test
        void asksTheHostAgainWhatTheUserHasEnrolled() {
            var paused = paused(start(CHALLENGES, SHOWS + "api.authentication.challengeWith({ type: 'email' });"));
            enrolled.now = List.of("otp", "email");

            var again = paused(resume(paused, Factor.OTP));

            assertEquals(List.of("otp,email"), lines);
            assertEquals(List.of(Factor.EMAIL), challenge(again));
            assertEquals(2, enrolled.asked);
        }

        @Test
        void asksTheHostAgainWhatMayBeUsed() {
            var paused = paused(start(CHALLENGES, "api.authentication.challengeWith({ type: 'phone' });"));
            policy.now = Set.of(Factor.OTP);

            assertEquals(ErrorCode.NO_USABLE_FACTOR, failed(resume(paused, Factor.OTP)));
            assertEquals(2, policy.asked);
        }

        @Test
        void asksAtEachResume() {
            policy.now = Set.of(Factor.OTP, Factor.PHONE, Factor.EMAIL);
            var paused = paused(start(CHALLENGES, "api.authentication.challengeWith({ type: 'email' });", SHOWS));
            enrolled.now = List.of("otp", "email");
            var again = paused(resume(paused, Factor.OTP));
            enrolled.now = List.of("otp", "email", "webauthn-platform");

            assertInstanceOf(FlowResult.Completed.class, resume(again, Factor.EMAIL));

            assertEquals(List.of("otp,email,webauthn-platform"), lines);
            assertEquals(3, enrolled.asked);
            assertEquals(3, policy.asked);
        }

        /** The host may know of it already, or not yet (semantics 44). */
        @Test
        void showsAFactorThatWasEnrolledOnce() {
            for (var knows : List.of(true, false)) {
                lines.clear();
                enrolled.now = List.of();
                var paused = paused(start("api.authentication.enrollWith({ type: 'otp' });", SHOWS));
                assertInstanceOf(Awaiting.Enrollment.class, paused.awaiting());
                enrolled.now = knows ? List.of("otp") : List.of();

                var completed =
                        runtime.resume(paused.resumeToken(), new Resumption.Enrollment(Factor.OTP, Flows.request()));

                assertInstanceOf(FlowResult.Completed.class, completed);
                assertEquals(List.of("otp"), lines);
            }
        }

        @Test
        void doesNotAskForAnAnswerThatIsRefused() {
            var paused = paused(start(CHALLENGES));

            var refused = assertThrows(ActionsException.class, () -> resume(paused, Factor.EMAIL));

            assertEquals(ErrorCode.RESUMPTION_MISMATCH, refused.code());
            assertEquals(1, enrolled.asked);
            assertEquals(1, policy.asked);
        }
    }

    /** A user of a machine has no factors, and the event of one has no user. */
    @Test
    void asksNothingWhereThereIsNoMfa() {
        var flow = Flows.of(
                Tenant.of("acme"), Trigger.CREDENTIALS_EXCHANGE, "console.log(JSON.stringify(event.user ?? null));");

        runtime.start(flow, Event.of(Trigger.CREDENTIALS_EXCHANGE.sampleEvent()));

        assertEquals(List.of("null"), lines);
        assertEquals(0, enrolled.asked);
        assertEquals(0, policy.asked);
    }

    private ActionsRuntimeBuilder builder() {
        return ActionsRuntime.builder().withConsole((transaction, action, line) -> lines.add(line.message()));
    }

    private FlowResult start(String... bodies) {
        return runtime.start(Flows.of(bodies), Flows.event("auth0|1"));
    }

    private FlowResult resume(FlowResult.Paused paused, Factor factor) {
        return runtime.resume(paused.resumeToken(), new Resumption.Challenge(factor, Flows.request()));
    }

    private static FlowResult.Paused paused(FlowResult result) {
        return assertInstanceOf(FlowResult.Paused.class, result);
    }

    private static List<Factor> challenge(FlowResult.Paused paused) {
        return assertInstanceOf(Awaiting.Challenge.class, paused.awaiting()).factors().stream()
                .map(selector -> selector.type())
                .toList();
    }

    private static ErrorCode failed(FlowResult result) {
        return assertInstanceOf(FlowResult.Failed.class, result).error().code();
    }
}
