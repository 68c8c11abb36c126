package dev.postern.keycloak;

import static dev.postern.keycloak.KeycloakRequests.put;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.event.AuthenticationMethod;
import dev.postern.event.Event;
import dev.postern.trigger.Trigger;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuth2Constants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.FormContext;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.RoleUtils;
import org.keycloak.organization.protocol.mappers.oidc.OrganizationScope;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.TokenExchangeContext;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.clientpolicy.context.ServiceAccountTokenRequestContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Tells Actions in Auth0's words what Keycloak knows of a login. */
final class KeycloakEvents {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String CLIENT_METADATA = "metadata.";

    /** What scripts look for where the password is one of the server's own. */
    static final String DATABASE = "Username-Password-Authentication";

    private KeycloakEvents() {}

    /** The event of a login whose user is known. */
    static Event login(AuthenticationFlowContext context, Trigger trigger) {
        var session = context.getSession();
        var realm = context.getRealm();
        var login = context.getAuthenticationSession();
        var user = context.getUser();
        var event = MAPPER.createObjectNode();
        event.putObject("tenant").put("id", realm.getName());
        event.set("request", KeycloakRequests.of(session, login).json());
        event.set("client", client(login.getClient()));
        var provider = LoginPath.identityProvider(login)
                .or(() -> SessionEnd.standing(session, login, user)
                        .map(standing -> standing.getNote(Details.IDENTITY_PROVIDER)));
        event.set("connection", connection(session, provider.orElse(null)));
        event.set("user", user(user));
        event.set("authorization", roles(user, login.getClient()));
        event.putObject("authentication").set("methods", methods(session, login, user));
        event.set("transaction", transaction(login, LoginPath.of(context)));
        if (trigger == Trigger.POST_LOGIN) {
            var kept = event.putObject("session")
                    .put("id", login.getParentSession().getId());
            SessionEnd.standing(session, login, user).ifPresent(standing -> show(standing, kept));
        }
        event.putObject("stats").put("logins_count", LoginCount.of(user) + 1);
        Optional.ofNullable(session.getContext().getOrganization())
                .ifPresent(one -> event.set("organization", organization(one)));
        return Event.of(event);
    }

    /** The event of a refresh token that an application exchanges. */
    static Event refresh(
            KeycloakSession session,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession,
            RefreshToken token) {
        var client = clientSession.getClient();
        var event = inSession(session, userSession, client, "oauth2-refresh-token", token.getScope());
        var refreshToken = event.putObject("refresh_token").put("id", token.getId());
        refreshToken.put("client_id", client.getClientId());
        refreshToken.put("session_id", userSession.getId());
        refreshToken.put("created_at", AuthenticationMethod.time(Instant.ofEpochSecond(token.getIat())));
        SessionTerms.of(clientSession.getNote(SessionTerms.REFRESH_TOKEN), Instant.now())
                .show(refreshToken);
        return Event.of(event);
    }

    /** The event of the login that an exchange of tokens is. */
    static Event loginByExchange(
            KeycloakSession session, UserSessionModel userSession, ClientModel client, @Nullable String scope) {
        return Event.of(inSession(session, userSession, client, "oauth2-token-exchange", scope));
    }

    private static ObjectNode inSession(
            KeycloakSession session,
            UserSessionModel userSession,
            ClientModel client,
            String protocol,
            @Nullable String scope) {
        var user = userSession.getUser();
        var event = atTokenEndpoint(session, client);
        event.withObject("/request").putObject("query");
        event.set("connection", connection(session, userSession.getNote(Details.IDENTITY_PROVIDER)));
        event.set("user", user(user));
        event.set("authorization", roles(user, client));
        event.putObject("authentication").set("methods", ProvedFactors.inSession(userSession, user));
        var transaction = event.putObject("transaction").put("protocol", protocol);
        words(transaction.putArray("requested_scopes"), scope);
        transaction.putObject("metadata");
        show(userSession, event.putObject("session").put("id", userSession.getId()));
        event.putObject("stats").put("logins_count", LoginCount.of(user));
        organization(session, user, scope).ifPresent(one -> event.set("organization", organization(one)));
        return event;
    }

    private static ObjectNode atTokenEndpoint(KeycloakSession session, ClientModel client) {
        var event = MAPPER.createObjectNode();
        event.putObject("tenant").put("id", session.getContext().getRealm().getName());
        var parameters = session.getContext().getHttpRequest().getDecodedFormParameters();
        event.set("request", KeycloakRequests.ofToken(session, parameters));
        event.set("client", client(client));
        return event;
    }

    private static void show(UserSessionModel session, ObjectNode json) {
        json.put("created_at", AuthenticationMethod.time(Instant.ofEpochSecond(session.getStarted())));
        json.put(
                "last_interacted_at",
                AuthenticationMethod.time(Instant.ofEpochSecond(session.getLastSessionRefresh())));
        json.putObject("cookie").put("mode", session.isRememberMe() ? "persistent" : "non-persistent");
        SessionTerms.of(session.getNote(SessionTerms.SESSION), Instant.now()).show(json);
    }

    /** The one that tokens of this scope will name, if it is one. */
    static Optional<OrganizationModel> organization(KeycloakSession session, UserModel user, @Nullable String scope) {
        var known = session.getContext().getOrganization();
        var named = known == null && scope != null ? OrganizationScope.valueOfScope(session, scope) : null;
        if (named == null) {
            return Optional.ofNullable(known);
        }
        var all = named.resolveOrganizations(user, scope, session).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private static ObjectNode organization(OrganizationModel organization) {
        var json = MAPPER.createObjectNode();
        json.put("id", organization.getId());
        json.put("name", organization.getAlias());
        json.put("display_name", organization.getName());
        var metadata = json.putObject("metadata");
        organization
                .getAttributes()
                .forEach((name, values) -> values.stream().findFirst().ifPresent(value -> metadata.put(name, value)));
        return json;
    }

    /** The event of a user who has filled in the registration form. */
    static Event registration(FormContext context) {
        var session = context.getSession();
        var login = context.getAuthenticationSession();
        var form = context.getHttpRequest().getDecodedFormParameters();
        var event = MAPPER.createObjectNode();
        event.putObject("tenant").put("id", context.getRealm().getName());
        event.set("request", KeycloakRequests.of(session, login).json().without("query"));
        event.set("client", client(login.getClient()));
        event.set(
                "connection",
                connection(session, LoginPath.identityProvider(login).orElse(null)));
        event.set("transaction", transaction(login, LoginPath.BROWSER));
        var user = event.putObject("user");
        // As Keycloak will keep them.
        var email = lowerCase(form.getFirst(UserModel.EMAIL));
        put(user, "email", email);
        put(
                user,
                "username",
                context.getRealm().isRegistrationEmailAsUsername()
                        ? email
                        : lowerCase(form.getFirst(UserModel.USERNAME)));
        put(user, "given_name", form.getFirst(UserModel.FIRST_NAME));
        put(user, "family_name", form.getFirst(UserModel.LAST_NAME));
        user.putObject("user_metadata");
        user.putObject("app_metadata");
        return Event.of(event);
    }

    /** The event of a machine that asks for a token of its own. */
    static Event machine(KeycloakSession session, ServiceAccountTokenRequestContext request) {
        var scope = request.getClientSession().getNote(OIDCLoginProtocol.SCOPE_PARAM);
        var event = atTokenEndpoint(session, request.getClientSession().getClient());
        var accessToken = event.putObject("accessToken");
        accessToken.putObject("customClaims");
        words(accessToken.putArray("scope"), scope);
        event.putObject("resource_server")
                .put("identifier", String.valueOf(request.getParams().getFirst("audience")));
        words(event.putObject("transaction").putArray("requested_scopes"), scope);
        return Event.of(event);
    }

    /** The event of a token that Actions are to say whose it is. */
    static Event exchange(KeycloakSession session, ClientModel client, TokenExchangeContext exchange) {
        var parameters = exchange.getParams();
        var event = atTokenEndpoint(session, client);
        var audience = parameters.getAudience();
        event.putObject("resource_server")
                .put("identifier", audience == null ? client.getClientId() : audience.getFirst());
        var transaction = event.putObject("transaction");
        transaction.put("subject_token", parameters.getSubjectToken());
        transaction.put("subject_token_type", parameters.getSubjectTokenType());
        var requested = parameters.getRequestedTokenType();
        transaction.put("requested_token_type", requested == null ? OAuth2Constants.ACCESS_TOKEN_TYPE : requested);
        put(transaction, "actor_token", parameters.getActorToken());
        put(transaction, "actor_token_type", parameters.getActorTokenType());
        words(transaction.putArray("requested_scopes"), parameters.getScope());
        return Event.of(event);
    }

    /** The event of what a user has done, told afterwards. */
    static Event afterwards(RealmModel realm, UserModel user, org.keycloak.events.Event done) {
        var event = MAPPER.createObjectNode();
        event.putObject("tenant").put("id", realm.getName());
        event.set("connection", database());
        event.set("user", user(user));
        var request = event.putObject("request");
        put(request, "ip", done.getIpAddress());
        request.put("method", "POST");
        request.putObject("geoip");
        return Event.of(event);
    }

    private static ObjectNode client(ClientModel client) {
        var json = MAPPER.createObjectNode();
        json.put("client_id", client.getClientId());
        json.put("name", client.getName() == null ? client.getClientId() : client.getName());
        var metadata = json.putObject("metadata");
        // Other attributes may be keys.
        client.getAttributes().forEach((name, value) -> {
            if (name.startsWith(CLIENT_METADATA)) {
                metadata.put(name.substring(CLIENT_METADATA.length()), value);
            }
        });
        return json;
    }

    private static ObjectNode connection(KeycloakSession session, @Nullable String alias) {
        var provider = alias == null ? null : session.identityProviders().getByAlias(alias);
        if (provider == null) {
            return database();
        }
        return MAPPER.createObjectNode()
                .put("id", provider.getInternalId())
                .put("name", provider.getAlias())
                .put("strategy", strategy(provider));
    }

    private static ObjectNode database() {
        return MAPPER.createObjectNode()
                .put("id", "con_database")
                .put("name", DATABASE)
                .put("strategy", "auth0");
    }

    private static String strategy(IdentityProviderModel provider) {
        return switch (provider.getProviderId()) {
            case "google" -> "google-oauth2";
            case "saml" -> "samlp";
            case "keycloak-oidc" -> "oidc";
            default -> provider.getProviderId();
        };
    }

    private static ObjectNode user(UserModel user) {
        var json = MAPPER.createObjectNode();
        json.put("user_id", user.getId());
        json.put("username", user.getUsername());
        put(json, "email", user.getEmail());
        json.put("email_verified", user.isEmailVerified());
        put(json, "given_name", user.getFirstName());
        put(json, "family_name", user.getLastName());
        json.put("name", name(user));
        put(json, "phone_number", user.getFirstAttribute("phoneNumber"));
        put(json, "picture", user.getFirstAttribute("picture"));
        var created = user.getCreatedTimestamp();
        var createdAt = AuthenticationMethod.time(Instant.ofEpochMilli(created == null ? 0 : created));
        json.put("created_at", createdAt);
        json.put("updated_at", createdAt);
        json.set("user_metadata", UserMetadata.USER.of(user));
        json.set("app_metadata", UserMetadata.APP.of(user));
        var identity = json.putArray("identities").addObject();
        identity.put("connection", DATABASE);
        identity.put("provider", "auth0");
        identity.put("user_id", user.getId());
        identity.put("isSocial", false);
        return json;
    }

    private static String name(UserModel user) {
        var first = user.getFirstName() == null ? "" : user.getFirstName();
        var last = user.getLastName() == null ? "" : user.getLastName();
        var both = (first + " " + last).strip();
        return both.isEmpty() ? user.getUsername() : both;
    }

    /** Roles of the realm, and of the client, by their names. */
    private static ObjectNode roles(UserModel user, ClientModel client) {
        var names = new TreeSet<String>();
        RoleUtils.getDeepUserRoleMappings(user).stream()
                .filter(role -> !role.isClientRole() || role.getContainerId().equals(client.getId()))
                .map(RoleModel::getName)
                .forEach(names::add);
        var json = MAPPER.createObjectNode();
        var roles = json.putArray("roles");
        names.forEach(roles::add);
        return json;
    }

    /** What the user has proved: in the session that is there already, and in this login. */
    static ArrayNode methods(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        var methods = SessionEnd.standing(session, login, user)
                .map(standing -> ProvedFactors.inSession(standing, user))
                .orElseGet(MAPPER::createArrayNode);
        var now = AuthenticationMethod.time(Instant.now());
        if (LoginPath.identityProvider(login).isPresent()) {
            methods.addObject().put("name", "federated").put("timestamp", now);
        } else if (AuthenticatorUtil.getAuthnCredentials(login).contains(PasswordCredentialModel.TYPE)) {
            methods.addObject().put("name", "pwd").put("timestamp", now);
        }
        return methods.addAll(ProvedFactors.inLogin(login, user));
    }

    private static ObjectNode transaction(AuthenticationSessionModel login, LoginPath path) {
        var json = MAPPER.createObjectNode();
        json.put("id", login.getParentSession().getId() + "." + login.getTabId());
        json.put("protocol", path.protocol(login));
        json.put(
                "locale",
                CurrentLogin.session()
                        .getContext()
                        .resolveLocale(login.getAuthenticatedUser())
                        .toLanguageTag());
        put(json, "redirect_uri", login.getRedirectUri());
        put(json, "state", login.getClientNote(OIDCLoginProtocol.STATE_PARAM));
        put(json, "login_hint", login.getClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM));
        put(json, "response_mode", login.getClientNote(OIDCLoginProtocol.RESPONSE_MODE_PARAM));
        words(json.putArray("requested_scopes"), login.getClientNote(OIDCLoginProtocol.SCOPE_PARAM));
        words(json.putArray("response_type"), login.getClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM));
        words(json.putArray("acr_values"), login.getClientNote(OIDCLoginProtocol.ACR_PARAM));
        words(json.putArray("prompt"), login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM));
        words(json.putArray("ui_locales"), login.getClientNote(OIDCLoginProtocol.UI_LOCALES_PARAM));
        json.putObject("metadata");
        return json;
    }

    private static void words(ArrayNode array, @Nullable String text) {
        if (text != null) {
            for (var word : text.split(" ", -1)) {
                if (!word.isEmpty()) {
                    array.add(word);
                }
            }
        }
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}
