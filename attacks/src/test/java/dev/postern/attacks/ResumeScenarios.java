package dev.postern.attacks;

import dev.postern.Awaiting;
import dev.postern.FlowResult;
import dev.postern.Resumption;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.factor.Factor;
import dev.postern.snapshot.ResumeToken;
import java.util.List;
import java.util.Map;

/** Attacks that answer a pause. */
final class ResumeScenarios {

    private static final int MOST_PAUSES = 60;

    private ResumeScenarios() {}

    static Ending answered(Attack attack, Arena arena) {
        try {
            var result = start(attack, arena, "auth0|mallory");
            for (var pauses = 0; result instanceof FlowResult.Paused paused; pauses++) {
                if (pauses == MOST_PAUSES) {
                    throw new AssertionError("the login pauses without end");
                }
                result = arena.runtime().resume(paused.resumeToken(), answer(paused));
            }
            return Ending.of(result);
        } catch (ActionsException e) {
            return Ending.of(e);
        }
    }

    /** All wrong answers are refused, and the right one still goes through. */
    static Ending answeredWrongly(Attack attack, Arena arena) {
        var paused = paused(start(attack, arena, "auth0|mallory"));
        var request = Logins.request(Map.of());
        for (var wrong : List.of(
                new Resumption.Challenge(Factor.WEBAUTHN_ROAMING, request),
                new Resumption.Challenge(Factor.EMAIL, request),
                new Resumption.Challenge(Factor.RECOVERY_CODE, request),
                new Resumption.Challenge(null, request),
                new Resumption.Enrollment(Factor.OTP, request),
                new Resumption.Redirect(request),
                new Resumption.Prompt(Logins.object(), Logins.object(), request))) {
            expect(ErrorCode.RESUMPTION_MISMATCH, () -> arena.runtime().resume(paused.resumeToken(), wrong));
        }
        var token = paused.resumeToken();
        for (var forged :
                List.of("", "pr_", token.value() + "A", token.value().substring(1), token.snapshotId(), "../x")) {
            expect(
                    ErrorCode.SNAPSHOT_NOT_FOUND,
                    () -> arena.runtime().resume(ResumeToken.of(Logins.ATTACKER.id(), forged), answer(paused)));
        }
        return Ending.of(arena.runtime().resume(token, answer(paused)));
    }

    static Ending stateOfAnother(Attack attack, Arena arena) {
        var mine = paused(start(attack, arena, "auth0|mallory"));
        var victims = paused(start(attack, arena, "auth0|alice"));
        var state = Map.of("state", mine.resumeToken().value());
        for (var wrong : List.of(state, Map.<String, String>of(), Map.of("state", ""))) {
            expect(
                    ErrorCode.RESUMPTION_MISMATCH,
                    () -> arena.runtime()
                            .resume(victims.resumeToken(), new Resumption.Redirect(Logins.request(wrong))));
        }
        return Ending.of(arena.runtime().resume(victims.resumeToken(), answer(victims)));
    }

    static FlowResult start(Attack attack, Arena arena, String user) {
        return arena.runtime()
                .start(Logins.flow(Logins.ATTACKER, attack.code()), Logins.event(user, arena.withServer(Map.of())));
    }

    static FlowResult.Paused paused(FlowResult result) {
        if (result instanceof FlowResult.Paused paused) {
            return paused;
        }
        throw new AssertionError("did not pause: " + Ending.of(result));
    }

    static Resumption answer(FlowResult.Paused paused) {
        var request = Logins.request(Map.of("state", paused.resumeToken().value()));
        return switch (paused.awaiting()) {
            case Awaiting.Challenge challenge ->
                new Resumption.Challenge(
                        challenge.factors().isEmpty()
                                ? null
                                : challenge.factors().getFirst().type(),
                        request);
            case Awaiting.Enrollment enrollment ->
                new Resumption.Enrollment(enrollment.factors().getFirst().type(), request);
            case Awaiting.Redirect redirect -> new Resumption.Redirect(request);
            case Awaiting.Prompt prompt -> new Resumption.Prompt(Logins.object(), Logins.object(), request);
        };
    }

    static void expect(ErrorCode code, Runnable act) {
        try {
            act.run();
        } catch (ActionsException e) {
            if (e.code() == code) {
                return;
            }
            throw new AssertionError("refused as " + e.code().id() + " rather than " + code.id(), e);
        }
        throw new AssertionError("went through where it is " + code.id());
    }
}
