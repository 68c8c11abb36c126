package dev.postern.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.keycloak.Application.Tokens;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Actions say of sessions and refresh tokens, and refreshes, in a real Keycloak. */
final class SessionTest extends KeycloakTest {

    private static final String OTP = "[name=postern-factor][value=otp]";
    private static final int SECONDS = 8; // the session of the Action 'expire'

    /** Semantics 10. */
    @Test
    void runsTheActionsAtARefresh() throws Exception {
        begin("alice", Map.of());
        var tokens = tokens();

        var refreshed = application.refresh(realm, tokens, Map.of());
        assertEquals(200, refreshed.status(), refreshed.json()::toString);
        var event = refreshed.idToken().path(CLAIM + "event");
        assertEquals("oauth2-refresh-token", event.path("protocol").asText());
        assertEquals("[\"pwd\"]", event.path("methods").toString());

        var denied = application.refresh(realm, tokens, Map.of("try", "deny"));
        assertEquals(400, denied.status());
        assertEquals("access_denied", denied.json().path("error").asText());
        assertEquals("not today", denied.json().path("error_description").asText());
        assertEquals("access_denied", refusal(tokens, "throws"));
        assertEquals("interaction_required", refusal(tokens, "email"));
        assertEquals(200, application.refresh(realm, tokens, Map.of()).status());
    }

    /** Semantics 73. */
    @Test
    void endsASessionAndItsTokensWhenActionsHaveSaid() throws Exception {
        begin("alice", Map.of("try", "expire"));
        var tokens = tokens();
        var end = Instant.now().plusSeconds(SECONDS);
        assertTrue(tokens.accessToken().path("exp").asLong() <= end.getEpochSecond());
        assertEquals(200, application.refresh(realm, tokens, Map.of()).status());
        browser.go(Application.login(realm, Map.of()));
        assertEquals(200, tokens().status());

        Thread.sleep(SECONDS * 1000);
        var refused = application.refresh(realm, tokens, Map.of());
        assertEquals("invalid_grant", refused.json().path("error").asText());
        browser.go(Application.login(realm, Map.of()));
        browser.logIn("alice", PASSWORD);
        assertEquals(200, tokens().status());
    }

    @Test
    void asksForThePasswordWhereOnlyASecondFactorWasProvedSinceTheSessionEnded() throws Exception {
        var secret = enrolled("judy");
        browser.go(Application.login(realm, Map.of("try", "expire")));
        tokens();
        Thread.sleep(SECONDS * 1000);

        browser.go(Application.login(realm, Map.of("client_id", "vault")));
        browser.answer(nextCode(secret));
        assertTrue(browser.find("#username").isDisplayed());
    }

    /** Semantics 18. */
    @Test
    void endsWhatActionsRevoke() throws Exception {
        begin("alice", Map.of());
        var tokens = tokens();
        var refused = application.refresh(realm, tokens, Map.of("try", "revokeToken"));
        assertEquals("access_denied", refused.json().path("error").asText());
        assertEquals(
                "invalid_grant",
                application
                        .refresh(realm, tokens, Map.of())
                        .json()
                        .path("error")
                        .asText());

        browser.go(Application.login(realm, Map.of("try", "revoke")));
        assertEquals("stolen", browser.atApplication(Application.CALLBACK).get("error_description"));
        browser.go(Application.login(realm, Map.of()));
        browser.logIn("alice", PASSWORD);
        assertEquals(200, tokens().status());
    }

    @Test
    void givesNobodyTheTokensOfWhoWasInTheBrowserBefore() throws Exception {
        var offline = Map.of("scope", "openid offline_access", "try", "expire");
        begin("alice", offline);
        tokens();
        Thread.sleep(SECONDS * 1000);

        browser.go(Application.login(realm, offline));
        browser.logIn("bob", PASSWORD);
        var refreshed = application.refresh(realm, tokens(), Map.of());
        assertEquals(200, refreshed.status(), refreshed.json()::toString);
        assertEquals(
                "bob@example.com",
                refreshed
                        .idToken()
                        .path(CLAIM + "event")
                        .path("user")
                        .path("email")
                        .asText());
    }

    @Test
    void keepsTheMetadataOfASession() throws Exception {
        begin("alice", Map.of("try", "keep"));
        tokens();
        browser.go(Application.login(realm, Map.of()));
        assertEquals(
                "{\"seen\":\"here\"}",
                tokens().idToken().path(CLAIM + "event").path("session").toString());
    }

    /** Semantics 28. */
    @Test
    void remembersABrowserIfTheUserWantsIt() throws Exception {
        var secret = enrolled("henry");
        newBrowser();
        begin("henry", Map.of("try", "remember"));
        browser.follow(OTP);
        browser.answer(nextCode(secret));
        browser.follow("[name=postern-remember][value=yes]");
        tokens();

        browser.go(Application.login(realm, Map.of("try", "remember", "prompt", "login")));
        browser.type("#password", PASSWORD);
        browser.follow("#kc-login");
        assertEquals(
                "[\"pwd\",\"mfa otp\",\"pwd\"]",
                tokens().accessToken().path(CLAIM + "after").toString());

        browser.go(Application.login(realm, Map.of("try", "enable")));
        assertTrue(browser.find(OTP).isDisplayed());
        browser.go(Application.login(
                realm,
                Map.of(
                        "try",
                        "remember",
                        "acr_values",
                        "http://schemas.openid.net/pape/policies/2007/06/multi-factor")));
        browser.type("#password", PASSWORD); // Keycloak asks for it where it does not know the class
        browser.follow("#kc-login");
        assertTrue(browser.find(OTP).isDisplayed());
        newBrowser();
        begin("henry", Map.of("try", "remember"));
        assertTrue(browser.find(OTP).isDisplayed());
    }

    private static String refusal(Tokens tokens, String tried) throws Exception {
        var refused = application.refresh(realm, tokens, Map.of("try", tried));
        assertTrue(refused.json().path("access_token").isMissingNode());
        return refused.json().path("error").asText();
    }

    private String enrolled(String user) throws Exception {
        begin(user, Map.of("try", "enroll"));
        var secret = browser.enrollOtp();
        tokens();
        return secret;
    }
}
