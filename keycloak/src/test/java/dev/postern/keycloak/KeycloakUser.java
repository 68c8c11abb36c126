package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.conformance.ConformanceTenant;
import dev.postern.conformance.Screen;
import dev.postern.conformance.UserBrowser;
import dev.postern.factor.Factor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;

/** A user of a realm's login pages, as the conformance kit drives one. */
final class KeycloakUser implements UserBrowser {

    private static final Pattern RECOVERY_CODE = Pattern.compile("[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}");
    private static final String STATE = "of-the-application";
    private static final String FORM = "postern-form-";
    private static final String SUBMIT = """
            const [action, fields] = arguments;
            const form = document.createElement('form');
            form.method = 'post';
            form.action = action;
            for (const [name, value] of Object.entries(fields)) {
              const input = document.createElement('input');
              input.name = name;
              input.value = value;
              form.append(input);
            }
            document.body.append(form);
            form.submit();
            """;

    private final Browser browser;
    private final Application application;
    private final String realm;
    private final StringBuilder seen = new StringBuilder();
    private Runnable lastAnswer = () -> {
        throw new AssertionError("nothing was answered yet");
    };

    KeycloakUser(Path profile, Application application, String realm) {
        this.browser = Browser.open(profile);
        this.application = application;
        this.realm = realm;
    }

    @Override
    public Screen logIn(String user, Map<String, String> parameters) {
        browser.go(Application.login(realm, parameters));
        browser.await(() -> !browser.url().contains("/protocol/openid-connect/auth")
                || has("#username")
                || has("#kc-error-message"));
        if (has("#username")) {
            return submit(Map.of("username", user, "password", ConformanceTenant.PASSWORD));
        }
        return screen();
    }

    @Override
    public Screen choose(Factor factor) {
        return submit(Map.of("postern-factor", factor.id()));
    }

    @Override
    public Screen enterCode(String code) {
        if (has("#kc-recovery-codes-list")) {
            browser.click("#kcRecoveryCodesConfirmationCheck");
            browser.follow("#saveRecoveryAuthnCodesBtn");
            return screen();
        }
        if (has("#totp")) {
            var fields = new HashMap<String, String>();
            for (var input : browser.driver().findElements(By.cssSelector("#kc-totp-settings-form input"))) {
                fields.put(attribute(input, "name"), attribute(input, "value"));
            }
            fields.put("totp", code);
            return submit(fields);
        }
        return submit(Map.of(has("#otp") ? "otp" : "recoveryCodeInput", code));
    }

    @Override
    public Screen sendForm(Map<String, String> fields) {
        return submit(fields);
    }

    @Override
    public Screen comeBack(Map<String, String> parameters) {
        var query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        lastAnswer = () -> browser.go(realm + "/postern/continue?" + query);
        lastAnswer.run();
        return screen();
    }

    @Override
    public Screen reload() {
        browser.driver().navigate().refresh();
        return screen();
    }

    @Override
    public Screen repeat() {
        browser.go(realm);
        lastAnswer.run();
        return screen();
    }

    /** Sends the form of the page with these fields. */
    private Screen submit(Map<String, String> fields) {
        var action = attribute(browser.find("form[method=post]"), "action");
        lastAnswer = () -> browser.leave(() -> browser.run(SUBMIT, action, fields));
        lastAnswer.run();
        return screen();
    }

    private Screen screen() {
        browser.awaitLoaded();
        try {
            seen.append(browser.url()).append('\n').append(browser.driver().getPageSource());
            if (browser.url().startsWith(Application.CALLBACK)) {
                return atApplication();
            }
            return browser.url().startsWith(Application.ELSEWHERE)
                    ? new Screen.SentAway(URI.create(browser.url()))
                    : page();
        } catch (Exception e) {
            throw new AssertionError("at " + browser.url(), e);
        }
    }

    private Screen atApplication() throws Exception {
        var answer = browser.atApplication(Application.CALLBACK);
        if (!STATE.equals(answer.get("state"))) {
            throw new AssertionError("another state: " + answer);
        }
        if (answer.containsKey("error")) {
            return new Screen.Refused(
                    requireNonNull(answer.get("error")), answer.getOrDefault("error_description", ""));
        }
        var tokens = application.exchange(realm, requireNonNull(answer.get("code")));
        application.verify(realm, tokens);
        seen.append(tokens.json()).append(tokens.idToken()).append(tokens.accessToken());
        return new Screen.SignedIn(tokens.idToken(), tokens.accessToken());
    }

    private Screen page() throws IOException {
        if (has("#kc-error-message")) {
            return new Screen.Failed();
        } else if (has("#otp")) {
            return new Screen.Challenge(Factor.OTP);
        } else if (has("[name=recoveryCodeInput]")) {
            return new Screen.Challenge(Factor.RECOVERY_CODE);
        } else if (has("#mode-manual")) {
            browser.follow("#mode-manual");
            return new Screen.Enrollment(
                    Factor.OTP, browser.find("#kc-totp-secret-key").getText());
        } else if (has("#kc-totp-secret-key")) {
            return new Screen.Enrollment(
                    Factor.OTP, browser.find("#kc-totp-secret-key").getText());
        } else if (has("#kc-recovery-codes-list")) {
            var codes = RECOVERY_CODE.matcher(
                    browser.find("#kc-recovery-codes-list").getText());
            return new Screen.Enrollment(
                    Factor.RECOVERY_CODE,
                    codes.results().findFirst().orElseThrow().group());
        } else if (has("[name=postern-factor]")) {
            return new Screen.Picker(browser.driver().findElements(By.cssSelector("[name=postern-factor]")).stream()
                    .map(button -> Factor.parse(attribute(button, "value")))
                    .toList());
        } else if (has("form[id^=" + FORM + "]")) {
            var id = attribute(browser.find("form[id^=" + FORM + "]"), "id");
            var fields = new HashMap<String, String>();
            for (var input : browser.driver().findElements(By.cssSelector("#" + id + " input"))) {
                fields.put(attribute(input, "name"), attribute(input, "value"));
            }
            return new Screen.Form(id.substring(FORM.length()), fields);
        }
        throw new AssertionError("an unknown page: " + browser.driver().getPageSource());
    }

    private boolean has(String css) {
        WebDriver driver = browser.driver();
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    private static String attribute(WebElement element, String name) {
        return requireNonNull(element.getAttribute(name), name);
    }

    @Override
    public String seen() {
        return seen.toString();
    }

    @Override
    public void close() {
        browser.close();
    }
}
