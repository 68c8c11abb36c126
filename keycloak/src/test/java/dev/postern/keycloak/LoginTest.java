package dev.postern.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;

/** Logins of users with a browser, in a real Keycloak. */
final class LoginTest extends KeycloakTest {

    private static final Pattern SIX_DIGITS = Pattern.compile("\\b\\d{6}\\b");
    private static final Pattern SMS = Pattern.compile("sms to \\+4930123456: (\\d{6})");
    private static final Pattern RECOVERY_CODE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}");

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
        var secret = enrollOtp();
        assertEquals(
                "[\"pwd\",\"mfa otp\"]",
                tokens().accessToken().path(CLAIM + "after").toString());

        newBrowser();
        begin("bob", Map.of("try", "otp"));
        browser.type("#otp", "000000");
        browser.click("#kc-login");
        browser.awaitText("Invalid authenticator code");
        browser.type("#otp", nextCode(secret));
        browser.click("#kc-login");
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
        var secret = enrollOtp();
        assertEquals(200, tokens().status());

        newBrowser();
        begin("carol", Map.of("try", "recovery"));
        browser.type("#otp", nextCode(secret));
        browser.click("#kc-login");
        var code = firstCode(browser.find("#kc-recovery-codes-list").getText());
        browser.click("#kcRecoveryCodesConfirmationCheck");
        browser.click("#saveRecoveryAuthnCodesBtn");
        assertEquals(
                "[\"pwd\",\"mfa otp\"]",
                tokens().accessToken().path(CLAIM + "after").toString());

        newBrowser();
        begin("carol", Map.of("try", "any"));
        browser.click("button[name=postern-factor][value=recovery-code]");
        browser.type("[name=recoveryCodeInput]", code);
        browser.click("#kc-login");
        assertEquals(
                "[\"pwd\",\"mfa recovery-code\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
    }

    private static String firstCode(String page) {
        var code = RECOVERY_CODE.matcher(page);
        assertTrue(code.find(), page);
        return code.group();
    }

    @Test
    void asksForAFactorAfterAllActionsAndRunsNoneAfterIt() throws Exception {
        begin("dave", Map.of("try", "enroll"));
        var secret = enrollOtp();
        tokens();

        newBrowser();
        begin("dave", Map.of("try", "enable"));
        browser.click("button[name=postern-factor][value=otp]");
        browser.type("#otp", nextCode(secret));
        browser.click("#kc-login");
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
        var secret = enrollOtp();
        tokens();

        newBrowser();
        begin("erin", Map.of("try", "otp"));
        browser.find("#otp");
        browser.driver().navigate().refresh();
        browser.find("#otp");
        browser.driver().navigate().back();
        browser.go(Application.login(realm, Map.of("try", "otp")));
        browser.logIn("erin", PASSWORD);
        browser.type("#otp", nextCode(secret));
        browser.click("#kc-login");
        assertEquals(
                "[\"pwd\",\"mfa otp\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
    }

    @Test
    void sendsACodeByMail() throws Exception {
        begin("alice", Map.of("try", "email"));
        var code = SIX_DIGITS.matcher(mailTo("alice@example.com"));
        assertTrue(code.find());
        browser.type("#code", code.group().equals("000000") ? "111111" : "000000");
        browser.click("#postern-email-code button");
        browser.awaitText("This is not the code.");
        browser.type("#code", code.group());
        browser.click("#postern-email-code button");
        assertEquals(
                "[\"pwd\",\"mfa email\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
    }

    @Test
    void asksForAFactorOfAnotherProvider() throws Exception {
        begin("alice", Map.of("try", "phone"));
        browser.find("#sms");
        var sent = SMS.matcher(keycloak.log());
        assertTrue(sent.find());
        browser.type("#sms", sent.group(1));
        browser.click("#send");
        assertEquals(
                "[\"pwd\",\"mfa phone\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
    }

    @Test
    void holdsActionsToTheLimitsOfTheRealm() throws Exception {
        begin("alice", Map.of("try", "loop"));
        assertTrue(browser.find("#kc-error-message").isDisplayed());
        assertTrue(keycloak.log().contains("the Action exceeded the CPU time limit of 2 s"));

        newBrowser();
        begin("alice", Map.of("try", "reach", "to", "http://localhost:8180/"));
        assertTrue(browser.find("#kc-error-message").isDisplayed());
        assertTrue(keycloak.log().contains("no egress rule of the tenant allows localhost:8180; add one"));

        newBrowser();
        begin("alice", Map.of("try", "reach", "to", Application.ELSEWHERE));
        assertEquals(200, tokens().status());
    }

    @Test
    void letsOthersLogInWhileOneLoops() throws Exception {
        browser.go(Application.login(realm, Map.of("try", "loop")));
        var grant = Map.of("grant_type", "password", "client_id", "app", "username", "alice", "password", PASSWORD);
        browser.type("#username", "alice");
        browser.type("#password", PASSWORD);
        var looping = CompletableFuture.runAsync(() -> browser.click("#kc-login"));
        var meanwhile = 0;
        while (!looping.isDone()) {
            assertEquals(200, application.token(realm, grant).status());
            meanwhile++;
        }
        looping.join();
        assertTrue(browser.find("#kc-error-message").isDisplayed());
        assertTrue(meanwhile > 1, meanwhile + " others");
    }
}
