package dev.postern.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.sandbox.ModuleFiles;
import java.util.Optional;

/** The versions of the packages that an Action has, beside those that it asks for. */
record InstalledVersions(ModuleFiles files) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** In what the package differs from the version that is asked for; empty if it is that one. */
    Optional<String> difference(String name, String asked) {
        var description = files.texts().get("node_modules/" + name + "/package.json");
        var version = description == null ? "" : version(description);
        if (version.equals(asked)) {
            return Optional.empty();
        }
        return Optional.of("requires '" + name + "' in version " + asked
                + (version.isEmpty() ? "; the one here may be another" : "; installed is " + version));
    }

    private static String version(String description) {
        try {
            return MAPPER.readTree(description).path("version").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
