package dev.postern.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.keycloak.Application.Tokens;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;

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
        keycloak = KeycloakServer.start(
                home.resolve("keycloak"),
                8180,
                "--features=stateless",
                "--spi-authenticator--postern-actions--geo-country-code-header=X-Country");
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
        var secret = browser.enrollOtp();
        assertEquals(
                "[\"pwd\",\"mfa otp\"]",
                tokens().accessToken().path(CLAIM + "after").toString());

        newBrowser();
        begin("bob", Map.of("try", "otp"));
        browser.type("#otp", "000000");
        browser.click("#kc-login");
        browser.awaitText("Invalid authenticator code");
        browser.answer(Totp.nextCode(secret));
        var tokens = tokens();
        assertEquals(
                "[\"pwd\",\"mfa otp\"]",
                tokens.accessToken().path(CLAIM + "after").toString());
        assertEquals(
                "[\"otp\",\"email\"]",
                tokens.idToken()
                        .path(CLAIM + "event")
                        .path("user")
                        .path("factors")
                        .toString());
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

        assertEquals(
                "{\"answer\":\"yes\"}", tokens().idToken().path(CLAIM + "back").toString());
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
        assertEquals(
                "{\"tab\":\"one\"}", tokens().idToken().path(CLAIM + "back").toString());
        browser.go(realm + "/postern/continue?tab=two&state=" + second);
        assertEquals(
                "{\"tab\":\"two\"}", tokens().idToken().path(CLAIM + "back").toString());
    }

    @Test
    void asksForAnotherFactorWhereTheUserChooses() throws Exception {
        begin("carol", Map.of("try", "enroll"));
        var secret = browser.enrollOtp();
        assertEquals(200, tokens().status());

        newBrowser();
        begin("carol", Map.of("try", "recovery"));
        browser.answer(Totp.nextCode(secret));
        var codes = browser.find("#kc-recovery-codes-list").getText().lines().toList();
        browser.click("#kcRecoveryCodesConfirmationCheck");
        browser.click("#saveRecoveryAuthnCodesBtn");
        assertEquals(
                "[\"pwd\",\"mfa otp\"]",
                tokens().accessToken().path(CLAIM + "after").toString());

        newBrowser();
        begin("carol", Map.of("try", "any"));
        browser.click("button[name=postern-factor][value=recovery-code]");
        browser.type("[name=recoveryCodeInput]", code(codes));
        browser.click("#kc-login");
        assertEquals(
                "[\"pwd\",\"mfa recovery-code\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
    }

    /** The first of the codes on the page, each with its number before it. */
    private static String code(List<String> codes) {
        return codes.getFirst().replaceFirst("^\\s*1:?\\s*", "").strip();
    }

    @Test
    void asksForAFactorAfterAllActionsAndRunsNoneAfterIt() throws Exception {
        begin("dave", Map.of("try", "enroll"));
        var secret = browser.enrollOtp();
        tokens();

        newBrowser();
        begin("dave", Map.of("try", "enable"));
        browser.click("button[name=postern-factor][value=otp]");
        browser.answer(Totp.nextCode(secret));
        assertEquals("[\"pwd\"]", tokens().accessToken().path(CLAIM + "after").toString());
    }

    @Test
    void takesADeviceWhereADeviceIsAskedForAndNoOther() throws Exception {
        browser.addAuthenticator(Transport.INTERNAL);
        begin("grace", Map.of("try", "setUpDevice"));
        browser.click("#registerWebAuthn");
        browser.acceptPrompt("this device");
        assertEquals(
                "[\"pwd\",\"mfa webauthn-platform\"]",
                tokens().accessToken().path(CLAIM + "after").toString());

        // There is a session now: no password is asked for, and the Actions run all the same.
        browser.go(Application.login(realm, Map.of("try", "device")));
        browser.click("#authenticateWebAuthnButton");
        assertEquals(
                "[\"pwd\",\"mfa webauthn-platform\",\"mfa webauthn-platform\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
    }

    @Test
    void showsAFormAndGivesTheActionWhatWasTyped() throws Exception {
        begin("alice", Map.of("try", "form"));
        assertEquals("blue", browser.find("#color").getAttribute("value"));
        browser.type("#color", "red");
        browser.click("#send");
        assertEquals(
                "red", tokens().idToken().path(CLAIM + "back").path("color").asText());
    }

    @Test
    void staysAtItsPageWhenItIsLoadedAgainAndWhenTheUserGoesBack() throws Exception {
        begin("erin", Map.of("try", "enroll"));
        var secret = browser.enrollOtp();
        tokens();

        newBrowser();
        begin("erin", Map.of("try", "otp"));
        browser.find("#otp");
        browser.driver().navigate().refresh();
        browser.find("#otp");
        browser.driver().navigate().back();
        browser.go(Application.login(realm, Map.of("try", "otp")));
        browser.logIn("erin", PASSWORD);
        browser.answer(Totp.nextCode(secret));
        assertEquals(
                "[\"pwd\",\"mfa otp\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
    }

    @Test
    void refusesAUserWhoMayNotRegisterAndKeepsWhatActionsSayOfOneWhoMay() throws Exception {
        for (var name : List.of("mallory", "frank")) {
            browser.go(Application.login(realm, Map.of()).replace("/auth?", "/registrations?"));
            browser.type("#username", name);
            browser.type("#password", PASSWORD);
            browser.type("#password-confirm", PASSWORD);
            browser.type("#email", name + "@example.com");
            browser.type("#firstName", name);
            browser.type("#lastName", "Ace");
            browser.click("input[type=submit],button[type=submit]");
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
}
