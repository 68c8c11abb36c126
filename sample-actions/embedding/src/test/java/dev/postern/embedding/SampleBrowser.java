package dev.postern.embedding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.conformance.ConformanceTenant;
import dev.postern.conformance.Screen;
import dev.postern.conformance.UserBrowser;
import dev.postern.factor.Factor;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser that knows the pages of {@link EmbeddingServer}: it follows links, keeps cookies and fills in forms. */
final class SampleBrowser implements UserBrowser {

    private static final Pattern PAGE = Pattern.compile("<main id=\"(\\w+)(?:-([\\w-]+))?\">");
    private static final Pattern INPUT = Pattern.compile("<input type=\"(\\w+)\" name=\"(\\w+)\" value=\"([^\"]*)\">");
    private static final Pattern SECRET = Pattern.compile("<code>(\\w+)</code>");
    private static final Pattern OTHER = Pattern.compile("<a href=\"([^\"]*factor=([\\w-]+))\">");
    private static final int MOST_REDIRECTS = 10;

    private final URI server;
    private final HttpClient http;
    private final Application application;
    private final StringBuilder seen = new StringBuilder();
    private URI address;
    private String page = "";
    private HttpRequest lastAnswer;

    SampleBrowser(String issuer) {
        this.server = URI.create(issuer);
        this.http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        this.application = new Application(issuer);
        this.address = server;
        this.lastAnswer = HttpRequest.newBuilder(server).build();
    }

    /** Browsers with the same cookies at the same page. */
    List<SampleBrowser> twins(int count) {
        return Stream.generate(() -> new SampleBrowser(this)).limit(count).toList();
    }

    private SampleBrowser(SampleBrowser twin) {
        this.server = twin.server;
        this.http = twin.http;
        this.application = twin.application;
        this.address = twin.address;
        this.page = twin.page;
        this.lastAnswer = twin.lastAnswer;
    }

    /** The page as it is. */
    String page() {
        return page;
    }

    /** Where the browser is. */
    URI address() {
        return address;
    }

    Application application() {
        return application;
    }

    @Override
    public Screen logIn(String user, Map<String, String> parameters) {
        var screen = tryToLogIn(user, ConformanceTenant.PASSWORD, parameters);
        assertTrue(!page.contains("<main id=\"password\">"), "the password was not taken");
        return screen;
    }

    /** The same with another password; the screen is {@link Screen.Failed} where it is not taken. */
    Screen tryToLogIn(String user, String password, Map<String, String> parameters) {
        try {
            var begun = get(application.login(parameters));
            return page.contains("<main id=\"password\">") ? send(Map.of("user", user, "password", password)) : begun;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Screen choose(Factor factor) {
        var others = OTHER.matcher(page);
        while (others.find()) {
            if (others.group(2).equals(factor.id())) {
                return get(server + text(others.group(1)));
            }
        }
        throw new AssertionError("no " + factor + " to choose: " + page);
    }

    @Override
    public Screen enterCode(String code) {
        return send(Map.of("code", code));
    }

    @Override
    public Screen sendForm(Map<String, String> fields) {
        return send(fields);
    }

    @Override
    public Screen comeBack(Map<String, String> parameters) {
        lastAnswer = HttpRequest.newBuilder(URI.create(server + "/continue?" + Application.form(parameters)))
                .build();
        return repeat();
    }

    @Override
    public Screen reload() {
        return get(address.toString());
    }

    @Override
    public Screen repeat() {
        return go(lastAnswer);
    }

    @Override
    public String seen() {
        return seen.toString();
    }

    @Override
    public void close() {
        http.close();
    }

    /** Fills in what the page asks for, and sends it with what the page has in it. */
    Screen send(Map<String, String> typed) {
        var fields = new LinkedHashMap<>(inputs(false));
        fields.putAll(inputs(true));
        fields.putAll(typed);
        lastAnswer = HttpRequest.newBuilder(server.resolve("/continue"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Application.form(fields)))
                .build();
        return repeat();
    }

    private Screen get(String url) {
        return go(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private Screen go(HttpRequest first) {
        try {
            var request = first;
            for (var i = 0; i < MOST_REDIRECTS; i++) {
                var response = send(request);
                address = request.uri();
                page = response.body();
                seen.append(address)
                        .append('\n')
                        .append(response.headers().map())
                        .append(page)
                        .append('\n');
                if (response.statusCode() != 303) {
                    return screen(response.statusCode());
                }
                address = address.resolve(
                        response.headers().firstValue("Location").orElseThrow());
                if (address.toString().startsWith(Application.CALLBACK)) {
                    var screen = application.arrive(address);
                    seen.append(screen);
                    return screen;
                }
                if (!address.getAuthority().equals(server.getAuthority())) {
                    return new Screen.SentAway(address);
                }
                request = HttpRequest.newBuilder(address).build();
            }
            throw new AssertionError("sent around in circles, to " + address);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Once more where the connection was one of a server that is gone. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private Screen screen(int status) {
        var main = PAGE.matcher(page);
        if (!main.find()) {
            throw new AssertionError("a page that is not known, of status " + status + ": " + page);
        }
        return switch (main.group(1)) {
            case "password" -> new Screen.Failed();
            case "refusal" -> new Screen.Failed();
            case "picker" ->
                new Screen.Picker(OTHER.matcher(page)
                        .results()
                        .map(other -> Factor.parse(other.group(2)))
                        .toList());
            case "challenge" -> new Screen.Challenge(Factor.parse(main.group(2)));
            case "enroll" -> {
                var secret = SECRET.matcher(page);
                assertTrue(secret.find(), page);
                yield new Screen.Enrollment(Factor.parse(main.group(2)), secret.group(1));
            }
            case "form" -> new Screen.Form(main.group(2), inputs(false));
            default -> throw new AssertionError("a page that is not known: " + page);
        };
    }

    /** The page's inputs, the hidden ones or the others, with what is in them. */
    private Map<String, String> inputs(boolean hidden) {
        var inputs = new HashMap<String, String>();
        INPUT.matcher(page).results().forEach(input -> {
            if (input.group(1).equals("hidden") == hidden) {
                inputs.put(input.group(2), text(input.group(3)));
            }
        });
        return inputs;
    }

    private static String text(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
