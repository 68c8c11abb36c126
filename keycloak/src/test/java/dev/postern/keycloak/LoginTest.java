package dev.postern.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.keycloak.Application.Tokens;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logins of users with a browser, in a real Keycloak. */
@Timeout(300)
final class LoginTest {

    private static final String PASSWORD = "wonder";
    private static final String CLAIM = "https://acme.example/";

    @TempDir
    private static Path home;

    private static KeycloakServer keycloak;
    private static Application application;
    private static String realm;

    @TempDir
    private Path profile;

    private Browser browser;

    @BeforeAll
    static void start() throws Exception {
        application = new Application();
        keycloak = KeycloakServer.start(home.resolve("keycloak"), 8180);
        realm = keycloak.realm("acme");
    }

    @AfterAll
    static void stop() throws Exception {
        keycloak.close();
        application.close();
    }

    @BeforeEach
    void open() {
        browser = Browser.open(profile);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void putsClaimsOfActionsOnTokens() throws Exception {
        begin("alice", Map.of());

        var tokens = tokens();
        var event = tokens.idToken().path(CLAIM + "event");
        assertEquals("alice@example.com", event.path("user").path("email").asText());
        assertEquals("gold", event.path("plan").asText());
        assertEquals("auth0", event.path("connection").asText());
        assertEquals("oidc-basic-profile", event.path("protocol").asText());
        assertEquals("[\"pwd\"]", event.path("methods").toString());
        assertEquals("{\"color\":\"green\",\"size\":7}", event.path("metadata").toString());
        assertTrue(event.path("roles").asBoolean());
        assertEquals("[\"pwd\"]", tokens.accessToken().path(CLAIM + "after").toString());
    }

    @Test
    void enrollsAFactorAtTheFirstLoginAndAsksForItAtTheNext() throws Exception {
        begin("bob", Map.of("try", "enroll"));
        browser.click("#mode-manual");
        var secret = browser.find("#kc-totp-secret-key").getText();
        browser.type("#totp", Totp.code(secret));
        browser.click("#saveTOTPBtn");
        assertEquals("[\"pwd\",\"mfa otp\"]", tokens().accessToken().path(CLAIM + "after").toString());

        newBrowser();
        begin("bob", Map.of("try", "otp"));
        browser.type("#otp", "000000");
        browser.click("#kc-login");
        assertTrue(browser.find("#input-error-otp-code").isDisplayed());
        browser.type("#otp", nextCode(secret));
        browser.click("#kc-login");
        var tokens = tokens();
        assertEquals("[\"pwd\",\"mfa otp\"]", tokens.accessToken().path(CLAIM + "after").toString());
        assertEquals(
                "[\"otp\"]",
                tokens.idToken().path(CLAIM + "event").path("user").path("factors").toString());
    }

    @Test
    void tellsTheApplicationOfADenial() {
        begin("alice", Map.of("try", "deny"));

        var answer = browser.atApplication(Application.CALLBACK);
        assertEquals("access_denied", answer.get("error"));
        assertEquals("not today", answer.get("error_description"));
        assertEquals("of-the-application", answer.get("state"));
    }

    @Test
    void sendsABrowserAwayAndGoesOnWhenItComesBack() throws Exception {
        begin("alice", Map.of("try", "redirect", "to", Application.ELSEWHERE));

        var sent = browser.atApplication(Application.ELSEWHERE);
        assertEquals("alice", sent.get("user"));
        browser.go(realm + "/postern/continue?answer=yes&state=" + sent.get("state"));

        assertEquals("{\"answer\":\"yes\"}", tokens().idToken().path(CLAIM + "back").toString());
    }

    @Test
    void goesOnForNoOtherBrowser() {
        begin("alice", Map.of("try", "redirect", "to", Application.ELSEWHERE));
        var state = browser.atApplication(Application.ELSEWHERE).get("state");

        newBrowser();
        browser.go(realm + "/postern/continue?state=" + state);

        assertTrue(browser.find("#kc-error-message").isDisplayed());
    }

    @Test
    void refusesALoginWhoseActionFails() throws Exception {
        for (var failing : new String[] {"loop", "throws"}) {
            begin("alice", Map.of("try", failing));
            assertTrue(browser.find("#kc-error-message").isDisplayed());
            assertFalse(browser.url().startsWith(Application.CALLBACK));
            newBrowser();
        }
        begin("alice", Map.of());
        assertEquals(200, tokens().status());
    }

    @Test
    void asksInTwoTabsByThemselves() throws Exception {
        begin("alice", Map.of("try", "redirect", "to", Application.ELSEWHERE));
        var first = browser.atApplication(Application.ELSEWHERE).get("state");
        browser.go(Application.login(realm, Map.of("try", "redirect", "to", Application.ELSEWHERE)));
        browser.logIn("alice", PASSWORD);
        var second = browser.atApplication(Application.ELSEWHERE).get("state");

        browser.go(realm + "/postern/continue?tab=one&state=" + first);
        assertEquals("{\"tab\":\"one\"}", tokens().idToken().path(CLAIM + "back").toString());
        browser.go(realm + "/postern/continue?tab=two&state=" + second);
        assertEquals("{\"tab\":\"two\"}", tokens().idToken().path(CLAIM + "back").toString());
    }

    @Test
    void passesADirectGrantAndRefusesOneThatNeedsTheUser() throws Exception {
        var parameters = Map.of(
                "grant_type", "password", "client_id", "app", "username", "alice", "password", PASSWORD, "scope", "openid");
        var tokens = application.token(realm, parameters);
        assertEquals(200, tokens.status(), tokens.json()::toString);
        assertEquals(
                "oauth2-password",
                tokens.idToken().path(CLAIM + "event").path("protocol").asText());
    }

    private void begin(String user, Map<String, String> parameters) {
        browser.go(Application.login(realm, parameters));
        browser.logIn(user, PASSWORD);
    }

    private Tokens tokens() throws Exception {
        var answer = browser.atApplication(Application.CALLBACK);
        assertEquals(null, answer.get("error"), () -> String.valueOf(answer));
        return application.exchange(realm, String.valueOf(answer.get("code")));
    }

    private void newBrowser() {
        browser.close();
        browser = Browser.open(profile);
        browser.driver().manage().deleteAllCookies();
    }

    /** Keycloak takes no code twice. */
    private static String nextCode(String secret) throws Exception {
        var used = Totp.code(secret);
        var code = used;
        while (code.equals(used)) {
            Thread.sleep(500);
            code = Totp.code(secret);
        }
        return code;
    }
}
