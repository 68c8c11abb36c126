package dev.postern.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.factor.Factor;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The logins that an adapter must pass: extend it in a test class that starts the server with {@link ConformanceTenant}
 * before all tests, and say how a user's browser is driven. docs/embedding.md has more.
 *
 * <p>Numbers in parentheses are those of the rules in docs/compatibility.md. A test that a server cannot pass may be
 * overridden and disabled, with the reason.
 */
@Timeout(300)
public abstract class AdapterConformance {

    private static final String CLAIM = "https://acme.example/";
    private static final String WRONG_CODE = "000000";
    private static final Map<String, String> NO_PARAMETERS = Map.of();
    private static final int WARM_UP = 3;

    private final List<UserBrowser> browsers = new ArrayList<>();
    private final Set<String> usedCodes = new HashSet<>();

    /** A browser of a user who was never here. The kit closes it. */
    protected abstract UserBrowser openBrowser();

    /**
     * Ends the server as a crash would and starts it again at the same address, with all that it keeps outside its memory.
     * Browsers stay open.
     */
    protected abstract void restartServer();

    /** An address that is neither the server's nor the application's, where browsers are sent to by an Action. */
    protected URI elsewhere() {
        return URI.create("https://elsewhere.example/page");
    }

    /** The factors that the server has. Tests of others are skipped. */
    protected Set<Factor> factors() {
        return Set.of(Factor.OTP, Factor.RECOVERY_CODE);
    }

    /** The time that the server goes by. */
    protected Instant now() {
        return Instant.now();
    }

    /** Lets time pass for the server: until the next one-time password. */
    protected void letPass(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    @AfterEach
    final void closeBrowsers() {
        browsers.forEach(UserBrowser::close);
        browsers.clear();
    }

    /** What Actions say of tokens is in them, each in its own, and both are the same user's (68). */
    @Test
    protected void putsClaimsOfSeveralActionsOnTheirTokens() {
        var tokens = signedIn(open().logIn("alice", NO_PARAMETERS));

        assertEquals("alice@example.com", event(tokens).at("/user/email").asText());
        assertEquals(List.of("pwd"), methods(tokens));
        assertTrue(tokens.idToken().path(CLAIM + "after").isMissingNode(), "the ID token has claims of the other");
        assertTrue(
                tokens.accessToken().path(CLAIM + "event").isMissingNode(), "the access token has claims of the other");
        assertFalse(tokens.idToken().path("sub").asText().isEmpty());
        assertEquals(tokens.idToken().path("sub"), tokens.accessToken().path("sub"));
    }

    /** Actions see who logs in, at what, and how (2); the request is that of the application, without what the user typed. */
    @Test
    protected void tellsActionsOfUserClientTransactionAndRequest() {
        var event = event(signedIn(open().logIn("alice", Map.of("hello", "a b&c"))));

        assertAll(
                () -> assertEquals("Alice Ace", event.at("/user/name").asText()),
                () -> assertEquals("green", event.at("/metadata/color").asText()),
                () -> assertEquals(7, event.at("/metadata/size").asInt()),
                () -> assertTrue(event.path("roles").asBoolean(), "no role"),
                () -> assertFalse(event.path("client").asText().isEmpty(), "no client"),
                () -> assertEquals("gold", event.path("plan").asText()),
                () -> assertEquals("auth0", event.path("connection").asText()),
                () -> assertEquals("oidc-basic-profile", event.path("protocol").asText()),
                () -> assertEquals("string", event.path("transaction").asText()),
                () -> assertTrue(texts(event.path("scopes")).contains("openid"), "no scope"),
                () -> assertEquals("a b&c", event.path("query").asText()),
                () -> assertFalse(event.path("showsPassword").asBoolean(), "the event has the password"));
    }

    /** The access token has the scopes that Actions leave it (71). */
    @Test
    protected void changesTheScopesOfTheAccessToken() {
        var tokens = signedIn(open().logIn("alice", Map.of("try", "scopes")));
        var scopes = List.of(tokens.accessToken().path("scope").asText().split(" ", -1));
        assertTrue(scopes.contains("more"), () -> scopes + " lack a scope");
        assertFalse(scopes.contains("openid"), () -> scopes + " have a scope that was taken");
    }

    /** A factor is enrolled where there is none (34, 44), asked for at the next login, and known to the Action after it (6). */
    @Test
    protected void enrollsAFactorAtTheFirstLoginAndAsksForItAtTheNext() throws Exception {
        var secret = enrollOtp("bob");

        var browser = open();
        assertEquals(new Screen.Challenge(Factor.OTP), browser.logIn("bob", Map.of("try", "otp")));
        assertEquals(new Screen.Challenge(Factor.OTP), browser.enterCode(WRONG_CODE));
        var tokens = signedIn(browser.enterCode(code(secret)));
        assertEquals(List.of("pwd", "mfa otp"), methods(tokens));
        assertTrue(texts(event(tokens).at("/user/factors")).contains("otp"), "the event does not have the factor");
    }

    /** A code works once: who has looked over the user's shoulder has nothing. */
    @Test
    protected void takesNoCodeTwice() throws Exception {
        var secret = enrollOtp("trent");
        var code = code(secret);
        var browser = open();
        browser.logIn("trent", Map.of("try", "otp"));
        signedIn(browser.enterCode(code));

        var other = open();
        other.logIn("trent", Map.of("try", "otp"));
        assertEquals(new Screen.Challenge(Factor.OTP), other.enterCode(code));
    }

    /** Where the Action leaves it to the user, there is a choice (36), and the one chosen is what later Actions see (44). */
    @Test
    protected void letsTheUserChooseAmongFactors() throws Exception {
        requireFactor(Factor.RECOVERY_CODE);
        var secret = enrollOtp("carol");
        var browser = open();
        assertEquals(new Screen.Challenge(Factor.OTP), browser.logIn("carol", Map.of("try", "recovery")));
        var enrollment = as(Screen.Enrollment.class, browser.enterCode(code(secret)));
        assertEquals(Factor.RECOVERY_CODE, enrollment.factor());
        // A recovery code is handed out: that proves nothing.
        assertEquals(List.of("pwd", "mfa otp"), methods(signedIn(browser.enterCode(enrollment.secret()))));

        var next = open();
        var picker = as(Screen.Picker.class, next.logIn("carol", Map.of("try", "any")));
        assertEquals(Set.of(Factor.OTP, Factor.RECOVERY_CODE), Set.copyOf(picker.factors()));
        assertEquals(new Screen.Challenge(Factor.RECOVERY_CODE), next.choose(Factor.RECOVERY_CODE));
        var tokens = signedIn(next.enterCode(enrollment.secret()));
        assertEquals(List.of("pwd", "mfa recovery-code"), methods(tokens));

        // It is good for once: it is gone, or there is another to be given.
        var last = open();
        if (last.logIn("carol", Map.of("try", "any")) instanceof Screen.Picker) {
            last.choose(Factor.RECOVERY_CODE);
            assertEquals(new Screen.Challenge(Factor.RECOVERY_CODE), last.enterCode(enrollment.secret()));
        }
    }

    /** The factor of {@code multifactor.enable} is the last thing, and no Action runs after it (25). */
    @Test
    protected void asksForAFactorAfterAllActionsAndRunsNoneAfterIt() throws Exception {
        var secret = enrollOtp("dave");

        var browser = open();
        var asked = browser.logIn("dave", Map.of("try", "enable"));
        if (asked instanceof Screen.Picker) {
            asked = browser.choose(Factor.OTP);
        }
        assertEquals(new Screen.Challenge(Factor.OTP), asked);
        assertEquals(List.of("pwd"), methods(signedIn(browser.enterCode(code(secret)))));
    }

    /** A browser goes where the Action says, and its Action goes on with what it brings back (52, 53). */
    @Test
    protected void sendsABrowserAwayAndGoesOnWhenItComesBack() {
        var browser = open();
        var sent = sentAway(browser.logIn("alice", away()));
        assertEquals(elsewhere().getPath(), sent.address().getPath());
        assertEquals("alice", query(sent).get("user"));

        var tokens = signedIn(browser.comeBack(Map.of("state", state(sent), "answer", "yes, \"really\" & so on")));
        assertEquals("yes, \"really\" & so on", back(tokens).path("answer").asText());
        assertEquals(List.of("pwd"), methods(tokens));
    }

    /** Without the state that it was given a browser goes nowhere, and the login still waits (53). */
    @Test
    protected void refusesAStateThatIsNotOfTheLogin() {
        var browser = open();
        var sent = sentAway(browser.logIn("alice", away()));

        assertEquals(new Screen.Failed(), browser.comeBack(NO_PARAMETERS));
        assertEquals(new Screen.Failed(), browser.comeBack(Map.of("state", "")));
        assertEquals(new Screen.Failed(), browser.comeBack(Map.of("state", state(sent) + "x")));
        assertEquals(new Screen.Failed(), browser.comeBack(Map.of("state", "../" + state(sent))));
        signedIn(browser.comeBack(Map.of("state", state(sent))));
    }

    /**
     * The state alone is nothing: who has stolen it cannot take over the login with it, and who plants it in another's browser
     * cannot log that one in.
     */
    @Test
    protected void goesOnForNoOtherBrowser() {
        var browser = open();
        var sent = sentAway(browser.logIn("alice", away()));
        var stranger = open();
        assertEquals(new Screen.Failed(), stranger.comeBack(Map.of("state", state(sent))));

        var attacker = open();
        var own = sentAway(attacker.logIn("trent", away()));
        assertEquals(new Screen.Failed(), attacker.comeBack(Map.of("state", state(sent))));

        assertEquals("alice@example.com", email(browser.comeBack(Map.of("state", state(sent)))));
        assertEquals("trent@example.com", email(attacker.comeBack(Map.of("state", state(own)))));
    }

    /** A form is shown as the Action fills it in, and the Action gets what was typed (63). */
    @Test
    protected void showsAFormAndGivesTheActionWhatWasTyped() {
        var browser = open();
        var form = as(Screen.Form.class, browser.logIn("alice", Map.of("try", "form")));
        assertEquals("survey", form.promptId());
        assertEquals("blue", form.fields().get("color"));

        var tokens = signedIn(browser.sendForm(Map.of("color", "<red> & \"dark\"")));
        assertEquals("<red> & \"dark\"", back(tokens).path("color").asText());
    }

    /** What Actions and users write is text to a page, and no markup. */
    @Test
    protected void showsTextAsText() {
        var markup = "\"><script>document.title = 'taken'</script>";
        var form = as(Screen.Form.class, open().logIn("alice", Map.of("try", "form", "color", markup)));
        assertEquals(markup, form.fields().get("color"));
    }

    /** The application hears of a denial, and why (14). */
    @Test
    protected void tellsTheApplicationOfADenial() {
        assertEquals(new Screen.Refused("access_denied", "not today"), open().logIn("alice", Map.of("try", "deny")));
    }

    /** Metadata is kept before a browser leaves, which may never come back (55). */
    @Test
    protected void keepsMetadataWhenALoginPauses() {
        var note = Map.of(
                "try",
                "note",
                "then",
                "redirect",
                "note",
                "left",
                "to",
                elsewhere().toString());
        sentAway(open().logIn("heidi", note));

        assertEquals(
                "left",
                event(signedIn(open().logIn("heidi", NO_PARAMETERS)))
                        .at("/metadata/note")
                        .asText());
    }

    /** A denied login keeps its metadata (13), and a login that goes through that of all its Actions (66). */
    @Test
    protected void keepsMetadataWhenALoginIsDenied() {
        as(Screen.Refused.class, open().logIn("ivan", Map.of("try", "note", "then", "deny", "note", "denied")));

        var event = event(signedIn(open().logIn("ivan", NO_PARAMETERS)));
        assertEquals("denied", event.at("/metadata/note").asText());
        var again = event(signedIn(open().logIn("ivan", NO_PARAMETERS)));
        assertTrue(again.path("seen").isNumber(), "the metadata of a login that went through is lost");
    }

    /** An Action that throws lets nobody in, and harms no other login (19). */
    @Test
    protected void refusesALoginWhoseActionThrows() {
        assertEquals(new Screen.Failed(), open().logIn("alice", Map.of("try", "throws")));
        signedIn(open().logIn("alice", NO_PARAMETERS));
    }

    /** An Action without end is ended (21), and others log in while it runs. Give the server a limit of some seconds. */
    @Test
    protected void refusesALoginWhoseActionLoopsAndLetsOthersInMeanwhile() throws Exception {
        var looping = open();
        var others = open();
        // A tenant that is new to the server may run few Actions at once.
        for (var i = 0; i < WARM_UP; i++) {
            signedIn(others.logIn("ivan", NO_PARAMETERS));
        }
        var loop = new FutureTask<>(() -> looping.logIn("alice", Map.of("try", "loop")));
        Thread.ofPlatform().daemon().start(loop);

        var meanwhile = 0;
        while (!loop.isDone()) {
            signedIn(others.logIn("ivan", NO_PARAMETERS));
            meanwhile += loop.isDone() ? 0 : 1;
        }

        assertEquals(new Screen.Failed(), result(loop));
        assertTrue(meanwhile > 0, "nobody could log in while an Action ran");
    }

    /** The same answer twice signs in once: a pause is gone on with once. */
    @Test
    protected void signsInOnceForAnAnswerSentTwice() throws Exception {
        var secret = enrollOtp("judy");
        var browser = open();
        browser.logIn("judy", Map.of("try", "otp"));
        signedIn(browser.enterCode(code(secret)));
        assertNotSignedIn(browser.repeat());

        var back = open();
        var parameters = Map.of("state", state(sentAway(back.logIn("judy", away()))));
        signedIn(back.comeBack(parameters));
        assertNotSignedIn(back.repeat());
        assertNotSignedIn(back.comeBack(parameters));
    }

    /** A page that is loaded again is the same, and takes the same answer. */
    @Test
    protected void staysAtItsPageWhenItIsLoadedAgain() throws Exception {
        var secret = enrollOtp("erin");
        var browser = open();
        assertEquals(browser.logIn("erin", Map.of("try", "otp")), browser.reload());
        browser.enterCode(WRONG_CODE);
        assertEquals(new Screen.Challenge(Factor.OTP), browser.reload());
        assertEquals(List.of("pwd", "mfa otp"), methods(signedIn(browser.enterCode(code(secret)))));

        var form = open();
        assertEquals(form.logIn("erin", Map.of("try", "form")), form.reload());
        signedIn(form.sendForm(Map.of("color", "red")));
    }

    /** One browser may be in two logins, and neither has what the other brings back. */
    @Test
    protected void keepsTwoLoginsOfABrowserApart() {
        var browser = open();
        var first = state(sentAway(browser.logIn("alice", away())));
        var second = state(sentAway(browser.logIn("alice", away())));

        assertEquals(
                "one",
                back(signedIn(browser.comeBack(Map.of("tab", "one", "state", first))))
                        .path("tab")
                        .asText());
        assertEquals(
                "two",
                back(signedIn(browser.comeBack(Map.of("tab", "two", "state", second))))
                        .path("tab")
                        .asText());
    }

    /** What a login waits for outlives the server. */
    @Test
    protected void goesOnAfterTheServerHasCrashed() throws Exception {
        var secret = enrollOtp("nina");
        var asked = open();
        asked.logIn("nina", Map.of("try", "otp"));
        var away = open();
        var sent = sentAway(away.logIn("nina", away()));

        restartServer();

        assertEquals(List.of("pwd", "mfa otp"), methods(signedIn(asked.enterCode(code(secret)))));
        assertEquals("nina@example.com", email(away.comeBack(Map.of("state", state(sent)))));
    }

    /** A login that may show nothing is refused where an Action wants something of the user (50, 59). */
    @Test
    protected void tellsTheApplicationThatASilentLoginNeedsTheUser() {
        var browser = open();
        signedIn(browser.logIn("alice", NO_PARAMETERS));

        var parameters = new HashMap<>(away());
        parameters.put("prompt", "none");
        var refused = as(Screen.Refused.class, browser.logIn("alice", parameters));
        assertTrue(Set.of("interaction_required", "login_required").contains(refused.error()), refused::toString);
    }

    /** An Action has its own secrets (5), and nobody reads them: not in a page, an address, or a token. */
    @Test
    protected void showsNobodyTheSecretsOfActions() {
        var secret = ConformanceTenant.SECRET;
        var browser = open();
        var tokens = signedIn(browser.logIn("alice", Map.of("try", "secret")));
        assertEquals(secret.length(), tokens.idToken().path(CLAIM + "secret").asInt(), "the Action has no secret");
        assertEquals("[]", event(tokens).path("secrets").toString(), "an Action has secrets of another");
        var failing = open();
        assertEquals(new Screen.Failed(), failing.logIn("alice", Map.of("try", "leak")));
        var pausing = open();
        pausing.comeBack(Map.of("state", state(sentAway(pausing.logIn("alice", away())))));

        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var forms = Set.of(
                secret,
                Base64.getEncoder().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                URLEncoder.encode(secret, StandardCharsets.UTF_8));
        assertTrue(browser.seen().contains("alice@example.com"), "the driver does not tell what it has seen");
        for (var seen : List.of(browser.seen(), failing.seen(), pausing.seen())) {
            assertTrue(forms.stream().noneMatch(seen::contains), "a secret was shown");
        }
    }

    private UserBrowser open() {
        var browser = openBrowser();
        browsers.add(browser);
        return browser;
    }

    /** Has the user enroll one-time passwords at a login, and gives their secret. */
    private String enrollOtp(String user) throws InterruptedException {
        var browser = open();
        as(Screen.Enrollment.class, browser.logIn(user, Map.of("try", "enroll")));
        var enrollment = as(Screen.Enrollment.class, browser.enterCode(WRONG_CODE));
        assertEquals(Factor.OTP, enrollment.factor());
        assertEquals(List.of("pwd", "mfa otp"), methods(signedIn(browser.enterCode(code(enrollment.secret())))));
        return enrollment.secret();
    }

    /** A code that was not used before: servers take none twice. */
    private String code(String secret) throws InterruptedException {
        var code = Totp.code(secret, now());
        while (!usedCodes.add(secret + code)) {
            letPass(Duration.ofMillis(500));
            code = Totp.code(secret, now());
        }
        return code;
    }

    private void requireFactor(Factor factor) {
        assumeTrue(factors().contains(factor), () -> "the server has no " + factor);
    }

    private Map<String, String> away() {
        return Map.of("try", "redirect", "to", elsewhere().toString());
    }

    private static Screen result(FutureTask<Screen> task) throws Exception {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError("the login could not be driven", e);
        }
    }

    private static Screen.SignedIn signedIn(Screen screen) {
        return as(Screen.SignedIn.class, screen);
    }

    private static Screen.SentAway sentAway(Screen screen) {
        return as(Screen.SentAway.class, screen);
    }

    private static <S extends Screen> S as(Class<S> type, Screen screen) {
        assertTrue(type.isInstance(screen), () -> "not " + type.getSimpleName() + " but " + screen);
        return type.cast(screen);
    }

    private static void assertNotSignedIn(Screen screen) {
        assertFalse(screen instanceof Screen.SignedIn, "signed in again");
    }

    private static JsonNode event(Screen.SignedIn tokens) {
        return tokens.idToken().path(CLAIM + "event");
    }

    private static JsonNode back(Screen.SignedIn tokens) {
        return tokens.idToken().path(CLAIM + "back");
    }

    private static String email(Screen screen) {
        return event(signedIn(screen)).at("/user/email").asText();
    }

    /** What the last Action saw as the user's authentication methods. */
    private static List<String> methods(Screen.SignedIn tokens) {
        return texts(tokens.accessToken().path(CLAIM + "after"));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String state(Screen.SentAway sent) {
        var state = query(sent).get("state");
        assertTrue(state != null, "sent away without a state");
        return String.valueOf(state);
    }

    private static Map<String, String> query(Screen.SentAway sent) {
        var query = new HashMap<String, String>();
        for (var pair : String.valueOf(sent.address().getRawQuery()).split("&", -1)) {
            var parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
