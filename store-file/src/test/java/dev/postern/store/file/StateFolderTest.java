package dev.postern.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.postern.action.ActionVersion;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.sandbox.ModuleFiles;
import dev.postern.snapshot.ResumeToken;
import dev.postern.snapshot.SnapshotSeal;
import dev.postern.tenant.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
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
        var key = Files.write(folder.resolve("snapshot.key"), new byte[5]);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertRefused("cannot read the key in the state folder");
    }

    @Test
    void refusesAFolderThatIsOpenToOthers() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        assertRefused("is open to other users (rwxr-x---)", "run: chmod 700 " + folder);
    }

    @Test
    void refusesAKeyThatIsOpenToOthers() throws IOException {
        StateFolder.open(folder).keys();
        var key = folder.resolve("snapshot.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertRefused("is open to other users (rw-rw-rw-)", "run: chmod 600 " + key);
    }

    @Test
    void refusesAFolderAndAKeyOfAnotherUser() throws IOException {
        var users = folder.getFileSystem().getUserPrincipalLookupService();
        assumeTrue(
                Files.getOwner(folder).equals(users.lookupPrincipalByName("root")), "only root can give a file away");
        var other = users.lookupPrincipalByName("nobody");
        StateFolder.open(folder).keys();

        Files.setOwner(folder.resolve("snapshot.key"), other);
        assertRefused("snapshot.key belongs to nobody;");
        Files.setOwner(folder, other);
        assertRefused(folder + " belongs to nobody;");
    }

    @Test
    void refusesToFollowALink() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("state")));
        var refused = assertThrows(ActionsException.class, () -> StateFolder.open(link));
        assertEquals(link + " is a symbolic link; use what it leads to", refused.getMessage());
    }

    @Test
    void makesTheFoldersAboveForTheOwnerAlone() throws IOException {
        StateFolder.open(folder.resolve("a/b")).keys();
        var mode = Files.getPosixFilePermissions(folder.resolve("a"));
        assertEquals("rwx------", PosixFilePermissions.toString(mode));
    }

    @Test
    void findsAVersionAfterTheFileOfTheActionHasChanged() {
        var version = ActionVersion.of("1-check.js", "exports.onExecutePostLogin = async () => {};")
                .withModules(ModuleFiles.of(Map.of("lib/a.js", "exports.a = 1;", "lib/b.json", "{}")));
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

    private void assertRefused(String... parts) {
        var refused = assertThrows(
                ActionsException.class, () -> StateFolder.open(folder).keys());
        assertEquals(ErrorCode.SNAPSHOT_STORE_FAILED, refused.code());
        for (var part : parts) {
            assertTrue(String.valueOf(refused.getMessage()).contains(part), refused.getMessage());
        }
    }
}
