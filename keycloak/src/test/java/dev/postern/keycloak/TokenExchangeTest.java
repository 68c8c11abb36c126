package dev.postern.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.keycloak.Application.Tokens;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Exchanges of tokens: of those that only the realm's Actions know, and of Keycloak's own (semantics 10, 17, 77). */
final class TokenExchangeTest extends KeycloakTest {

    private static final String LEGACY = "https://acme.example/legacy";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String REFRESH_TOKEN = "urn:ietf:params:oauth:token-type:refresh_token";

    @Test
    void givesTokensForTheUserWhomActionsNameAndRunsPostLogin() throws Exception {
        var alice = direct("alice").accessToken().path("sub").asText();

        var tokens = exchange(LEGACY, "user " + alice, Map.of());

        assertEquals(200, tokens.status(), tokens.json()::toString);
        assertEquals(alice, tokens.accessToken().path("sub").asText());
        var event = tokens.idToken().path(CLAIM + "event");
        assertEquals("oauth2-token-exchange", event.path("protocol").asText());
        assertEquals("alice@example.com", event.path("user").path("email").asText());
        assertTrue(tokens.json().path("refresh_token").isMissingNode());
    }

    @Test
    void saysWhoActsForTheUserAndGivesThatOneNoRefreshToken() throws Exception {
        var alice = direct("alice").accessToken().path("sub").asText();

        var tokens = exchange(LEGACY, "agent " + alice, Map.of());
        assertEquals("{\"sub\":\"machine\"}", tokens.accessToken().path("act").toString());
        assertEquals("{\"sub\":\"machine\"}", tokens.idToken().path("act").toString());

        var lasting = Map.of("requested_token_type", REFRESH_TOKEN);
        assertRefused("invalid_request", exchange(LEGACY, "agent " + alice, lasting));
        var refreshable = exchange(LEGACY, "user " + alice, lasting);
        assertNotNull(refreshable.json().path("refresh_token").asText(null), refreshable.json()::toString);
    }

    @Test
    void keepsTheActorAndTheEndOfATokenThatIsExchangedAgain() throws Exception {
        var alice = direct("alice").accessToken().path("sub").asText();
        var first = exchange(LEGACY, "agent " + alice, Map.of("try", "expire"));
        var token = first.json().path("access_token").asText();

        var second = exchange(ACCESS_TOKEN, token, Map.of());
        assertEquals(200, second.status(), second.json()::toString);
        assertEquals("{\"sub\":\"machine\"}", second.accessToken().path("act").toString());
        assertEquals(first.accessToken().path("exp"), second.accessToken().path("exp"));
        assertRefused("invalid_request", exchange(ACCESS_TOKEN, token, Map.of("requested_token_type", REFRESH_TOKEN)));
    }

    @Test
    void createsAUserOnceAndReplacesTheProfileWhereActionsSaySo() throws Exception {
        var created = exchange(LEGACY, "profile 7f", Map.of());
        assertEquals(200, created.status(), created.json()::toString);
        application.awaitTold("registered=legacy-7f");
        var event = created.idToken().path(CLAIM + "event");
        assertEquals("7f@legacy.example", event.path("user").path("email").asText());
        assertEquals("{\"from\":\"legacy\"}", event.path("metadata").toString());

        var again = exchange(LEGACY, "known 7f", Map.of());
        assertEquals(created.accessToken().path("sub"), again.accessToken().path("sub"), again.json()::toString);
        assertEquals("Leo", again.idToken().path("given_name").asText());

        assertEquals(
                "Leo",
                exchange(LEGACY, "profile 7f", Map.of())
                        .idToken()
                        .path("given_name")
                        .asText());
    }

    @Test
    void givesTokensForAnOrganizationThatTheUserBelongsTo() throws Exception {
        var tokens = exchange(
                LEGACY, "partner " + direct("alice").accessToken().path("sub").asText(), Map.of());
        assertEquals(
                "Partners",
                tokens.idToken().path(CLAIM + "event").path("organization").asText(),
                tokens.json()::toString);
        var bob = direct("bob").accessToken().path("sub").asText();
        var refused = exchange(LEGACY, "partner " + bob, Map.of());
        assertRefused("invalid_request", refused);
        assertEquals(
                "the user belongs to no organization of this name",
                refused.json().path("error_description").asText());
    }

    @Test
    void refusesAsActionsSayAndWhoeverDoesNotExist() throws Exception {
        assertRefused("invalid_request", exchange(LEGACY, "nothing", Map.of()));
        assertRefused("unsupported_token_type", exchange("https://acme.example/other", "user 1", Map.of()));
        assertRefused("invalid_request", exchange(LEGACY, "user 1", Map.of()));
        assertRefused("invalid_request", exchange(LEGACY, "known nobody", Map.of()));
        assertRefused("invalid_request", exchange(LEGACY, "of nobody", Map.of()));
        var alice = direct("alice").accessToken().path("sub").asText();
        assertRefused("access_denied", exchange(LEGACY, "user " + alice, Map.of("try", "deny")));
        var machine = application.token(
                realm,
                Map.of("grant_type", "client_credentials", "client_id", "machine", "client_secret", "machine-secret"));
        assertRefused(
                "invalid_grant",
                exchange(LEGACY, "user " + machine.accessToken().path("sub").asText(), Map.of()));
    }

    @Test
    void runsPostLoginWhereATokenOfKeycloaksOwnIsExchanged() throws Exception {
        var token = direct("alice").json().path("access_token").asText();

        var tokens = exchange(ACCESS_TOKEN, token, Map.of());
        assertEquals(200, tokens.status(), tokens.json()::toString);
        assertEquals(
                "oauth2-token-exchange",
                tokens.idToken().path(CLAIM + "event").path("protocol").asText());

        var denied = exchange(ACCESS_TOKEN, token, Map.of("try", "deny"));
        assertRefused("access_denied", denied);
        assertEquals("not today", denied.json().path("error_description").asText());
        assertRefused("access_denied", exchange(ACCESS_TOKEN, token, Map.of("try", "throws")));
        assertRefused("interaction_required", exchange(ACCESS_TOKEN, token, Map.of("try", "enable")));
    }

    private static void assertRefused(String error, Tokens tokens) {
        assertEquals(400, tokens.status(), tokens.json()::toString);
        assertEquals(error, tokens.json().path("error").asText(), tokens.json()::toString);
    }

    private static Tokens direct(String user) throws Exception {
        return application.token(
                realm,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "app",
                        "username",
                        user,
                        "password",
                        PASSWORD,
                        "scope",
                        "openid"));
    }

    private static Tokens exchange(String type, String token, Map<String, String> more) throws Exception {
        var parameters = new HashMap<>(more);
        parameters.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
        parameters.put("client_id", "machine");
        parameters.put("client_secret", "machine-secret");
        parameters.put("subject_token", token);
        parameters.put("subject_token_type", type);
        parameters.put("scope", "openid");
        return application.token(realm, parameters);
    }
}
