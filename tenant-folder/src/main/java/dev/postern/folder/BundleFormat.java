package dev.postern.folder;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.postern.action.ActionVersion;
import dev.postern.action.Secrets;
import dev.postern.sandbox.ModuleFiles;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bundle as JSON, in one way only: members in a fixed order, files and their texts sorted. A text is there once, under
 * its hash; the first member is the hash of all that follows.
 */
final class BundleFormat {

    private static final int FORMAT = 1;
    private static final int LONGEST_TEXT = 32 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build());

    private BundleFormat() {}

    static byte[] write(ActionBundle bundle) {
        var rest = document(bundle);
        return ("{\"sha256\":\"" + hash(rest) + "\"," + rest.substring(1) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(ActionBundle bundle) {
        return hash(document(bundle));
    }

    private static String document(ActionBundle bundle) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("format", FORMAT);
        var flows = document.putObject("flows");
        for (var trigger : bundle.triggers()) {
            bundle.positions(trigger).forEach(flows.putArray(trigger.id())::add);
        }
        var files = new TreeMap<String, String>(); // hash -> text
        var actions = document.putArray("actions");
        for (var version : bundle.versions()) {
            var action = actions.addObject();
            action.put("name", version.name());
            action.put("content_hash", version.contentHash());
            action.put("code", add(files, version.code()));
            var modules = action.putObject("modules");
            new TreeMap<>(version.modules().texts()).forEach((path, text) -> modules.put(path, add(files, text)));
        }
        var secrets = document.putObject("secrets");
        bundle.secrets().forEach((name, declared) -> {
            var names = secrets.putObject(name);
            declared.names().forEach(names.putArray("names")::add);
            names.put("marker", declared.marker());
        });
        files.forEach(document.putObject("files")::put);
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a bundle cannot be written", e);
        }
    }

    private static String add(Map<String, String> files, String text) {
        var hash = hash(text);
        files.put(hash, text);
        return hash;
    }

    /** @param name of the file, for messages */
    static ActionBundle read(String name, byte[] bytes) throws IOException {
        try {
            var json = MAPPER.readTree(bytes);
            if (json == null || json.path("format").asInt() != FORMAT) {
                throw new FolderException(name + " is no bundle of format " + FORMAT);
            }
            return new Reading(name, json).bundle();
        } catch (JsonProcessingException e) {
            throw new FolderException(name + " is no bundle, or was changed after it was made");
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new FolderException(name + " has what no bundle has: " + e.getMessage());
        }
    }

    /** One bundle that is being read. */
    private record Reading(String name, JsonNode json, Map<Map<String, String>, ModuleFiles> shared) {

        Reading(String name, JsonNode json) {
            this(name, json, new HashMap<>());
        }

        ActionBundle bundle() {
            var versions = new ArrayList<ActionVersion>();
            json.path("actions").forEach(action -> versions.add(version(action)));
            var flows = new TreeMap<Trigger, List<Integer>>();
            for (var flow : json.path("flows").properties()) {
                flows.put(trigger(flow.getKey()), positions(flow.getValue(), versions.size()));
            }
            var secrets = new TreeMap<String, DeclaredSecrets>();
            for (var declared : json.path("secrets").properties()) {
                var names = new ArrayList<String>();
                declared.getValue().path("names").forEach(each -> names.add(each.asText()));
                var marker = declared.getValue().path("marker").asText();
                secrets.put(declared.getKey(), new DeclaredSecrets(names, Secrets.none(), marker));
            }
            return new ActionBundle(versions, flows, secrets);
        }

        private Trigger trigger(String id) {
            return Trigger.find(id)
                    .orElseThrow(() -> new FolderException(
                            name + " binds Actions to " + id + ", a trigger that is not known here"));
        }

        private static List<Integer> positions(JsonNode flow, int count) {
            var positions = new ArrayList<Integer>();
            flow.forEach(position -> {
                if (position.asInt(-1) < 0 || position.asInt() >= count) {
                    throw new IllegalArgumentException("a flow with an Action that is not there");
                }
                positions.add(position.asInt());
            });
            return positions;
        }

        private ActionVersion version(JsonNode action) {
            var named = action.path("name").asText();
            var hashes = new TreeMap<String, String>();
            action.path("modules")
                    .properties()
                    .forEach(file -> hashes.put(file.getKey(), file.getValue().asText()));
            var modules = shared.computeIfAbsent(hashes, all -> {
                var texts = new HashMap<String, String>();
                all.forEach((path, hash) -> texts.put(path, text(hash, path + " of '" + named + "'")));
                return ModuleFiles.of(texts);
            });
            var version = ActionVersion.of(named, text(action.path("code").asText(), "the code of '" + named + "'"))
                    .withModules(modules);
            if (!version.contentHash().equals(action.path("content_hash").asText())) {
                throw new FolderException(name + " has '" + named + "' in another form than it was made with");
            }
            return version;
        }

        private String text(String hash, String place) {
            var text = json.path("files").path(hash);
            if (!text.isTextual() || !hash(text.asText()).equals(hash)) {
                throw new FolderException(name + " has " + place + " in another form than it was made with");
            }
            return text.asText();
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
