package dev.postern.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/** Puts on tokens what the Actions of the login have asked for: claims, and scopes of the access token. */
public final class ActionsTokenMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper {

    /** The provider's id. */
    public static final String ID = "postern-actions-mapper";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What Keycloak itself says in a token: roles, permissions, scope. An Action must not say it in its place. */
    private static final Set<String> OWN =
            MAPPER
                    .getSerializationConfig()
                    .introspect(MAPPER.constructType(AccessToken.class))
                    .findProperties()
                    .stream()
                    .map(BeanPropertyDefinition::getName)
                    .collect(Collectors.toUnmodifiableSet());

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Postern Actions";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds the claims and scopes that the realm's Actions have set.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        claims(token, tokens(context, userSession).path("id_token"));
        return token;
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel model,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext context) {
        var tokens = tokens(context, userSession);
        claims(token, tokens.path("access_token"));
        var text = token.getScope() == null ? "" : token.getScope();
        var scopes = new LinkedHashSet<>(Arrays.asList(text.split(" ", -1)));
        tokens.path("scopes_added").forEach(scope -> scopes.add(scope.asText()));
        tokens.path("scopes_removed").forEach(scope -> scopes.remove(scope.asText()));
        scopes.remove("");
        token.setScope(String.join(" ", scopes));
        LoginEffects.shorten(token, userSession, context.getClientSession());
        return token;
    }

    private static void claims(IDToken token, JsonNode claims) {
        claims.properties().stream()
                .filter(claim -> !OWN.contains(claim.getKey()))
                .forEach(claim ->
                        token.setOtherClaims(claim.getKey(), MAPPER.convertValue(claim.getValue(), Object.class)));
    }

    private static JsonNode tokens(ClientSessionContext context, UserSessionModel session) {
        return LoginEffects.tokens(context.getClientSession(), session);
    }
}
