package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README shows an identity server that uses the runtime: {@link LoginEndpoint}, word for word. */
final class EmbeddingTest {

    private static final String EVENT =
            "{\"user\":{\"user_id\":\"auth0|1\",\"enrolledFactors\":[{\"type\":\"otp\"}]},\"request\":{\"ip\":\"203.0.113.7\"}}";

    @Test
    void showsAnMfaPageAndThenTokens() {
        var endpoint = new LoginEndpoint();
        var page = endpoint.login(EVENT);
        assertTrue(page.startsWith("MFA for "), page);
        var state = page.substring("MFA for ".length());
        assertEquals("tokens with {mfa=\"otp\"}", endpoint.otpWasRight(state, Flows.request()));
    }

    @Test
    void isWhatTheReadmeShows() throws IOException {
        var source = Files.readString(Path.of("src/test/java/dev/postern/LoginEndpoint.java"));
        var shown =
                source.substring(source.indexOf("final class LoginEndpoint")).strip();
        var withoutCode = List.of(shown.split("\n", -1)).stream()
                .filter(line -> !line.contains("String CODE"))
                .toList();
        assertTrue(withoutCode.size() <= 25, withoutCode.size() + " lines");
        var readme = Files.readString(Path.of("../README.md"));
        assertTrue(readme.contains("```java\n" + String.join("\n", withoutCode) + "\n```"), "the README shows another");
    }
}
