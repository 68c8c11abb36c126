package dev.postern.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.action.ActionVersion;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TenantFolderTest {

    private static final Path ACME = Path.of("src/test/resources/acme");
    private static final Path ACME_YAML = Path.of("src/test/resources/acme-yaml");

    @TempDir
    private Path temporary = Path.of(".");

    private Export export() {
        return new Export(temporary);
    }

    @Test
    void readsTheBindingsInTheirOrder() {
        var flow = TenantFolder.read(ACME, Map.of()).flow(Tenant.of("acme"), Trigger.POST_LOGIN);
        assertEquals(
                List.of("Deny: blocked countries", "Roles & claims", "Step-up/admins", "Sign consent link"),
                flow.actions().stream().map(ActionVersion::name).toList());
    }

    @Test
    void readsTheSameFromBothFormats() {
        var directory = TenantFolder.read(ACME, Map.of("CONSENT_KEY", "any"));
        for (var path : List.of(ACME_YAML, ACME_YAML.resolve("tenant.yaml"))) {
            var yaml = TenantFolder.read(path, Map.of("CONSENT_KEY", "any"));
            assertEquals(directory.bindings(), yaml.bindings());
            assertEquals(9, yaml.actions().size());
            for (var action : directory.actions()) {
                assertEquals(
                        described(action), described(yaml.action(action.name()).orElseThrow()));
            }
            for (var trigger : Trigger.values()) {
                var tenant = Tenant.of("acme");
                assertEquals(directory.flow(tenant, trigger), yaml.flow(tenant, trigger));
            }
        }
    }

    private static String described(FolderAction action) {
        return String.join(
                "|",
                action.name(),
                action.code(),
                action.triggers().toString(),
                action.runtime(),
                action.dependencies().toString(),
                action.modules().toString(),
                action.secrets().names().toString(),
                action.secrets().values().values().toString(),
                Boolean.toString(action.isDeployed()));
    }

    @Test
    void readsWhatAnActionDeclares() throws IOException {
        var action = export().withAction("a", "", """
                        , "dependencies": [{"name": "axios", "version": "1.7.9", "registry_url": "any"}],
                        "modules": [{"module_name": "shared", "module_version_number": 3}],
                        "deployed": false, "installed_integration_id": "i1", "something_new": {"x": []}""").readAction();
        assertEquals(List.of(new Dependency("axios", "1.7.9", "any")), action.dependencies());
        assertEquals(List.of(new Dependency("shared", "3")), action.modules());
        assertEquals(List.of("post-login"), action.triggers());
        assertEquals("node22", action.runtime());
        assertFalse(action.isDeployed());
        assertTrue(action.isIntegration());
    }

    @Test
    void knowsAnExportFromAFolderOfScripts() throws IOException {
        assertTrue(TenantFolder.isAt(ACME));
        assertTrue(TenantFolder.isAt(ACME_YAML));
        export().with("1-a.js", "").with("actions/notes.txt", "");
        assertFalse(TenantFolder.isAt(temporary));
    }

    @Test
    void putsAnActionWithoutBindingIntoNoFlow() throws IOException {
        var folder = export().withAction("a", "", "")
                .withAction("b", "", "")
                .bound("b")
                .read();
        assertEquals(2, folder.actions().size());
        assertEquals(List.of(new Binding("b", "b")), folder.bindings(Trigger.POST_LOGIN));
    }

    @Test
    void readsOnlyTheFirstFileOfTriggers() throws IOException {
        var folder = export().withAction("a", "", "")
                .bound("a")
                .with("triggers/zzz.json", "{\"credentials-exchange\": [{\"action_name\": \"a\"}]}")
                .read();
        assertEquals(1, folder.bindings().size());
    }

    @Test
    void findsTheActionOfATriggerThatHasNoList() {
        var folder = TenantFolder.read(ACME, Map.of());
        assertEquals(
                "SMS gateway",
                folder.actions(Trigger.CUSTOM_PHONE_PROVIDER).getFirst().name());
        assertEquals(List.of(), folder.actions(Trigger.CUSTOM_EMAIL_PROVIDER));
    }

    @Test
    void findsCodeByEitherSlashAndByTheActionsName() throws IOException {
        export().with("actions/a.json", "{\"name\": \"a\", \"code\": \".\\\\lib\\\\a.js\"}")
                .with("lib/a.js", "// a");
        export().with("actions/b.json", "{\"name\": \"b/c: d?.\", \"code\": \"local/actions/b/code.js\"}")
                .with("actions/b-c- d--/code.js", "// b");
        export().with("actions/e.json", "{\"name\": \"e\", \"code\": \"\"}");
        var codes = export().read().actions().stream().map(FolderAction::code).toList();
        assertEquals(List.of("// a", "// b", ""), codes);
    }

    @Test
    void replacesMarkersBeforeItParses() throws IOException {
        export().with("config.json", """
                {"AUTH0_KEYWORD_REPLACE_MAPPINGS": {"LIST": ["a", "b"], "NAME": "of the file", "WHO": "of the file"}}""");
        export().withAction("a", "x = @@LIST@@; y = '@@LIST@@'; z = '##NAME##'; // ##WHO## ##NONE## @@NONE@@", "");
        var code = export().read("WHO", "of the environment $1")
                .actions()
                .iterator()
                .next()
                .code();
        assertEquals(
                "x = [\"a\",\"b\"]; y = [\"a\",\"b\"]; z = 'of the file'; // of the environment $1 ##NONE## @@NONE@@",
                code);
    }

    @Test
    void takesSecretsFromMarkersAndFilesAndCountsPlaceholdersAsUnset() throws IOException {
        export().withAction("a", "", """
                , "secrets": [{"name": "A", "value": "##A_KEY##"}, {"name": "B", "value": "in the file"}, {"name": "C"},
                {"name": "D", "value": "_VALUE_NOT_SHOWN_"}, {"name": "E", "value": "##NONE##"}, {"name": "F", "value": null},
                {"name": "G", "value": ""}, {"name": "H", "value": "Bearer ##NONE##"}, {"name": "I", "value": "@@QUOTED@@"}]""");
        var quoted = "line 1\nline \"2\"";
        var secrets = TenantFolder.read(temporary, Map.of("A_KEY", "of the environment", "QUOTED", quoted))
                .action("a")
                .orElseThrow()
                .secrets();
        assertEquals(
                Map.of("A", "of the environment", "B", "in the file", "I", quoted),
                secrets.values().values());
        assertEquals(List.of("C", "D", "E", "F", "G", "H"), secrets.missing(List.of()));
        assertEquals(List.of("D", "E", "F", "G", "H"), secrets.missing(List.of("C")));
    }

    @Test
    void takesAllSecretsFromOneMarker() throws IOException {
        export().withAction("a", "", ", \"secrets\": \"@@ALL@@\"");
        var unset = export().readAction().secrets();
        assertEquals(List.of("@@ALL@@"), unset.missing(List.of()));
        var inText = export().read("ALL", "[{\"name\": \"A\", \"value\": \"x\"}]")
                .action("a")
                .orElseThrow();
        assertEquals(Map.of("A", "x"), inText.secrets().values().values());
        export().with("config.json", """
                {"AUTH0_KEYWORD_REPLACE_MAPPINGS": {"ALL": [{"name": "A", "value": "y"}]}}""");
        assertEquals(Map.of("A", "y"), export().readAction().secrets().values().values());
    }

    @Test
    void takesAMarkerWithoutQuotesInYamlForWhatItIs() throws IOException {
        export().with("tenant.yaml", """
                actions:
                  - name: a
                    code: ''
                    secrets:
                      - name: A
                        value: ##A_KEY##
                      - name: B
                        value: ##NONE##
                      - name: C
                        value: 0123
                """);
        var secrets = export().read("A_KEY", "007").action("a").orElseThrow().secrets();
        assertEquals(Map.of("A", "007", "C", "0123"), secrets.values().values());
        assertEquals(List.of("B"), secrets.missing(List.of()));
    }

    @Test
    void followsAnchorsOfYaml() throws IOException {
        export().with("tenant.yaml", """
                base: &base
                  runtime: node18
                  supported_triggers: &triggers
                    - id: post-login
                actions:
                  - <<: *base
                    name: a
                    code: ''
                  - name: b
                    code: ''
                    runtime: node22
                    supported_triggers: *triggers
                """);
        var folder = export().read();
        assertEquals("node18", folder.action("a").orElseThrow().runtime());
        assertEquals(List.of("post-login"), folder.action("a").orElseThrow().triggers());
        assertEquals(List.of("post-login"), folder.action("b").orElseThrow().triggers());
    }

    @Test
    void bindsTwentyActions() throws IOException {
        var names = IntStream.rangeClosed(1, Trigger.POST_LOGIN.maxActions())
                .mapToObj(number -> "a" + number)
                .toList();
        for (var name : names) {
            export().withAction(name, "", "");
        }
        var folder = export().bound(names.toArray(String[]::new)).read();
        assertEquals(
                names,
                folder.actions(Trigger.POST_LOGIN).stream()
                        .map(FolderAction::name)
                        .collect(Collectors.toList()));
    }

    @Test
    void showsNoSecretAndNoCode() throws IOException {
        var action = export().withAction("a", "// s3cr3t", ", \"secrets\": [{\"name\": \"A\", \"value\": \"s3cr3t\"}]")
                .readAction();
        assertFalse(
                (action + " " + action.secrets()).contains("s3cr3t"),
                action.secrets().toString());
    }
}
