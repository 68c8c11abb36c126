package dev.postern.store.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.action.ActionVersion;
import dev.postern.action.ActionVersions;
import dev.postern.sandbox.ModuleFiles;
import dev.postern.tenant.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Optional;

/** Keeps each version of an Action in a file named by a hash of tenant and content. */
final class FileActionVersions implements ActionVersions {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    FileActionVersions(Path folder) {
        DurableFiles.makeFolder(folder);
        this.folder = folder;
    }

    @Override
    public void keep(TenantId tenant, ActionVersion version) {
        var file = file(tenant, version.contentHash());
        if (!Files.exists(file)) {
            var json = MAPPER.createObjectNode().put("name", version.name()).put("code", version.code());
            version.modules().texts().forEach(json.putObject("modules")::put);
            DurableFiles.create(file, json.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public Optional<ActionVersion> find(TenantId tenant, String contentHash) {
        try {
            var json = MAPPER.readTree(Files.readAllBytes(file(tenant, contentHash)));
            var modules = new HashMap<String, String>();
            json.path("modules")
                    .properties()
                    .forEach(file -> modules.put(file.getKey(), file.getValue().asText()));
            var version = ActionVersion.of(
                            json.path("name").asText(), json.path("code").asText())
                    .withModules(ModuleFiles.of(modules));
            // A file that was changed is not the version that was asked for.
            return Optional.of(version).filter(found -> found.contentHash().equals(contentHash));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw DurableFiles.failed("read", folder, e);
        }
    }

    private Path file(TenantId tenant, String contentHash) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((tenant.value() + " " + contentHash).getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest.digest()) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
