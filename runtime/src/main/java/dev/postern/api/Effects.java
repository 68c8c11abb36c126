package dev.postern.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.postern.event.AuthenticationMethod;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the identity server must apply, merged over all Actions so far. Applying the effects of a pause and later those
 * of the end comes to the same as applying the latter alone. What no Action has asked for is empty or null.
 *
 * @param idTokenClaims to put on the ID token
 * @param accessTokenClaims to put on the access token
 * @param scopesAdded to the access token
 * @param scopesRemoved from the access token
 * @param userMetadata to merge into the user's metadata, by top-level name; a JSON null removes the name
 * @param appMetadata likewise
 * @param primaryUserId the user the tokens are for, or null; fail the login unless the user who logged in is a secondary
 *     identity of that one (semantics 67)
 * @param authenticationMethods to add to the session, in order
 * @param session changes of the session
 * @param refreshToken changes of the refresh token: of the one exchanged, or of the one that this login gives
 * @param samlResponse changes of the SAML response
 * @param targetScopes all scopes that a machine's token is asked for; give those that the client has a grant for
 * @param resultUrl where to send the user after a password reset
 * @param userId the id of the user to be created
 * @param tokenExchange what a custom token exchange has found out
 * @param notification what becomes of a message; null where it was delivered
 * @param provenance which call caused an effect, by its path: {@code user_metadata.plan}, {@code session.expires_at}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Effects(
        Map<String, JsonNode> idTokenClaims,
        Map<String, JsonNode> accessTokenClaims,
        Set<String> scopesAdded,
        Set<String> scopesRemoved,
        Map<String, JsonNode> userMetadata,
        Map<String, JsonNode> appMetadata,
        @Nullable String primaryUserId,
        List<AuthenticationMethod> authenticationMethods,
        @Nullable SessionChange session,
        @Nullable SessionChange refreshToken,
        @Nullable SamlResponse samlResponse,
        @Nullable List<String> targetScopes,
        @Nullable URI resultUrl,
        @Nullable String userId,
        @Nullable TokenExchange tokenExchange,
        @Nullable Notification notification,
        Map<String, Origin> provenance) {

    private static final Effects NONE = new Effects(
            Map.of(), Map.of(), Set.of(), Set.of(), Map.of(), Map.of(), null, List.of(), null, null, null, null, null,
            null, null, null, Map.of());

    public Effects {
        idTokenClaims = ordered(idTokenClaims);
        accessTokenClaims = ordered(accessTokenClaims);
        scopesAdded = Collections.unmodifiableSet(new LinkedHashSet<>(scopesAdded));
        scopesRemoved = Collections.unmodifiableSet(new LinkedHashSet<>(scopesRemoved));
        userMetadata = ordered(userMetadata);
        appMetadata = ordered(appMetadata);
        authenticationMethods = List.copyOf(authenticationMethods);
        targetScopes = targetScopes == null ? null : List.copyOf(targetScopes);
        provenance = ordered(provenance);
    }

    public static Effects none() {
        return NONE;
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Shows how much there is, not what: claims and metadata are personal data. */
    @Override
    public String toString() {
        return "Effects[" + idTokenClaims.size() + " ID token claims, " + accessTokenClaims.size()
                + " access token claims, " + (userMetadata.size() + appMetadata.size()) + " metadata changes]";
    }
}
