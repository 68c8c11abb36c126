package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.api.Effects;
import dev.postern.event.Event;
import dev.postern.trigger.Trigger;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.organization.OrganizationProvider;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.TokenExchangeContext;
import org.keycloak.protocol.oidc.tokenexchange.StandardTokenExchangeProvider;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.services.util.UserSessionUtil;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * Exchanges tokens. Of one whose type is the realm's own invention the Actions of {@code custom-token-exchange} say whose it
 * is; one of Keycloak's own it exchanges as Keycloak does. After both, {@code post-login} runs (semantics 10, 77).
 */
final class ActionsTokenExchange extends StandardTokenExchangeProvider {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Types of this prefix mean what a standard says. */
    private static final String STANDARD = "urn:ietf:";

    private final ActionsServer server;

    /** Who acts for the user, as Actions of this exchange have said, or of the one that the subject token is from. */
    private @Nullable ObjectNode actor;

    ActionsTokenExchange(ActionsServer server) {
        this.server = requireNonNull(server, "server");
    }

    @Override
    public boolean supports(TokenExchangeContext context) {
        if (!isCustom(context)) {
            return super.supports(context);
        }
        if (context.getParams().getSubjectToken() == null) {
            context.setUnsupportedReason("the parameter subject_token is missing");
            return false;
        }
        if (context.getClient().isPublicClient()) {
            context.setUnsupportedReason("Public client is not allowed to exchange token");
            return false;
        }
        if (!OIDCAdvancedConfigWrapper.fromClientModel(context.getClient()).isStandardTokenExchangeEnabled()) {
            context.setUnsupportedReason("Standard token exchange is not enabled for the requested client");
            return false;
        }
        return true;
    }

    private static boolean isCustom(TokenExchangeContext context) {
        var type = context.getParams().getSubjectTokenType();
        return type != null
                && type.contains(":")
                && !type.toLowerCase(Locale.ROOT).startsWith(STANDARD);
    }

    @Override
    protected Response tokenExchange() {
        return isCustom(context) ? customExchange() : super.tokenExchange();
    }

    private Response customExchange() {
        checkRequest();
        var effects =
                run(Trigger.CUSTOM_TOKEN_EXCHANGE, () -> KeycloakEvents.exchange(session, client, context), denied -> {
                    // nobody is known yet whom it could be about
                });
        var exchange = requireNonNull(effects.tokenExchange());
        actor = exchange.actor();
        checkActor();
        var user = bind(new ExchangedUser(session, requireNonNull(exchange.user())), exchange.organization());
        LoginEffects.writeMetadata(effects, user);
        // One that is not kept ends with its access token.
        var userSession = new UserSessionManager(session)
                .createUserSession(
                        null,
                        realm,
                        user,
                        user.getUsername(),
                        clientConnection.getRemoteHost(),
                        "token-exchange",
                        false,
                        null,
                        null,
                        isLasting() ? SessionPersistenceState.PERSISTENT : SessionPersistenceState.TRANSIENT);
        event.user(user).detail(Details.USERNAME, user.getUsername()).session(userSession);
        try {
            return super.exchangeClientToClient(user, userSession, null, true);
        } catch (RuntimeException e) {
            session.sessions().removeUserSession(realm, userSession);
            throw e;
        }
    }

    /** Whatever Keycloak would refuse after Actions have run, and users were made and changed. */
    private void checkRequest() {
        if (!getSupportedOAuthResponseTokenTypes().contains(getRequestedTokenType())) {
            throw refusal(OAuthErrorException.INVALID_REQUEST, "requested_token_type unsupported");
        }
        var audience = getTargetAudienceClients();
        validateAudience(null, true, audience);
        getRequestedScope(null, audience);
    }

    private boolean isLasting() {
        return OAuth2Constants.REFRESH_TOKEN_TYPE.equals(getRequestedTokenType());
    }

    private void checkActor() {
        if (actor != null && isLasting()) {
            throw refusal(OAuthErrorException.INVALID_REQUEST, "who acts for somebody else is given no refresh token");
        }
    }

    private UserModel bind(ExchangedUser exchanged, @Nullable String organization) {
        try {
            var found = exchanged.find();
            found.ifPresent(this::checkMayHaveTokens);
            if (organization != null) {
                session.getContext().setOrganization(organization(organization, found));
            }
            return exchanged.bind(found, event);
        } catch (IllegalArgumentException e) {
            throw refusal(OAuthErrorException.INVALID_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private void checkMayHaveTokens(UserModel user) {
        var locked = AuthenticatorUtils.getDisabledByBruteForceEventError(
                session.getProvider(BruteForceProtector.class), session, realm, user);
        if (!user.isEnabled()
                || locked != null
                || user.getServiceAccountClientLink() != null
                || user.getRequiredActionsStream().findAny().isPresent()) {
            event.user(user);
            throw refusal(OAuthErrorException.INVALID_GRANT, "no tokens are given for this user");
        }
    }

    private OrganizationModel organization(String idOrName, Optional<UserModel> user) {
        return Optional.ofNullable(session.getProvider(OrganizationProvider.class))
                .filter(OrganizationProvider::isEnabled)
                .flatMap(all -> Optional.ofNullable(all.getById(idOrName))
                        .or(() -> Optional.ofNullable(all.getByAlias(idOrName))))
                .filter(organization -> organization.isEnabled()
                        && user.filter(organization::isMember).isPresent())
                .orElseThrow(() -> refusal(
                        OAuthErrorException.INVALID_REQUEST, "the user belongs to no organization of this name"));
    }

    /** What Keycloak does with a token of its own, once that is known to be good. */
    @Override
    protected Response exchangeClientToClient(
            UserModel user, UserSessionModel userSession, AccessToken token, boolean onlyForHolder) {
        if (token.getOtherClaims().get(LoginEffects.ACTOR) instanceof Map<?, ?> party) {
            actor = MAPPER.valueToTree(party);
        }
        if (!runsActions()) {
            return super.exchangeClientToClient(user, userSession, token, onlyForHolder);
        }
        checkActor();
        // The client's own session, which may be in the middle of a login, is not for an access token to change.
        var isCopied = userSession.getPersistenceState() != SessionPersistenceState.TRANSIENT && !isLasting();
        var used = isCopied ? UserSessionUtil.createTransientUserSession(session, userSession) : userSession;
        if (token.getSessionId() == null && token.getExp() != null) {
            // There is no session that ends: what comes of a token must not outlive it.
            var terms = SessionTerms.of(used.getNote(SessionTerms.SESSION), Instant.now());
            used.setNote(
                    SessionTerms.SESSION,
                    terms.endingBy(Instant.ofEpochSecond(token.getExp())).note());
        }
        var response = super.exchangeClientToClient(user, used, token, onlyForHolder);
        if (isCopied) {
            Optional.ofNullable(used.getNote(SessionTerms.SESSION))
                    .ifPresent(terms -> userSession.setNote(SessionTerms.SESSION, terms));
        }
        return response;
    }

    /** What Keycloak makes for each exchange, once it is known to be allowed, and before any token is made. */
    @Override
    protected AuthenticationSessionModel createSessionModel(
            UserSessionModel userSession,
            RootAuthenticationSessionModel root,
            UserModel user,
            ClientModel client,
            String scope) {
        var login = super.createSessionModel(userSession, root, user, client, scope);
        try {
            if (runsActions()) {
                pass(userSession, login, scope);
            }
            return login;
        } catch (RuntimeException e) {
            new AuthenticationSessionManager(session).removeAuthenticationSession(realm, login, false);
            throw e;
        }
    }

    private boolean runsActions() {
        return isCustom(context) || actor != null || StepSettings.isStepOf(realm);
    }

    private void pass(UserSessionModel userSession, AuthenticationSessionModel login, @Nullable String scope) {
        var user = userSession.getUser();
        if (user.getServiceAccountClientLink() != null) {
            throw refusal(OAuthErrorException.INVALID_GRANT, "a machine's token is not exchanged");
        }
        var now = Instant.now();
        if (SessionTerms.of(userSession.getNote(SessionTerms.SESSION), now).isOver(now)) {
            throw refusal(OAuthErrorException.INVALID_GRANT, "Session not active");
        }
        var organization = KeycloakEvents.organization(session, user, scope);
        organization.ifPresent(one -> login.setClientNote(OrganizationModel.ORGANIZATION_ATTRIBUTE, one.getId()));
        var effects = run(
                Trigger.POST_LOGIN,
                () -> KeycloakEvents.loginByExchange(session, userSession, client, scope),
                denied -> {
                    LoginEffects.writeMetadata(denied, user);
                    SessionEnd.revoke(session, userSession.getId(), user, denied.session());
                });
        LoginEffects.write(effects, userSession, login, actor);
    }

    private Effects run(Trigger trigger, Supplier<Event> event, Consumer<Effects> denied) {
        try {
            return GrantActions.run(server, realm, trigger, event, denied);
        } catch (OAuthErrorException e) {
            throw refusal(e.getError(), e.getDescription());
        }
    }

    private CorsErrorResponseException refusal(String error, String description) {
        event.detail(Details.REASON, description).error(Errors.NOT_ALLOWED);
        return new CorsErrorResponseException(cors, error, description, Response.Status.BAD_REQUEST);
    }
}
