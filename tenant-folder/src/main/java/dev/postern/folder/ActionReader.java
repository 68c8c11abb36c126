package dev.postern.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.action.ActionVersion;
import dev.postern.action.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one Action of an export. What it does not know it leaves alone. */
final class ActionReader {

    /** What the deploy CLI writes for a value that the tenant does not show. */
    private static final String NOT_SHOWN = "_VALUE_NOT_SHOWN_";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FolderFiles files;
    private final String place;
    private final JsonNode json;

    /** For what stands at this place, as a person finds it. */
    ActionReader(FolderFiles files, String place, JsonNode json) {
        this.files = files;
        this.place = place;
        this.json = json;
    }

    /** A module that Actions share. */
    FolderModule readModule() {
        var name = name("a module of Actions");
        var folder = FolderModule.FOLDER + "/" + SafeName.of(name);
        return new FolderModule(
                name,
                codeFile(folder + "/code.js").map(files::replaced).orElse(""),
                text(json, "latest_version_number"),
                dependencies("dependencies", "name", "version"),
                secrets(json.path("secrets")),
                ActionFiles.homes(files, folder));
    }

    private String name(String what) {
        if (!json.isObject()) {
            throw new FolderException(place + " is not an object that describes " + what);
        }
        if (text(json, "name").isEmpty()) {
            throw new FolderException(place + " has no name");
        }
        return text(json, "name");
    }

    /** An Action, with those of the modules that it asks for. */
    FolderAction read(Map<String, FolderModule> modules, ActionFiles.Shared shared) {
        var name = name("an Action");
        var folder = FolderAction.FOLDER + "/" + SafeName.of(name);
        var asked = dependencies("modules", "module_name", "module_version_number");
        var code = codeFile(folder + "/code.js");
        var action = new FolderAction(
                name,
                code.map(files::replaced).orElse(""),
                names(json.path("supported_triggers"), "id"),
                text(json, "runtime"),
                dependencies("dependencies", "name", "version"),
                asked,
                secrets(json.path("secrets")),
                !text(json, "deployed").equals("false"),
                json.hasNonNull("installed_integration_id") || json.hasNonNull("integration"),
                ActionFiles.of(files, code.flatMap(files::find), folder, found(asked, modules), shared));
        check(action);
        return action;
    }

    private static List<FolderModule> found(List<Dependency> asked, Map<String, FolderModule> modules) {
        return asked.stream()
                .map(Dependency::name)
                .filter(modules::containsKey)
                .map(modules::get)
                .toList();
    }

    private void check(FolderAction action) {
        if (action.name().startsWith(FolderModule.PREFIX)) {
            throw new FolderException(place + " has a name that begins with " + FolderModule.PREFIX
                    + ", as the names of modules do; rename it");
        }
        try {
            ActionVersion.of(action.name(), "");
        } catch (IllegalArgumentException e) {
            throw new FolderException(place + ": " + e.getMessage());
        }
    }

    /** The file that is named, or the one that an export has for an Action of this name; empty if there is no code. */
    private Optional<String> codeFile(String usual) {
        var path = json.path("code");
        if (path.isTextual() && path.asText().isEmpty()) {
            return Optional.empty();
        }
        var named = path.isTextual() ? path.asText() : usual;
        if (named.endsWith(".ts")) {
            throw new FolderException(place + " has its code in " + named
                    + ", which is TypeScript; compile it and name what comes of it:"
                    + " tsc --module commonjs --target es2022");
        }
        for (var file : List.of(named, usual)) {
            if (files.find(file).isPresent()) {
                return Optional.of(file);
            }
        }
        throw new FolderException(
                place + " has its code in " + named + ", where no file is, nor is there " + files.name(usual));
    }

    private List<Dependency> dependencies(String list, String name, String version) {
        var dependencies = new ArrayList<Dependency>();
        for (var dependency : json.path(list)) {
            if (!text(dependency, name).isEmpty()) {
                dependencies.add(new Dependency(
                        text(dependency, name), text(dependency, version), text(dependency, "registry_url")));
            }
        }
        return dependencies;
    }

    private DeclaredSecrets secrets(JsonNode declared) {
        if (declared.isTextual() && !declared.asText().isEmpty()) {
            return secretsOf(declared.asText());
        }
        var values = new LinkedHashMap<String, String>();
        for (var secret : declared) {
            var value = secret.path("value");
            if (!value.isTextual() && !value.isNull() && !value.isMissingNode()) {
                throw new FolderException(place + " has the secret '" + text(secret, "name")
                        + "' with a value that is not a string; put it in quotes");
            }
            if (value.isTextual() && isSet(value.asText())) {
                values.put(text(secret, "name"), value.asText());
            }
        }
        return new DeclaredSecrets(names(declared, "name"), Secrets.of(values), "");
    }

    /** All secrets as one text: a marker without a value, or the JSON that its value is. */
    private DeclaredSecrets secretsOf(String text) {
        if (Keywords.unresolvedIn(text).matches()) {
            return new DeclaredSecrets(List.of(), Secrets.none(), text);
        }
        try {
            var array = MAPPER.readTree(text);
            if (array.isArray()) {
                return secrets(array);
            }
        } catch (JsonProcessingException e) {
            // said below, without the text
        }
        throw new FolderException(place + " has secrets that are neither an array nor a marker such as @@SECRETS@@");
    }

    private static boolean isSet(String value) {
        return !value.isEmpty()
                && !value.equals(NOT_SHOWN)
                && !Keywords.unresolvedIn(value).find();
    }

    private List<String> names(JsonNode list, String key) {
        var names = new ArrayList<String>();
        for (var entry : list) {
            if (text(entry, key).isEmpty()) {
                throw new FolderException(place + " has a secret or trigger without " + key);
            }
            names.add(text(entry, key));
        }
        return names;
    }

    private static String text(JsonNode object, String key) {
        var value = object.path(key);
        return value.isNull() ? "" : value.asText();
    }
}
