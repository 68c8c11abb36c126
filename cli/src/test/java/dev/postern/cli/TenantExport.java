package dev.postern.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An export that a test writes: Actions of post-login, bound in the order they were added. */
final class TenantExport {

    private final Path root;
    private String bindings = "";

    TenantExport(Path root) {
        this.root = root;
    }

    /** Adds an Action; more of its members begin with a comma. */
    TenantExport with(String name, String code, String more) throws IOException {
        write("actions/" + name + "/code.js", code);
        write("actions/" + name + ".json", """
                {"name": "%s", "code": "./actions/%s/code.js", "supported_triggers": [{"id": "post-login"}]%s}""".formatted(name, name, more));
        bindings += (bindings.isEmpty() ? "" : ",") + "{\"action_name\": \"" + name + "\"}";
        write("triggers/triggers.json", "{\"post-login\": [" + bindings + "]}");
        return write("event.json", Cli.USER);
    }

    TenantExport write(String path, String text) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
