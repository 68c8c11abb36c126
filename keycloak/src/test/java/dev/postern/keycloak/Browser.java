package dev.postern.keycloak;

import dev.postern.conformance.Totp;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.HasVirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/** A user's browser: headless Chromium. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(30);

    private final WebDriver driver;

    private Browser(WebDriver driver) {
        this.driver = driver;
    }

    static Browser open(Path profile) {
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    WebDriver driver() {
        return driver;
    }

    /** Gives the browser an authenticator that is reached so, and whose user is there and agrees. */
    void addAuthenticator(VirtualAuthenticatorOptions.Transport transport) {
        ((HasVirtualAuthenticator) driver)
                .addVirtualAuthenticator(new VirtualAuthenticatorOptions()
                        .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                        .setTransport(transport)
                        .setHasUserVerification(true)
                        .setIsUserVerified(true)
                        .setIsUserConsenting(true));
    }

    private WebDriverWait waiting() {
        var waiting = new WebDriverWait(driver, PATIENCE, LOOK_AGAIN);
        waiting.ignoring(StaleElementReferenceException.class); // a page that goes while it is read
        return waiting;
    }

    /** Answers a question of the page's script. */
    void acceptPrompt(String text) {
        var alert = waiting().until(ExpectedConditions.alertIsPresent());
        alert.sendKeys(text);
        alert.accept();
    }

    String url() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** Waits until this is so. */
    void await(BooleanSupplier condition) {
        waiting().until(page -> condition.getAsBoolean());
    }

    /** Waits until a page that was asked for is there. */
    void awaitLoaded() {
        await(() -> "complete".equals(run("return document.readyState")));
    }

    /** Runs a script in the page. */
    @Nullable
    Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    void go(String url) {
        driver.get(url);
    }

    /** The element that this selects, once it is there. */
    WebElement find(String css) {
        try {
            return waiting().until(page -> page.findElement(By.cssSelector(css)));
        } catch (TimeoutException e) {
            throw new AssertionError("no " + css + " at " + url() + ": " + text(), e);
        }
    }

    /** Waits until the page says this. */
    void awaitText(String text) {
        try {
            waiting().until(page -> text().contains(text));
        } catch (TimeoutException e) {
            throw new AssertionError("no '" + text + "' at " + url() + ": " + text(), e);
        }
    }

    private String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    void type(String css, String text) {
        var field = find(css);
        field.clear();
        field.sendKeys(text);
    }

    void click(String css) {
        find(css).click();
    }

    /** Clicks what leads to another page. */
    void follow(String css) {
        leave(find(css)::click);
    }

    /** Does what leads to another page, and waits until this one has gone: the other may have the same elements. */
    void leave(Runnable step) {
        run("window.posternIsHere = true");
        step.run();
        await(() -> run("return window.posternIsHere") == null);
    }

    /** Logs in with the password, as far as Keycloak's own page goes. */
    void logIn(String user, String password) {
        type("#username", user);
        type("#password", password);
        follow("#kc-login");
    }

    /** Sets up an authenticator app, as Keycloak's page says, and gives its secret. */
    String enrollOtp() {
        follow("#mode-manual");
        var secret = find("#kc-totp-secret-key").getText();
        type("#totp", Totp.code(secret, Instant.now()));
        follow("#saveTOTPBtn");
        return secret;
    }

    /** Answers with a code of an authenticator app. */
    void answer(String code) {
        type("#otp", code);
        follow("#kc-login");
    }

    /** The cookies that the page's server is sent, as a header has them. */
    String cookies() {
        return driver.manage().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Waits until the application has the browser, and gives the query that it came with. */
    Map<String, String> atApplication(String redirectUri) {
        try {
            waiting().until(page -> url().startsWith(redirectUri));
        } catch (TimeoutException e) {
            throw new AssertionError("still at " + url() + ": " + text(), e);
        }
        var query = URI.create(url()).getRawQuery();
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
