package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class QuestionsTest extends CommandTest {

    @Test
    void asksWhichFactorAndWhetherItSucceeds() {
        var printed = cli.typing("2\ny\n", "run", STEP_UP, "--json");
        assertEquals(ExitCode.COMPLETED, printed.exit());
        assertEquals(
                "phone",
                printed.json().at("/effects/authentication_methods/0/type").asText());
        assertTrue(printed.err().contains("Which factor does the user take?\n  1) otp\n  2) phone\n"), printed.err());
        assertTrue(printed.err().contains("Does the user pass phone? [Y/n]: "));
    }

    @Test
    void asksAgainWhereTheAnswerIsNone() {
        var printed = cli.typing("7\nemail\notp\nmaybe\n\n", "run", STEP_UP, "--json");
        assertTrue(
                printed.err().contains("Type a number from 1 to 2 or a name, or nothing for the first.\n1 to 2 [1]: "));
        assertTrue(printed.err().contains("Type y or n, or nothing for yes.\nDoes the user pass otp? [Y/n]: "));
        assertEquals(
                "otp",
                printed.json().at("/effects/authentication_methods/0/type").asText());
    }

    @Test
    void deniesWhereTheUserFails() {
        assertEquals(ExitCode.DENIED, cli.typing("1\nn\n", "run", STEP_UP).exit());
    }

    @Test
    void keepsTheFlowWhereTheInputEnds() {
        var printed = cli.typing("", "run", STEP_UP);
        assertEquals(ExitCode.PAUSED, printed.exit());
        assertTrue(printed.out().contains("resume with: postern resume "), printed.out());
    }

    @Test
    void asksNothingWithNoInput() {
        var printed = cli.typing("1\ny\n", "run", STEP_UP, "--no-input");
        assertEquals(ExitCode.PAUSED, printed.exit());
        assertFalse(printed.err().contains("Which factor"));
    }

    @Test
    void asksWhatTheBrowserComesBackWith() {
        var printed = cli.typing(
                "consent=yes\n", "run", Cli.sample("redirect-to-consent"), "--secret", "CONSENT_SECRET=a-secret");
        assertEquals(ExitCode.COMPLETED, printed.exit());
    }
}
