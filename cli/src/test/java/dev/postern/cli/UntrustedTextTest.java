package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an Action says can neither drive the terminal nor be taken for a line of ours. */
final class UntrustedTextTest extends CommandTest {

    @Test
    void showsTheControlCharactersOfAnAction() throws IOException {
        var printed = cli.runAction(
                "1-esc.js", "exports.onExecutePostLogin = async () => { console.log('a\\u001b[2Jb\\u202ec'); };");
        assertEquals("[1-esc.js] info a\\u001b[2Jb\\u202ec\n", printed.err());
    }

    @Test
    void refusesDirectionCharactersInAnActionsName() throws IOException {
        var names = Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder();
        assumeTrue(names.canEncode('\u202e'), "files can be named so");
        var printed = cli.runAction("1-\u202e.js", "exports.onExecutePostLogin = async () => { console.log('a'); };");
        assertEquals(ExitCode.USAGE, printed.exit());
        assertTrue(printed.err().contains("1-\\u202e.js: an Action's name has 1 to 255 characters"), printed.err());
    }

    @Test
    void keepsAReasonOnOneLine() throws IOException {
        var printed = cli.runAction(
                "1-denies.js",
                "exports.onExecutePostLogin = async (event, api) => { api.access.deny('no\\ncompleted'); };");
        assertEquals(ExitCode.DENIED, printed.exit());
        assertTrue(printed.out().contains("denied: access_denied: no\\ncompleted\n"), printed.out());
    }

    @Test
    void indentsTheFurtherLinesOfAnErrorsMessage() throws IOException {
        var printed = cli.runAction(
                "1-throws.js",
                "exports.onExecutePostLogin = async () => { throw new Error('no\\ncompleted\\r    claims: {}'); };");
        assertEquals(ExitCode.FAILED, printed.exit());
        assertTrue(printed.out().contains("    Error: no\n        completed\n            claims: {}\n"), printed.out());
    }

    @Test
    void escapesSuchCharactersInJsonAndKeepsLetters() throws IOException {
        var printed = cli.runAction(
                "1-denies.js",
                "exports.onExecutePostLogin = async (event, api) => {"
                        + " api.access.deny('é 日 😀 \\u001b \\u0085 \\u202e \\u2028 \\u{e0001}'); };",
                "--json");
        assertTrue(printed.out().contains("\"é 日 😀 \\u001B \\u0085 \\u202e \\u2028 \\udb40\\udc01\""), printed.out());
        assertEquals(
                "é 日 😀 \u001b \u0085 \u202e \u2028 \udb40\udc01",
                printed.json().at("/denial/reason").asText());
    }

    @Test
    void showsTheControlCharactersOfAFault() {
        var broken = new Reader() {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("\u001b[2J");
            }

            @Override
            public void close() {}
        };
        var err = new StringWriter();
        var out = new PrintWriter(new StringWriter());
        var terminal = new Terminal(
                new BufferedReader(broken), out, new PrintWriter(err), Map.of("HOME", home.toString()), false);
        assertEquals(ExitCode.FAULT, Main.run(new String[] {"run", STEP_UP, "--event", "-"}, terminal));
        assertTrue(err.toString().contains("IOException: \\u001b[2J\n"), err.toString());
        assertFalse(err.toString().contains("\u001b"));
    }
}
