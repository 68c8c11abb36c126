package dev.postern.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CheckCommandTest extends CommandTest {

    private static final String RUNS = "exports.onExecutePostLogin = async () => {};";

    private TenantExport export() {
        return new TenantExport(home.resolve("acme"));
    }

    @Test
    void saysOfEachActionWhetherItRuns() throws IOException {
        var export = export().with("runs", RUNS, "")
                .with("differs", RUNS, ", \"runtime\": \"node12\"")
                .with("misses", "\nrequire('no-such-package');\n" + RUNS, "");
        var printed = cli.run("check", export.toString());
        assertEquals(ExitCode.FAILED, printed.exit(), printed.err());
        assertEquals("""
                differs  differs  post-login
                    differs: is made for node12; the language here is that of node22
                misses   missing  post-login
                    missing: line 2: requires 'no-such-package', which is not there (scanned)
                runs     runs     post-login
                2 of 3 bound Actions run
                """, printed.out());
    }

    @Test
    void exitsWithZeroWhereAllRun() throws IOException {
        var export =
                export().with("a", RUNS, ", \"secrets\": [{\"name\": \"A\"}, {\"name\": \"B\", \"value\": \"##B##\"}]");
        var printed = cli.runIn(Map.of("B", "s3cr3t"), "check", export.toString(), "--secret", "A=s3cr3t");
        assertEquals(ExitCode.COMPLETED, printed.exit(), printed.out());
        assertEquals("a  runs     post-login\n1 of 1 bound Actions run\n", printed.out());
        var unset = cli.run("check", export.toString(), "--secret", "A=s3cr3t");
        assertEquals(ExitCode.FAILED, unset.exit());
        assertTrue(unset.out().contains("missing: has no value for the secrets B\n"), unset.out());
        assertFalse(unset.out().contains("s3cr3t"));
    }

    @Test
    void printsOneDocument() throws IOException {
        var export = export().with(
                        "a",
                        "fetch_all = 1;\nexports.onExecutePostLogin = async (event, api) => { api.no.such(); };",
                        "");
        var printed = cli.run("check", export.toString(), "--json");
        assertEquals(ExitCode.FAILED, printed.exit(), printed.err());
        assertEquals(
                "{\"runnable\":false,\"actions\":[{\"name\":\"a\",\"verdict\":\"missing\",\"triggers\":[\"post-login\"],"
                        + "\"findings\":[{\"verdict\":\"missing\",\"text\":\"calls api.no.such, which post-login has not\","
                        + "\"line\":2,\"scanned\":true}]}],\"faults\":[]}",
                printed.json().toString());
    }

    @Test
    void exitsWithTwoWhereTheExportCannotBeRead() throws IOException {
        for (var folder : new String[] {home.toString(), "none", "none.yaml"}) {
            var printed = cli.run("check", folder);
            assertEquals(ExitCode.USAGE, printed.exit());
            assertEquals("", printed.out());
        }
        var export = export().with("a", RUNS, "").write("actions/a.json", "{\n \"name\": }");
        var printed = cli.run("check", export.toString());
        assertEquals(ExitCode.USAGE, printed.exit());
        assertTrue(printed.err().contains("a.json is not JSON: line 2, column 10; it is read"), printed.err());
    }

    @Test
    void showsTheControlCharactersOfAnExport() throws IOException {
        var export =
                export().with("a", "exports.onExecutePostLogin = async () => {};\nthrow new Error('\\u001b[2J');", "");
        var printed = cli.run("check", export.toString());
        assertTrue(printed.out().contains("Error: \\u001b[2J"), printed.out());
    }
}
