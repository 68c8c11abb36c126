package dev.postern.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An export that a test writes. */
record Export(Path root) {

    /** Code of a handler that does nothing. */
    static final String NOTHING = "exports.onExecutePostLogin = async () => {};\n";

    Export with(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** An Action of post-login in the usual places; more members begin with a comma. */
    Export withAction(String name, String code, String more) throws IOException {
        return with("actions/" + name + "/code.js", code)
                .with("actions/" + name + ".json", """
                        {"name": "%s", "code": "./actions/%s/code.js", "runtime": "node22",
                         "supported_triggers": [{"id": "post-login", "version": "v3"}]%s}
                        """.formatted(name, name, more));
    }

    /** Binds Actions to post-login, in order. */
    Export bound(String... names) throws IOException {
        var bindings = new StringBuilder();
        for (var name : names) {
            bindings.append(bindings.isEmpty() ? "" : ",").append("{\"action_name\": \"" + name + "\"}");
        }
        return with("triggers/triggers.json", "{\"post-login\": [" + bindings + "]}");
    }

    TenantFolder read() {
        return TenantFolder.read(root, Map.of());
    }

    TenantFolder read(String marker, String value) {
        return TenantFolder.read(root, Map.of(marker, value));
    }

    /** The only Action. */
    FolderAction readAction() {
        return read().actions().iterator().next();
    }
}
