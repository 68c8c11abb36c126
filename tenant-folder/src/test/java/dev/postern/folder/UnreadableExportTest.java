package dev.postern.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test for each way in which an export cannot be read or used. */
final class UnreadableExportTest {

    @TempDir
    private Path temporary = Path.of(".");

    private Export export = new Export(temporary);

    @BeforeEach
    void open() {
        export = new Export(temporary.resolve("acme"));
    }

    private void refuses(String message) {
        var refusal = assertThrows(FolderException.class, export::read);
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
        assertNull(refusal.getCause());
    }

    @Test
    void isNone() throws IOException {
        export.with("notes.txt", "");
        refuses("acme is no export: it has neither JSON files in actions or triggers, nor a tenant.yaml");
    }

    @Test
    void isNotJsonAndShowsNothingOfIt() throws IOException {
        export.with("actions/a.json", "{\n  \"name\": \"a\",\n  \"secrets\": s3cr3t-value\n}");
        refuses("acme/actions/a.json is not JSON: line 3, column 14; it is read after its markers are replaced");
        var refusal = assertThrows(FolderException.class, export::read);
        assertFalse(String.valueOf(refusal.getMessage()).contains("s3cr3t"));
    }

    @Test
    void isNotYaml() throws IOException {
        export.with("tenant.yaml", "actions:\n  - name: a\n   code: b\n");
        refuses("acme/tenant.yaml is not YAML: line 3, column");
    }

    @Test
    void isNotUtf8() throws IOException {
        export.with("actions/a.json", "");
        Files.write(export.root().resolve("actions/a.json"), new byte[] {'"', (byte) 0xff, '"'});
        refuses("acme/actions/a.json is not UTF-8 text");
    }

    @Test
    void hasAKeyTwice() throws IOException {
        export.with("triggers/triggers.json", "{\"post-login\": [],\n \"post-login\": []}");
        refuses("acme/triggers/triggers.json is not JSON: line 2, column");
        Files.delete(export.root().resolve("triggers/triggers.json"));
        export.with("tenant.yaml", "actions: []\nactions: []\n");
        refuses("acme/tenant.yaml is not YAML: line 2, column");
    }

    @Test
    void hasAnAliasOfNothing() throws IOException {
        export.with("tenant.yaml", "actions: *nothing\n");
        refuses("acme/tenant.yaml is not YAML: line 1, column");
    }

    @Test
    void hasYamlWithoutActions() throws IOException {
        export.with("tenant.yaml", "tenant:\n  friendly_name: a\n");
        refuses("acme/tenant.yaml has no list of actions; export the Actions as well");
        export.with("tenant.yaml", "");
        refuses("acme/tenant.yaml has no list of actions");
    }

    @Test
    void hasAnActionThatIsNoObject() throws IOException {
        export.with("actions/a.json", "[]");
        refuses("acme/actions/a.json is not an object that describes an Action");
    }

    @Test
    void hasAnActionWithoutName() throws IOException {
        export.with("tenant.yaml", "actions:\n  - name: a\n    code: ''\n  - code: ''\n");
        refuses("acme/tenant.yaml, actions[1], has no name");
    }

    @Test
    void hasAnActionWhoseNameCannotBeOne() throws IOException {
        export.with("actions/a.json", "{\"name\": \"a\\u001b\", \"code\": \"\"}");
        refuses("acme/actions/a.json: an Action's name has 1 to 255 characters, none of them a control or format");
    }

    @Test
    void hasTwoActionsOfOneName() throws IOException {
        export.with("actions/a.json", "{\"name\": \"a\", \"code\": \"\"}")
                .with("actions/b.json", "{\"name\": \"a\", \"code\": \"\"}");
        refuses("actions/b.json has the name 'a', and so has " + export.root() + "/actions/a.json; rename one of them");
    }

    @Test
    void hasNoCode() throws IOException {
        export.with("actions/a.json", "{\"name\": \"a\", \"code\": \"./lib/a.js\"}");
        refuses("acme/actions/a.json has its code in ./lib/a.js, where no file is, nor is there " + export.root()
                + "/actions/a/code.js");
    }

    @Test
    void hasCodeWhoseNameNoFileCanHave() throws IOException {
        export.with("actions/a.json", "{\"name\": \"a\", \"code\": \"./a\\u0000.js\"}");
        refuses("cannot read " + export.root() + "/a\0.js");
    }

    @Test
    void hasCodeOutsideOfTheFolder() throws IOException {
        Files.writeString(temporary.resolve("outside.js"), "// outside");
        for (var path : Arrays.asList("../outside.js", "..\\\\outside.js", "./actions/../../outside.js")) {
            export.with("actions/a.json", "{\"name\": \"a\", \"code\": \"" + path + "\"}");
            refuses("outside.js is outside of the folder; move it into " + export.root());
        }
    }

    @Test
    void hasCodeBehindALinkThatLeadsOutside() throws IOException {
        Files.writeString(temporary.resolve("outside.js"), "// outside");
        export.with("actions/a.json", "{\"name\": \"a\", \"code\": \"./link.js\"}");
        Files.createSymbolicLink(export.root().resolve("link.js"), temporary.resolve("outside.js"));
        refuses("link.js is outside of the folder");
    }

    @Test
    void hasActionsBehindALinkThatLeadsOutside() throws IOException {
        new Export(temporary.resolve("other")).withAction("of-another", "", "");
        export.bound();
        Files.createSymbolicLink(export.root().resolve("actions"), temporary.resolve("other/actions"));
        refuses("acme/actions is outside of the folder; move it into " + export.root());
        var refusal = assertThrows(FolderException.class, export::read);
        assertFalse(String.valueOf(refusal.getMessage()).contains("of-another"));
    }

    @Test
    void hasASecretThatIsNoString() throws IOException {
        export.withAction("a", "", ", \"secrets\": [{\"name\": \"A\", \"value\": 123}]");
        refuses("acme/actions/a.json has the secret 'A' with a value that is not a string; put it in quotes");
    }

    @Test
    void hasASecretWithoutName() throws IOException {
        export.withAction("a", "", ", \"secrets\": [{\"value\": \"x\"}]");
        refuses("acme/actions/a.json has a secret or trigger without name");
    }

    @Test
    void hasSecretsThatAreNoArray() throws IOException {
        export.withAction("a", "", ", \"secrets\": \"s3cr3t\"");
        refuses("acme/actions/a.json has secrets that are neither an array nor a marker such as @@SECRETS@@");
    }

    @Test
    void hasTriggersThatAreNoObject() throws IOException {
        export.with("triggers/triggers.json", "[]");
        refuses("acme/triggers/triggers.json is not an object of triggers");
    }

    @Test
    void hasABindingOfNothing() throws IOException {
        export.with("triggers/triggers.json", "{\"post-login\": [{\"display_name\": \"a\"}]}");
        refuses("acme/triggers/triggers.json has a binding of post-login without action_name");
    }

    @Test
    void bindsAnActionThatIsNotThere() throws IOException {
        var folder = export.bound("a").read();
        var refusal = assertThrows(FolderException.class, () -> folder.actions(Trigger.POST_LOGIN));
        assertEquals(
                export.root()
                        + " binds 'a' to post-login but has no Action of this name; an Action of the marketplace is"
                        + " not exported: remove its binding or write an Action in its place",
                refusal.getMessage());
    }

    @Test
    void bindsMoreActionsThanTheTriggerTakes() throws IOException {
        var names = new String[21];
        for (var number = 0; number < names.length; number++) {
            names[number] = "a" + number;
            export.withAction(names[number], "", "");
        }
        var folder = export.bound(names).read();
        var refusal = assertThrows(FolderException.class, () -> folder.actions(Trigger.POST_LOGIN));
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("has 21 Actions for post-login, which takes 20: a0, a1,"),
                refusal.getMessage());
    }

    @Test
    void hasTwoActionsForATriggerThatTakesOne() throws IOException {
        for (var name : new String[] {"a", "b"}) {
            export.with("actions/" + name + ".json", """
                    {"name": "%s", "code": "", "supported_triggers": [{"id": "custom-email-provider"}]}""".formatted(name));
        }
        var folder = export.read();
        var refusal = assertThrows(FolderException.class, () -> folder.actions(Trigger.CUSTOM_EMAIL_PROVIDER));
        assertEquals(
                export.root()
                        + " has 2 Actions for custom-email-provider, which takes 1: a, b; name the file of the one"
                        + " to run instead",
                refusal.getMessage());
    }
}
