package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.Awaiting;
import dev.postern.FlowResult;
import dev.postern.Resumption;
import dev.postern.api.Denial;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Request;
import dev.postern.factor.Factor;
import dev.postern.folder.FolderException;
import dev.postern.trigger.Trigger;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.util.TokenUtil;

/**
 * Runs a realm's Actions as a step of a login. Where they pause, the step shows what the user has to do and goes on with the
 * answer. It succeeds only where the flow has completed; whatever else happens fails the login.
 */
final class ActionsAuthenticator implements Authenticator {

    /** Refusals after which a login can only begin anew. */
    private static final Set<ErrorCode> OVER =
            Set.of(ErrorCode.SNAPSHOT_NOT_FOUND, ErrorCode.SNAPSHOT_REPLAYED, ErrorCode.SNAPSHOT_EXPIRED);

    /** Refusals after which a paused login still waits. */
    private static final Set<ErrorCode> WAITING = Set.of(
            ErrorCode.RESOURCE_EXHAUSTED, ErrorCode.BREAKER_OPEN, ErrorCode.CANCELLED, ErrorCode.RESUMPTION_MISMATCH);

    /** Who has proved none of these may have been known by the session's cookie. */
    private static final Set<String> FIRST_FACTORS = Set.of(
            PasswordCredentialModel.TYPE,
            WebAuthnCredentialModel.TYPE_PASSWORDLESS,
            UserCredentialModel.KERBEROS,
            UserCredentialModel.CLIENT_CERT);

    private final ActionsServer server;

    ActionsAuthenticator(ActionsServer server) {
        this.server = requireNonNull(server, "server");
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        // A browser that comes back from elsewhere comes without a form; all else that does is a reload.
        goOn(context, awaiting -> awaiting instanceof Awaiting.Redirect);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        goOn(context, awaiting -> true);
    }

    private void goOn(AuthenticationFlowContext context, Predicate<Awaiting> isAnswered) {
        closed(context, () -> {
            var token = PausedLogin.find(context);
            if (token.isEmpty()) {
                start(context);
                return;
            }
            var awaiting = server.awaiting(token.get());
            if (!isAnswered.test(awaiting)) {
                show(context, awaiting);
                return;
            }
            answer(context, awaiting).ifPresent(resumption -> {
                // An enrollment that logs the user out elsewhere leaves Keycloak with the login of that.
                context.getSession().getContext().setAuthenticationSession(context.getAuthenticationSession());
                go(context, server.resume(context.getRealm(), token.get(), resumption));
            });
        });
    }

    private void start(AuthenticationFlowContext context) {
        var settings = StepSettings.of(context.getAuthenticatorConfig());
        if (endsSessionThatIsOver(context)) {
            return;
        }
        go(
                context,
                server.start(
                        context.getRealm(), settings.trigger(), KeycloakEvents.login(context, settings.trigger())));
    }

    /** A session that Actions have ended logs nobody in: the user has to, unless this was just done. */
    private static boolean endsSessionThatIsOver(AuthenticationFlowContext context) {
        var login = context.getAuthenticationSession();
        var now = Instant.now();
        var over = SessionEnd.standing(context.getSession(), login, context.getUser())
                .filter(standing -> SessionTerms.of(standing.getNote(SessionTerms.SESSION), now)
                        .isOver(now));
        over.ifPresent(ended -> SessionEnd.endOver(context.getSession(), ended, now));
        var wasUsed = over.isPresent()
                && AuthenticatorUtil.getAuthnCredentials(login).stream().noneMatch(FIRST_FACTORS::contains)
                && LoginPath.identityProvider(login).isEmpty();
        if (wasUsed) {
            context.resetFlow();
        }
        return wasUsed;
    }

    private void go(AuthenticationFlowContext context, FlowResult result) {
        var login = context.getAuthenticationSession();
        switch (result) {
            case FlowResult.Completed completed -> {
                PausedLogin.forget(login);
                if (StepSettings.of(context.getAuthenticatorConfig()).trigger() == Trigger.POST_LOGIN) {
                    LoginEffects.write(completed.effects(), context.getSession(), context.getUser(), login);
                } else {
                    // No Action of post-login has run: a new password is set, and nobody is logged in.
                    LoginEffects.writeMetadata(completed.effects(), context.getUser());
                    login.setAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS, "true");
                }
                context.success();
            }
            case FlowResult.Denied denied -> {
                LoginEffects.writeMetadata(denied.effects(), context.getUser());
                deny(context, denied.denial());
                var id = login.getParentSession().getId();
                SessionEnd.revoke(
                        context.getSession(),
                        id,
                        context.getUser(),
                        denied.effects().session());
            }
            case FlowResult.Failed failed -> {
                PausedLogin.forget(login);
                fail(context, "posternFailed");
            }
            case FlowResult.Paused paused -> {
                PausedLogin.keep(context, paused.resumeToken());
                LoginEffects.writeMetadata(paused.effects(), context.getUser());
                if (LoginPath.of(context) == LoginPath.DIRECT_GRANT) {
                    deny(context, Denial.interactionRequired());
                } else if (RememberedBrowser.passes(context, paused.awaiting())) {
                    var remembered = new Resumption.RememberedBrowser(request(context));
                    go(context, server.resume(context.getRealm(), paused.resumeToken(), remembered));
                } else {
                    show(context, paused.awaiting());
                }
            }
        }
    }

    private static void show(AuthenticationFlowContext context, Awaiting awaiting) {
        if (RememberedBrowser.isAsked(context)) {
            RememberedBrowser.show(context);
            return;
        }
        switch (awaiting) {
            case Awaiting.Challenge challenge -> FactorPage.of(challenge).show(context);
            case Awaiting.Enrollment enrollment -> FactorPage.of(enrollment).show(context);
            case Awaiting.Redirect redirect ->
                context.forceChallenge(Response.seeOther(redirect.url()).build());
            case Awaiting.Prompt prompt -> PromptPage.show(context, prompt);
        }
    }

    /** What the user has answered; empty if something is left to do, which is shown then. */
    private static Optional<Resumption> answer(AuthenticationFlowContext context, Awaiting awaiting) {
        return switch (awaiting) {
            case Awaiting.Challenge challenge ->
                passed(context, challenge).map(factor -> new Resumption.Challenge(factor, request(context)));
            case Awaiting.Enrollment enrollment ->
                FactorPage.of(enrollment)
                        .answer(context)
                        .map(factor -> new Resumption.Enrollment(factor, request(context)));
            case Awaiting.Redirect redirect -> {
                var returned = ReturnedRequest.take(context.getAuthenticationSession());
                if (returned.isEmpty()) {
                    show(context, redirect);
                }
                yield returned.map(Resumption.Redirect::new);
            }
            case Awaiting.Prompt prompt -> Optional.of(PromptPage.answer(context, prompt, request(context)));
        };
    }

    private static Optional<Factor> passed(AuthenticationFlowContext context, Awaiting.Challenge challenge) {
        if (RememberedBrowser.isAsked(context)) {
            return RememberedBrowser.answer(context);
        }
        var passed = FactorPage.of(challenge).answer(context);
        if (passed.isPresent() && RememberedBrowser.mayRemember(challenge)) {
            RememberedBrowser.ask(context, passed.get());
            return Optional.empty();
        }
        return passed;
    }

    private static Request request(AuthenticationFlowContext context) {
        return KeycloakRequests.of(context.getSession(), context.getAuthenticationSession());
    }

    /** Runs it so that whatever it throws fails the login. */
    private static void closed(AuthenticationFlowContext context, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            ActionsLog.notRun(context.getRealm(), e);
            var code =
                    e instanceof ActionsException refused ? Optional.of(refused.code()) : Optional.<ErrorCode>empty();
            if (!(e instanceof FolderException)
                    && code.filter(WAITING::contains).isEmpty()) {
                PausedLogin.forget(context.getAuthenticationSession());
            }
            fail(context, code.filter(OVER::contains).isPresent() ? "posternExpired" : "posternFailed");
        }
    }

    private static void fail(AuthenticationFlowContext context, String message) {
        context.getEvent().error(Errors.GENERIC_AUTHENTICATION_ERROR);
        // No failure in Keycloak's sense: that would count as a wrong password, and lock users out for a broken Action.
        context.forceChallenge(
                LoginPath.of(context) == LoginPath.DIRECT_GRANT
                        ? TokenErrors.response("access_denied", "the login could not be completed")
                        : context.form().setError(message).createErrorPage(Response.Status.BAD_REQUEST));
    }

    /** Refuses the login as the application is to hear it. */
    private static void deny(AuthenticationFlowContext context, Denial denial) {
        var login = context.getAuthenticationSession();
        PausedLogin.forget(login);
        context.getEvent().detail("reason", denial.reason()).error(Errors.ACCESS_DENIED);
        if (LoginPath.of(context) == LoginPath.DIRECT_GRANT) {
            context.forceChallenge(TokenErrors.response(denial.code(), denial.reason()));
            return;
        }
        if (TokenUtil.hasPrompt(
                login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_NONE)) {
            // Keycloak itself tells the application, of whatever a silent login would show.
            context.forceChallenge(Response.noContent().build());
            return;
        }
        var silent = denial.code().equals("interaction_required");
        var protocol = context.getSession()
                .getProvider(LoginProtocol.class, login.getProtocol())
                .setRealm(context.getRealm())
                .setHttpHeaders(context.getHttpRequest().getHttpHeaders())
                .setUriInfo(context.getUriInfo())
                .setEventBuilder(context.getEvent());
        var error = silent ? LoginProtocol.Error.PASSIVE_INTERACTION_REQUIRED : LoginProtocol.Error.CONSENT_DENIED;
        context.forceChallenge(protocol.sendError(login, error, denial.reason()));
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // the user has nothing to set up for it
    }

    @Override
    public void close() {
        // the server lives on
    }
}
