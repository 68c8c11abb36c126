package dev.postern.keycloak;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.conformance.AdapterConformance;
import dev.postern.conformance.UserBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Keycloak passes what every adapter must pass. */
final class ConformanceTest extends AdapterConformance {

    private static KeycloakServer.Shared shared;

    @TempDir
    private Path profiles;

    private Duration ahead = Duration.ZERO;

    @BeforeAll
    static void start() throws Exception {
        shared = KeycloakServer.shared();
    }

    @BeforeEach
    void setBack() {
        ahead = Duration.ZERO;
    }

    /** The settings of this realm ask for them. */
    @AfterEach
    void hasRunInWorkers() {
        assertTrue(shared.keycloak().hasWorkers());
    }

    @Override
    protected UserBrowser openBrowser() {
        try {
            return new KeycloakUser(
                    Files.createTempDirectory(profiles, "profile"),
                    shared.application(),
                    shared.keycloak().realm(KeycloakServer.CONFORMANCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void restartServer() {
        try {
            shared.keycloak().kill();
            shared.keycloak().launch();
            shared.keycloak().awaitReady();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected URI elsewhere() {
        return URI.create(Application.ELSEWHERE);
    }

    @Override
    protected Instant now() {
        return Instant.now().plus(ahead);
    }

    /** Keycloak also takes the next code, which need not be waited for. */
    @Override
    protected void letPass(Duration time) throws InterruptedException {
        if (ahead.isZero()) {
            ahead = Duration.ofSeconds(30);
        } else {
            super.letPass(time);
        }
    }
}
