package dev.postern.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Actions at other moments than a browser's login. */
final class OtherTriggersTest extends KeycloakTest {

    private static final Pattern LINK = Pattern.compile("http://localhost:8180/\\S+");

    @Test
    void refusesAUserWhoMayNotRegisterAndKeepsWhatActionsSayOfOneWhoMay() throws Exception {
        for (var name : List.of("mallory", "frank")) {
            browser.go(Application.login(realm, Map.of()).replace("/auth?", "/registrations?"));
            register(name);
            if (name.equals("mallory")) {
                browser.awaitText("We do not know you.");
            }
        }
        var tokens = tokens();
        assertEquals(
                "{\"by\":\"form\"}",
                tokens.idToken().path(CLAIM + "event").path("metadata").toString());
    }

    @Test
    void asksForTheTokensOfMachines() throws Exception {
        var machine =
                Map.of("grant_type", "client_credentials", "client_id", "machine", "client_secret", "machine-secret");
        var given = application.token(realm, machine);
        assertEquals(200, given.status(), given.json()::toString);
        assertEquals("machine", given.accessToken().path(CLAIM + "client").asText());

        var more = new HashMap<>(machine);
        more.put("audience", "vault");
        var refused = application.token(realm, more);
        assertEquals(400, refused.status());
        assertEquals("invalid_request", refused.json().path("error").asText());
        assertEquals(
                "not for machines", refused.json().path("error_description").asText());
    }

    @Test
    void passesADirectGrant() throws Exception {
        var parameters = Map.of(
                "grant_type",
                "password",
                "client_id",
                "app",
                "username",
                "alice",
                "password",
                PASSWORD,
                "scope",
                "openid");
        var tokens = application.token(realm, parameters);
        assertEquals(200, tokens.status(), tokens.json()::toString);
        assertEquals(
                "oauth2-password",
                tokens.idToken().path(CLAIM + "event").path("protocol").asText());
    }

    @Test
    void deniesADirectGrantThatNeedsAFactor() throws Exception {
        var refused = application.token(
                realm, Map.of("grant_type", "password", "client_id", "app", "username", "dave", "password", PASSWORD));
        assertEquals(400, refused.status(), refused.json()::toString);
        assertEquals("interaction_required", refused.json().path("error").asText());
    }

    @Test
    void tellsOfANewUserAndOfAChangedPassword() throws Exception {
        browser.go(Application.login(realm, Map.of()).replace("/auth?", "/registrations?"));
        register("nina");
        tokens();
        application.awaitTold("registered=nina");

        browser.go(Application.login(realm, Map.of("kc_action", "UPDATE_PASSWORD")));
        browser.type("#password-new", PASSWORD + "er");
        browser.type("#password-confirm", PASSWORD + "er");
        browser.follow("input[type=submit],button[type=submit]");
        application.awaitTold("changed=nina");
    }

    @Test
    void runsBetweenTheMailOfAPasswordResetAndTheNewPassword() throws Exception {
        for (var name : List.of("bob", "carol")) {
            browser.go(Application.login(realm, Map.of()));
            browser.follow("a[href*='reset-credentials']");
            browser.type("#username", name);
            browser.follow("input[type=submit],button[type=submit]");
            var link = LINK.matcher(mailTo(name + "@example.com"));
            assertTrue(link.find());
            browser.go(link.group());
            if (name.equals("bob")) {
                assertEquals(
                        "not for bob",
                        browser.atApplication(Application.CALLBACK).get("error_description"));
                newBrowser();
            } else {
                browser.type("#password-new", PASSWORD + "er");
                browser.type("#password-confirm", PASSWORD + "er");
                browser.follow("input[type=submit],button[type=submit]");
                browser.awaitText("Your account has been updated"); // and nobody is logged in
            }
        }
    }

    private void register(String name) {
        browser.type("#username", name);
        browser.type("#password", PASSWORD);
        browser.type("#password-confirm", PASSWORD);
        browser.type("#email", name + "@example.com");
        browser.type("#firstName", name);
        browser.type("#lastName", "Ace");
        browser.follow("input[type=submit],button[type=submit]");
    }
}
