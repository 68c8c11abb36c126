package dev.postern.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that somebody has made by hand, with hashes that fit. */
final class ActionBundleTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path temporary = Path.of(".");

    private Path file = Path.of(".");

    @BeforeEach
    void newBundle() throws IOException {
        var export = new Export(temporary.resolve("export"))
                .withAction("a", "require('words');\n" + Export.NOTHING, ", \"secrets\": [{\"name\": \"KEY\"}]")
                .withAction("b", "require('words');\n\n" + Export.NOTHING, "")
                .withAction("unbound", Export.NOTHING, "")
                .with("node_modules/words/package.json", "{}")
                .with("node_modules/words/index.js", "module.exports = 'words';")
                .bound("b", "a");
        file = temporary.resolve("a.bundle");
        ActionBundle.of(export.read()).write(file);
    }

    @Test
    void givesTheFlowsOfTheExport() {
        var bundle = ActionBundle.read(file);
        var tenant = Tenant.of("acme");
        var export = TenantFolder.read(temporary.resolve("export"), Map.of());
        assertEquals(export.flow(tenant, Trigger.POST_LOGIN), bundle.flow(tenant, Trigger.POST_LOGIN));
        assertEquals(2, bundle.versions().size());
        assertEquals(
                "[post-login]",
                bundle.triggers().stream().map(Trigger::id).toList().toString());
        assertEquals(
                Map.of(), bundle.flow(tenant, Trigger.EVENT_STREAM).actions().isEmpty() ? Map.of() : bundle);
        assertEquals("[KEY]", bundle.declared("a").orElseThrow().names().toString());
    }

    @Test
    void keepsFilesOfTwoActionsOnce() throws IOException {
        var actions = ActionBundle.read(file).versions();
        assertTrue(actions.get(0).modules() == actions.get(1).modules());
        assertEquals(1, Files.readString(file).split("module.exports = 'words'", -1).length - 1);
    }

    /** Changes what is in the bundle, and makes the hashes fit again. */
    private String refusal(Consumer<ObjectNode> change) throws IOException, NoSuchAlgorithmException {
        var json = (ObjectNode) MAPPER.readTree(Files.readString(file));
        change.accept(json);
        json.remove("sha256");
        var rest = json.toString();
        Files.writeString(file, "{\"sha256\":\"" + hash(rest) + "\"," + rest.substring(1) + "\n");
        return String.valueOf(assertThrows(FolderException.class, () -> ActionBundle.read(file))
                .getMessage());
    }

    private static String hash(String text) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private static ObjectNode modules(JsonNode json) {
        return (ObjectNode) json.path("actions").path(0).path("modules");
    }

    @Test
    void refusesPathsThatLeadOut() throws IOException, NoSuchAlgorithmException {
        for (var path : new String[] {"../up.js", "/etc/hosts.js", "a//b.js", "node_modules/./a.js", "a\\b.js"}) {
            newBundle();
            var message = refusal(json -> modules(json).set(path, modules(json).path("node_modules/words/index.js")));
            assertTrue(message.contains("has what no bundle has: not a path of plain names: " + path), message);
        }
    }

    @Test
    void refusesAnActionThatIsNotTheOneItWasMadeWith() throws IOException, NoSuchAlgorithmException {
        assertTrue(refusal(json -> modules(json).remove("node_modules/words/package.json"))
                .contains("has 'b' in another form than it was made with"));
        newBundle();
        assertTrue(refusal(json -> ((ObjectNode) json.path("actions").path(0)).put("name", "c"))
                .contains("has 'c' in another form than it was made with"));
    }

    @Test
    void refusesWhatItWouldNotHaveWritten() throws IOException, NoSuchAlgorithmException {
        assertTrue(refusal(json -> json.put("more", 1)).contains("was changed after it was made"));
        newBundle();
        assertTrue(refusal(json -> ((ObjectNode) json.path("files")).put("f".repeat(64), "hidden"))
                .contains("was changed after it was made"));
        newBundle();
        assertTrue(refusal(json ->
                        ((ObjectNode) json.path("flows")).putArray("post-login").add(7))
                .contains("a flow with an Action that is not there"));
        newBundle();
        assertTrue(refusal(json ->
                        ((ObjectNode) json.path("flows")).putArray("no-trigger").add(0))
                .contains("binds Actions to no-trigger, a trigger that is not known here"));
        newBundle();
        assertTrue(refusal(json -> json.put("format", 2)).contains("is no bundle of format 1"));
    }

    @Test
    void refusesAMemberThatIsThereTwice() throws IOException {
        Files.writeString(file, Files.readString(file).replace("\"format\":1,", "\"format\":1,\"format\":1,"));
        assertThrows(FolderException.class, () -> ActionBundle.read(file));
    }

    @Test
    void refusesAFileThatIsTooLargeBeforeReadingIt() throws IOException {
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        var message = assertThrows(FolderException.class, () -> ActionBundle.read(file))
                .getMessage();
        assertTrue(String.valueOf(message).endsWith("has more than 134217728 bytes, which no bundle has"));
    }

    @Test
    void refusesWhatIsNoBundle() throws IOException {
        for (var text : new String[] {"", "{", "[]", "{}", "null", "\0"}) {
            Files.writeString(file, text);
            assertThrows(FolderException.class, () -> ActionBundle.read(file), text);
        }
    }
}
