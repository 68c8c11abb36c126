package dev.postern.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.folder.ActionBundle;
import dev.postern.folder.ActionFiles;
import dev.postern.folder.DeclaredSecrets;
import dev.postern.folder.FolderAction;
import dev.postern.folder.TenantFolder;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a flow from what the user named: {@code .js} files in order, a folder of them in the order of their names, or an
 * export, or a bundle; with the tenant's settings in {@code postern.json} if there are any.
 */
final class FlowSource {

    /** The tenant of every flow of the command line. */
    static final String TENANT = "local";

    private static final int MOST_FOLDERS = 5;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Path> paths;
    private final @Nullable TenantFolder export;
    private final @Nullable ActionBundle bundle;
    private final Map<Path, ActionFiles> files = new HashMap<>();

    FlowSource(List<Path> paths, Map<String, String> environment) {
        this.paths = paths;
        var exports =
                paths.stream().filter(path -> isBundle(path) || isExport(path)).toList();
        if (!exports.isEmpty() && paths.size() > 1) {
            throw new UsageException(exports.getFirst() + " is "
                    + (isBundle(exports.getFirst()) ? "a bundle" : "a tenant's export") + ", and is named alone");
        }
        var first = exports.isEmpty() ? null : exports.getFirst();
        this.bundle = first != null && isBundle(first) ? ActionBundle.read(first) : null;
        this.export = first == null || bundle != null ? null : TenantFolder.read(first, environment);
    }

    /** Whether this is a bundle, by its name. */
    static boolean isBundle(Path path) {
        return name(path).endsWith(ActionBundle.ENDING);
    }

    /** Whether this is an export. Of a script that is clear by its name: what reads exports need not be loaded for it. */
    static boolean isExport(Path path) {
        return !name(path).endsWith(".js") && !name(path).endsWith(".json") && TenantFolder.isAt(path);
    }

    /** The export, if the flow is that of one. */
    Optional<TenantFolder> export() {
        return Optional.ofNullable(export);
    }

    /** The Actions of the export that the flow has, if it is that of one. */
    List<FolderAction> exported(Flow flow) {
        return export == null ? List.of() : export.actions(flow.trigger());
    }

    /** What Actions declare, by name, where that is known. */
    Optional<Function<String, Optional<DeclaredSecrets>>> declared() {
        if (bundle != null) {
            return Optional.of(bundle::declared);
        }
        return export == null ? Optional.empty() : Optional.of(export::declared);
    }

    /** What the Actions of a trigger declare. */
    Map<String, DeclaredSecrets> declared(Trigger trigger) {
        if (bundle != null) {
            return bundle.declared(trigger);
        }
        return export == null ? Map.of() : export.declared(trigger);
    }

    /** The flow of the trigger that was asked for, or else of the folder's own. */
    Flow flow(@Nullable String triggerId) {
        var trigger = triggerId == null
                ? settings().flatMap(TenantSettings::trigger).orElseGet(this::usualTrigger)
                : trigger(triggerId);
        if (bundle != null) {
            return bound(bundle.flow(tenant(), trigger), bundle.triggers());
        }
        if (export != null) {
            var bound = Arrays.stream(Trigger.values())
                    .filter(other -> !export.bindings(other).isEmpty())
                    .toList();
            return bound(export.flow(tenant(), trigger), bound);
        }
        var actions = new ArrayList<ActionVersion>();
        for (var path : paths) {
            for (var file : Files.isDirectory(path) ? scripts(path) : List.of(path)) {
                actions.add(action(file));
            }
        }
        return new Flow(tenant(), trigger, actions);
    }

    /** The trigger that the user named. */
    static Trigger trigger(String id) {
        return Trigger.find(id)
                .orElseThrow(() -> new UsageException("no trigger is named '" + id + "'; there are " + triggers()));
    }

    /** The names of all triggers. */
    static String triggers() {
        return Arrays.stream(Trigger.values()).map(Trigger::id).collect(Collectors.joining(", "));
    }

    /** That of a bundle which has one alone. */
    private Trigger usualTrigger() {
        return bundle != null && bundle.triggers().size() == 1
                ? bundle.triggers().iterator().next()
                : Trigger.POST_LOGIN;
    }

    private Flow bound(Flow flow, Collection<Trigger> others) {
        if (flow.actions().isEmpty()) {
            throw new UsageException(paths.getFirst() + " binds no Action to "
                    + flow.trigger().id() + "; it has some for: "
                    + others.stream().map(Trigger::id).collect(Collectors.joining(", ")));
        }
        return flow;
    }

    /** The folder's own event, for a flow that is one folder. */
    Optional<Path> event() {
        return folder().map(folder -> folder.resolve("event.json")).filter(Files::exists);
    }

    /** The folder's own secrets, which tests use and nothing else. */
    Optional<Path> secrets() {
        return folder().map(folder -> folder.resolve("secrets.json")).filter(Files::exists);
    }

    /** What to type where a package is missing. */
    InstallHint installHint() {
        var folder = folder().orElseGet(() -> paths.getFirst().resolveSibling("."));
        return new InstallHint(folder, export != null);
    }

    private Optional<Path> folder() {
        if (export != null) {
            return Optional.of(export.root());
        }
        return paths.size() == 1 ? Optional.of(paths.getFirst()).filter(Files::isDirectory) : Optional.empty();
    }

    private static List<Path> scripts(Path folder) {
        try (var files = Files.list(folder)) {
            var scripts = files.filter(file -> name(file).endsWith(".js") || isUncompiled(file))
                    .sorted(Comparator.comparingInt(FlowSource::number).thenComparing(FlowSource::name))
                    .toList();
            if (scripts.isEmpty()) {
                throw new UsageException(folder
                        + " has no .js file; name the Actions, or a folder that holds them or a tenant's export"
                        + inner(folder));
            }
            return scripts;
        } catch (IOException e) {
            throw new UsageException("cannot read the folder " + folder);
        }
    }

    /** The end of a sentence that names the folders with Actions in this one; empty if there is none. */
    private static String inner(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var names = files.filter(Files::isDirectory)
                    .filter(FlowSource::hasScripts)
                    .map(FlowSource::name)
                    .sorted()
                    .toList();
            var shown = names.subList(0, Math.min(names.size(), MOST_FOLDERS));
            return names.isEmpty()
                    ? ""
                    : ", such as " + String.join(", ", shown) + (shown.size() < names.size() ? ", …" : "") + " in it";
        }
    }

    private static boolean hasScripts(Path folder) {
        var scripts = folder.toFile().list((parent, name) -> name.endsWith(".js"));
        return scripts != null && scripts.length > 0;
    }

    /** The number a name begins with, so that 10 comes after 9; names without one come last. */
    private static int number(Path file) {
        var digits = name(file).replaceFirst("[^0-9].*$", "");
        return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private ActionVersion action(Path file) {
        if (isTypeScript(file)) {
            throw new UsageException(file + " is TypeScript; compile it and run what comes of it: tsc --module commonjs"
                    + " --target es2022 " + ResumeLine.quoted(file.toString()));
        }
        if (!name(file).endsWith(".js")) {
            throw new UsageException(
                    Files.exists(file)
                            ? file + " is neither a .js file nor a folder nor a .yaml file"
                            : "there is no folder or file " + file);
        }
        try {
            var code = text(file);
            return ActionVersion.of(name(file), code).withModules(beside(file).reachableFrom(code));
        } catch (IllegalArgumentException e) {
            throw new UsageException("cannot run " + file + ": " + e.getMessage());
        }
    }

    /** Scripts of one folder share what they require. */
    private ActionFiles beside(Path script) {
        return files.computeIfAbsent(script.resolveSibling(""), folder -> ActionFiles.beside(script));
    }

    /** Whether it would be an Action, and has not been made one: to leave it out could leave a check out. */
    private static boolean isUncompiled(Path file) {
        return isTypeScript(file)
                && Files.notExists(file.resolveSibling(name(file).replaceFirst("ts$", "js")));
    }

    private static boolean isTypeScript(Path file) {
        return name(file).endsWith(".ts") && !name(file).endsWith(".d.ts");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Optional<Path> settings() {
        return folder().map(folder -> folder.resolve("postern.json")).filter(Files::exists);
    }

    private Tenant tenant() {
        return settings().map(TenantSettings::read).orElseGet(() -> Tenant.of(TENANT));
    }

    /** The JSON in a file. */
    static JsonNode json(Path file) {
        try {
            return MAPPER.readTree(text(file));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new UsageException(file + " is not JSON: line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
    }

    /** The text in a file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("there is no file " + file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException("cannot read the file " + file);
        }
    }
}
