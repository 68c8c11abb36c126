package dev.postern.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import dev.postern.conformance.Totp;
import dev.postern.keycloak.Application.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What logs in to the one Keycloak that these tests share: a new browser for each test. */
@Timeout(300)
abstract class KeycloakTest {

    static final String PASSWORD = "wonder";
    static final String CLAIM = "https://acme.example/";

    static Application application;
    static KeycloakServer keycloak;
    static GreenMail mail;
    static String realm;

    @TempDir
    private Path profile;

    Browser browser;

    @BeforeAll
    static void start() throws Exception {
        var shared = KeycloakServer.shared();
        keycloak = shared.keycloak();
        application = shared.application();
        mail = shared.mail();
        realm = keycloak.realm("acme");
    }

    @BeforeEach
    void open() {
        browser = Browser.open(profile);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    void begin(String user, Map<String, String> parameters) {
        browser.go(Application.login(realm, parameters));
        browser.logIn(user, PASSWORD);
    }

    Tokens tokens() throws Exception {
        var answer = browser.atApplication(Application.CALLBACK);
        assertEquals(null, answer.get("error"), () -> String.valueOf(answer));
        return application.exchange(realm, String.valueOf(answer.get("code")));
    }

    /** The code after the one of this moment: Keycloak takes it as well, and takes none twice. */
    static String nextCode(String secret) {
        return Totp.code(secret, Instant.now().plusSeconds(30));
    }

    void newBrowser() throws IOException {
        browser.close();
        browser = Browser.open(Files.createTempDirectory(profile, "browser"));
    }

    /** The text of the next mail to this address. */
    static String mailTo(String address) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            for (var message : mail.getReceivedMessages()) {
                if (message.getAllRecipients()[0].toString().equals(address)) {
                    mail.purgeEmailFromAllMailboxes();
                    return GreenMailUtil.getBody(message)
                            .replaceAll("=\r?\n", "")
                            .replace("=3D", "=");
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no mail to " + address);
    }
}
