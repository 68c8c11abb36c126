package dev.postern.folder;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.deployment.Flow;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tenant's Actions and their bindings, as Auth0's deploy CLI exports them in its directory or its YAML format. Reading
 * changes no file. Immutable.
 */
public final class TenantFolder {

    private static final String YAML = "tenant.yaml";

    /** Triggers whose Actions are bound to something else than a list: a provider, a stream, a profile. */
    private static final Set<Trigger> WITHOUT_LIST = Set.of(
            Trigger.CUSTOM_EMAIL_PROVIDER,
            Trigger.CUSTOM_PHONE_PROVIDER,
            Trigger.CUSTOM_TOKEN_EXCHANGE,
            Trigger.EVENT_STREAM);

    private final Path root;
    private final Map<String, FolderModule> modules;
    private final Map<String, FolderAction> actions;
    private final Map<String, List<Binding>> bindings;

    private TenantFolder(
            Path root,
            Map<String, FolderModule> modules,
            Map<String, FolderAction> actions,
            Map<String, List<Binding>> bindings) {
        this.root = root;
        this.modules = modules;
        this.actions = actions;
        this.bindings = bindings;
    }

    /** Whether this is an export: a YAML file, or a folder with one, or with JSON files of Actions or triggers. */
    public static boolean isAt(Path path) {
        return isYaml(path) || Files.exists(path.resolve(YAML)) || isDirectoryFormat(path);
    }

    /**
     * Reads an export: a YAML file, or a folder.
     *
     * @param path a {@code .yaml} file, or a folder; one with files of both formats is read in the directory format
     * @param environment values of the markers {@code ##KEY##} and {@code @@KEY@@}, before those of the folder's {@code
     *     config.json}
     * @throws FolderException if it is none, or cannot be read
     */
    public static TenantFolder read(Path path, Map<String, String> environment) {
        if (isYaml(path)) {
            var folder = Optional.ofNullable(path.getParent()).orElse(Path.of(""));
            return fromYaml(folder, String.valueOf(path.getFileName()), environment);
        }
        if (isDirectoryFormat(path)) {
            return fromDirectory(path, environment);
        }
        if (Files.exists(path.resolve(YAML))) {
            return fromYaml(path, YAML, environment);
        }
        throw new FolderException(
                path + " is no export: it has neither JSON files in actions or triggers, nor a " + YAML);
    }

    private static boolean isYaml(Path path) {
        return path.toString().endsWith(".yaml") || path.toString().endsWith(".yml");
    }

    private static boolean isDirectoryFormat(Path path) {
        return hasJson(path.resolve("actions")) || hasJson(path.resolve("triggers"));
    }

    private static boolean hasJson(Path folder) {
        var files = folder.toFile()
                .listFiles(file -> file.isFile() && file.getName().endsWith(".json"));
        return files != null && files.length > 0;
    }

    private static TenantFolder fromDirectory(Path folder, Map<String, String> environment) {
        var files = new FolderFiles(folder, environment);
        var shared = new ActionFiles.Shared();
        var actions = new LinkedHashMap<String, FolderAction>();
        var places = new LinkedHashMap<String, String>();
        var modules = new LinkedHashMap<String, FolderModule>();
        for (var file : files.list(FolderModule.FOLDER, ".json")) {
            var module = new ActionReader(files, files.name(file), files.json(file)).readModule();
            modules.put(module.name(), module);
        }
        for (var file : files.list(FolderAction.FOLDER, ".json")) {
            var reader = new ActionReader(files, files.name(file), files.json(file));
            add(reader.read(modules, shared), files.name(file), actions, places);
        }
        // The deploy CLI reads the first file alone.
        var triggers = files.list("triggers", ".json").stream().findFirst();
        var bindings = triggers.isEmpty()
                ? Map.<String, List<Binding>>of()
                : bindings(files.name(triggers.get()), files.json(triggers.get()));
        return new TenantFolder(folder, modules, actions, bindings);
    }

    private static TenantFolder fromYaml(Path folder, String file, Map<String, String> environment) {
        var files = new FolderFiles(folder, environment);
        var name = files.name(file);
        var yaml = files.yaml(file);
        if (!yaml.path("actions").isArray()) {
            throw new FolderException(name + " has no list of actions; export the Actions as well");
        }
        var shared = new ActionFiles.Shared();
        var actions = new LinkedHashMap<String, FolderAction>();
        var places = new LinkedHashMap<String, String>();
        var modules = new LinkedHashMap<String, FolderModule>();
        for (var json : yaml.path("actionModules")) {
            var place = name + ", actionModules[" + modules.size() + "],";
            var module = new ActionReader(files, place, json).readModule();
            modules.put(module.name(), module);
        }
        for (var action : yaml.path("actions")) {
            var place = name + ", actions[" + places.size() + "],";
            add(new ActionReader(files, place, action).read(modules, shared), place, actions, places);
        }
        return new TenantFolder(folder, modules, actions, bindings(name + ", triggers,", yaml.path("triggers")));
    }

    private static void add(
            FolderAction action, String place, Map<String, FolderAction> actions, Map<String, String> places) {
        var other = places.put(action.name(), place);
        if (other != null) {
            throw new FolderException(
                    place + " has the name '" + action.name() + "', and so has " + other + "; rename one of them");
        }
        actions.put(action.name(), action);
    }

    private static Map<String, List<Binding>> bindings(String place, JsonNode json) {
        if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
            throw new FolderException(place + " is not an object of triggers");
        }
        var bindings = new LinkedHashMap<String, List<Binding>>();
        for (var trigger : json.properties()) {
            var bound = new ArrayList<Binding>();
            for (var binding : trigger.getValue()) {
                var action = binding.path("action_name").asText("");
                if (action.isEmpty()) {
                    throw new FolderException(place + " has a binding of " + trigger.getKey() + " without action_name");
                }
                bound.add(new Binding(action, binding.path("display_name").asText(action)));
            }
            bindings.put(trigger.getKey(), List.copyOf(bound));
        }
        return bindings;
    }

    /** The folder that paths in the export begin at. */
    public Path root() {
        return root;
    }

    /** All Actions, by file name in the directory format, as listed in YAML. Those in no flow are among them. */
    public Collection<FolderAction> actions() {
        return List.copyOf(actions.values());
    }

    /** The Action of this name. */
    public Optional<FolderAction> action(String name) {
        return Optional.ofNullable(actions.get(name));
    }

    /** The module that Actions require as {@code actions:name}. */
    public Optional<FolderModule> module(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    /** What an Action declares, or a module by its name with {@code actions:} before it. */
    public Optional<DeclaredSecrets> declared(String name) {
        return name.startsWith(FolderModule.PREFIX)
                ? module(name.substring(FolderModule.PREFIX.length())).map(FolderModule::secrets)
                : action(name).map(FolderAction::secrets);
    }

    /** What the Actions of the trigger declare, and the modules that they ask for, by name. Throws as {@link #actions} does. */
    public Map<String, DeclaredSecrets> declared(Trigger trigger) {
        var declared = new LinkedHashMap<String, DeclaredSecrets>();
        for (var action : actions(trigger)) {
            declared.put(action.name(), action.secrets());
            action.files()
                    .modules()
                    .forEach(module -> declared.put(FolderModule.PREFIX + module.name(), module.secrets()));
        }
        return declared;
    }

    /** What Actions and their modules ask npm for, those that ask for nothing left out. */
    public List<Requirements> requirements() {
        var all = new ArrayList<Requirements>();
        actions.values()
                .forEach(action -> all.add(
                        requirements(FolderAction.FOLDER, action.name(), action.name(), action.dependencies())));
        modules.values()
                .forEach(module -> all.add(requirements(
                        FolderModule.FOLDER,
                        module.name(),
                        FolderModule.PREFIX + module.name(),
                        module.dependencies())));
        all.removeIf(one -> one.packages().isEmpty());
        return all;
    }

    private Requirements requirements(String folder, String name, String shown, List<Dependency> packages) {
        return new Requirements(shown, root.resolve(folder).resolve(SafeName.of(name)), packages);
    }

    /** What is bound to each trigger, in the order it runs, by the trigger's id; also to triggers that are not known. */
    public Map<String, List<Binding>> bindings() {
        return Collections.unmodifiableMap(bindings);
    }

    /**
     * What is bound to the trigger. Where an export has no list for a trigger, such as that of a mail provider, it is the
     * deployed Actions that support it.
     */
    public List<Binding> bindings(Trigger trigger) {
        var listed = bindings.getOrDefault(trigger.id(), List.of());
        if (!listed.isEmpty() || !WITHOUT_LIST.contains(trigger)) {
            return listed;
        }
        return actions.values().stream()
                .filter(action -> action.isDeployed() && action.triggers().contains(trigger.id()))
                .map(action -> new Binding(action.name(), action.name()))
                .toList();
    }

    /**
     * The Actions of the trigger in the order they run.
     *
     * @throws FolderException if one is not in the export, or if there are more than the trigger takes
     */
    public List<FolderAction> actions(Trigger trigger) {
        var bound = bindings(trigger);
        check(trigger, bound);
        var found = new ArrayList<FolderAction>();
        for (var binding : bound) {
            found.add(action(binding.action())
                    .orElseThrow(() -> new FolderException(root + " binds '" + binding.action() + "' to " + trigger.id()
                            + " but has no Action of this name; an Action of the marketplace is not exported: remove"
                            + " its binding or write an Action in its place")));
        }
        return found;
    }

    /** The flow of the trigger, as the runtime takes it; empty if nothing is bound. Throws as {@link #actions} does. */
    public Flow flow(Tenant tenant, Trigger trigger) {
        return new Flow(
                tenant,
                trigger,
                actions(trigger).stream().map(FolderAction::version).toList());
    }

    private void check(Trigger trigger, List<Binding> bound) {
        var most = bindings.getOrDefault(trigger.id(), List.of()).isEmpty() ? 1 : trigger.maxActions();
        if (bound.size() > most) {
            throw new FolderException(root + " has " + bound.size() + " Actions for " + trigger.id() + ", which takes "
                    + most + ": " + bound.stream().map(Binding::action).collect(Collectors.joining(", "))
                    + (most == 1 ? "; name the file of the one to run instead" : "; bind fewer"));
        }
    }
}
