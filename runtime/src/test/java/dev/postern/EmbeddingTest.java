package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README shows an identity server that uses the runtime: {@link LoginEndpoint}, word for word. */
final class EmbeddingTest {

    @Test
    void showsAnMfaPageAndThenTokens() {
        var endpoint = new LoginEndpoint();
        var page = endpoint.login(event());
        assertTrue(page.startsWith("MFA for "), page);
        var state = page.substring("MFA for ".length());
        assertEquals("tokens with {mfa=\"otp\"}", endpoint.otpWasRight(state, Flows.request()));
    }

    private static String event() {
        var event = Trigger.POST_LOGIN.sampleEvent();
        event.withObject("/user").putArray("enrolledFactors").addObject().put("type", "otp");
        return event.toString();
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
