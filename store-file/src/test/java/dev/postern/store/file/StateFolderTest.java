package dev.postern.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.action.ActionVersion;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.snapshot.ResumeToken;
import dev.postern.snapshot.SnapshotSeal;
import dev.postern.tenant.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateFolderTest {

    private static final TenantId TENANT = TenantId.of("acme");

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void sealsWithOneKeyInAllProcesses() {
        var token = ResumeToken.random(TENANT);
        var text = "a paused login".getBytes(StandardCharsets.UTF_8);
        var sealed = new SnapshotSeal(StateFolder.open(folder).keys()).seal(token, text);
        var opened = new SnapshotSeal(StateFolder.open(folder).keys()).open(token, sealed);
        assertEquals("a paused login", new String(opened, StandardCharsets.UTF_8));
    }

    @Test
    void refusesAKeyThatWasCutShort() throws IOException {
        Files.write(folder.resolve("snapshot.key"), new byte[5]);
        var refused = assertThrows(
                ActionsException.class, () -> StateFolder.open(folder).keys());
        assertEquals(ErrorCode.SNAPSHOT_STORE_FAILED, refused.code());
    }

    @Test
    void findsAVersionAfterTheFileOfTheActionHasChanged() {
        var version = ActionVersion.of("1-check.js", "exports.onExecutePostLogin = async () => {};");
        StateFolder.open(folder).actionVersions().keep(TENANT, version);
        StateFolder.open(folder).actionVersions().keep(TENANT, version);
        var found = StateFolder.open(folder).actionVersions().find(TENANT, version.contentHash());
        assertEquals(Optional.of(version), found);
        assertEquals(version.code(), found.orElseThrow().code());
    }

    @Test
    void keepsTheVersionsOfTenantsApart() {
        var version = ActionVersion.of("1-check.js", "exports.onExecutePostLogin = async () => {};");
        StateFolder.open(folder).actionVersions().keep(TENANT, version);
        var other = StateFolder.open(folder).actionVersions().find(TenantId.of("other"), version.contentHash());
        assertEquals(Optional.empty(), other);
    }

    @Test
    void doesNotTakeAChangedFileForTheVersion() throws IOException {
        var version = ActionVersion.of("1-check.js", "exports.onExecutePostLogin = async () => {};");
        StateFolder.open(folder).actionVersions().keep(TENANT, version);
        try (var files = Files.list(folder.resolve("actions"))) {
            for (var file : files.toList()) {
                Files.writeString(file, "{\"name\":\"1-check.js\",\"code\":\"\"}");
            }
        }
        assertEquals(Optional.empty(), StateFolder.open(folder).actionVersions().find(TENANT, version.contentHash()));
    }

    @Test
    void saysWhatToDoWhereTheFolderCannotBeMade() throws IOException {
        var file = Files.writeString(folder.resolve("taken"), "");
        var refused = assertThrows(ActionsException.class, () -> StateFolder.open(file.resolve("state")));
        assertEquals(ErrorCode.SNAPSHOT_STORE_FAILED, refused.code());
    }
}
