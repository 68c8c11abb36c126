package dev.postern.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;

/** Logins of users with a browser, in a real Keycloak: what {@link ConformanceTest} does not show. */
final class LoginTest extends KeycloakTest {

    private static final Pattern SIX_DIGITS = Pattern.compile("\\b\\d{6}\\b");
    private static final Pattern SMS = Pattern.compile("sms to \\+4930123456: (\\d{6})");

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
        browser.follow("#authenticateWebAuthnButton");
        assertEquals(
                "[\"pwd\",\"mfa webauthn-platform\",\"mfa webauthn-platform\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
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
        browser.answer(nextCode(secret));
        assertEquals(
                "[\"pwd\",\"mfa otp\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
    }

    @Test
    void runsAfterALoginAtAnotherProvider() throws Exception {
        browser.go(Application.login(realm, Map.of("try", "redirect", "to", Application.ELSEWHERE)));
        browser.follow("#social-partner");
        browser.logIn(KeycloakServer.PARTNER, PASSWORD);
        var away = browser.atApplication(Application.ELSEWHERE);
        browser.go(realm + "/postern/continue?state=" + away.get("state"));
        var event = tokens().idToken().path(CLAIM + "event");
        assertEquals("oidc", event.path("connection").asText());
        assertEquals("[\"federated\"]", event.path("methods").toString());
        assertEquals("oscar@example.com", event.path("user").path("email").asText());

        // There is a session now, which knows where it is from.
        browser.go(Application.login(realm, Map.of()));
        assertEquals(
                event.path("connection"),
                tokens().idToken().path(CLAIM + "event").path("connection"));
    }

    @Test
    void sendsACodeByMail() throws Exception {
        begin("alice", Map.of("try", "email"));
        var code = SIX_DIGITS.matcher(mailTo("alice@example.com"));
        assertTrue(code.find());
        browser.type("#code", code.group().equals("000000") ? "111111" : "000000");
        browser.follow("#postern-email-code button");
        browser.awaitText("This is not the code.");
        browser.type("#code", code.group());
        browser.follow("#postern-email-code button");
        assertEquals(
                "[\"pwd\",\"mfa email\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
    }

    /** Semantics 36. */
    @Test
    void asksForTheFirstFactorAndLeadsToTheOthers() throws Exception {
        begin("ivan", Map.of("try", "enroll"));
        var secret = browser.enrollOtp();
        tokens();

        newBrowser();
        begin("ivan", Map.of("try", "otpOrMail"));
        browser.answer("000000");
        tryAnotherWay("email");
        browser.find("#code");
        tryAnotherWay("otp");
        browser.answer(nextCode(secret));
        assertEquals(
                "[\"pwd\",\"mfa otp\"]",
                tokens().accessToken().path(CLAIM + "after").toString());
    }

    @Test
    void tellsInTheLogWhereAnActionHasFailedAndWhatItHasWritten() throws Exception {
        begin("alice", Map.of("try", "throws"));
        assertTrue(browser.find("#kc-error-message").isDisplayed());
        var log = keycloak.log();
        assertTrue(log.contains("realm acme: Action 'tries:8' failed (action_threw): Error: on purpose\n    at "), log);
        assertTrue(log.contains("[dev.postern.actions]") && log.contains(": soon\\nINFO nothing is wrong"), log);
    }

    /** By Keycloak's own link and list. */
    private void tryAnotherWay(String factor) {
        browser.follow("#try-another-way");
        browser.follow("li [role=button]");
        browser.follow("[name=postern-factor][value=" + factor + "]");
    }

    @Test
    void asksForAFactorOfAnotherProvider() throws Exception {
        begin("alice", Map.of("try", "phone"));
        browser.find("#sms");
        var sent = SMS.matcher(keycloak.log());
        assertTrue(sent.find());
        browser.type("#sms", sent.group(1));
        browser.follow("#send");
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
}
