package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Takes as long as it says. */
final class LongTimeoutIT extends CommandTest {

    @Test
    void letsAnActionComputeForAllOfTheTime() throws IOException {
        var printed = cli.runAction(
                "1-computes.js",
                "exports.onExecutePostLogin = async () => { for (;;) {} };",
                "--timeout",
                "12s",
                "--json");
        assertEquals("time_limit", printed.json().at("/error/code").asText());
    }
}
