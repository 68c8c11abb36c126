package dev.postern.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What guest code finds besides the language: modules that it may require by name, and globals. Both are loaded on first
 * use, in each execution anew, so that a script that uses none pays for none. Immutable and thread-safe; one object
 * serves all executions of a sandbox.
 *
 * <p>A file of the platform is trusted CommonJS code, hidden from stack traces, and it requires other files of the
 * platform only. Beside what every CommonJS file has it gets {@code host}, its way to the {@link HostFunctions} of the
 * execution, where {@code bytes} is a {@code Uint8Array} or undefined:
 *
 * <ul>
 *   <li>{@code host.call(name, value, bytes)} gives {@code {value, bytes}}, or throws what the function refused;
 *   <li>{@code host.start(name, value, bytes)} gives {@code {promise, cancel}}; the promise gives the same;
 *   <li>{@code host.inspect(value)} and {@code host.format(args)} show values as the console does;
 *   <li>{@code host.write(level, text)} writes to the console.
 * </ul>
 */
public final class Platform {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][\\w$]*");
    private static final Pattern FILE = Pattern.compile("[\\w./-]+");
    private static final String NODE = "node:";
    private static final Platform NONE = new Platform(ModuleFiles.none(), Map.of(), accessors(Map.of()));

    private final ModuleFiles files;
    private final Map<String, String> modules;
    private final Script globals;

    private Platform(ModuleFiles files, Map<String, String> modules, String globals) {
        this.files = files;
        this.modules = Map.copyOf(modules);
        this.globals = Script.of("postern:globals", globals);
    }

    private static String accessors(Map<String, String> globals) {
        return globals.entrySet().stream()
                .map(global -> accessor(global.getKey(), global.getValue()))
                .sorted()
                .collect(Collectors.joining("", "(load, replace) => ({\n__proto__: Object.prototype,\n", "})"));
    }

    /** A literal is the quickest way to make them: one by one they took a third of the time of a context. */
    private static String accessor(String name, String file) {
        if (!IDENTIFIER.matcher(name).matches() || !FILE.matcher(file).matches()) {
            throw new IllegalArgumentException("no name and file of a global: " + name + ", " + file);
        }
        return "get %1$s() { return load('%2$s', '%1$s'); }, set %1$s(value) { replace('%1$s', value); },\n"
                .formatted(name, file);
    }

    /** The language alone. */
    public static Platform none() {
        return NONE;
    }

    /**
     * A platform of these files.
     *
     * @param files gives the text of the file at a path of plain names with slashes, or nothing; a package has its
     *     {@code package.json}, and is found below {@code node_modules}. Asked once for each file, by any thread
     * @param modules the file of each module that guest code may require, by the module's name, such as {@code crypto};
     *     it may also be required as {@code node:crypto}
     * @param globals the file that exports a global under its own name, by that name
     */
    public static Platform of(
            Function<String, Optional<String>> files, Map<String, String> modules, Map<String, String> globals) {
        return new Platform(ModuleFiles.read(files), modules, accessors(globals));
    }

    /** The platform of another process, of which this one reads the files. */
    static Platform of(Function<String, Optional<String>> files, Map<String, String> modules, String globals) {
        return new Platform(ModuleFiles.read(files), modules, globals);
    }

    Map<String, String> modules() {
        return modules;
    }

    ModuleFiles files() {
        return files;
    }

    /** A function of what loads a global and what replaces it, which gives an object with an accessor for each. */
    Script globals() {
        return globals;
    }

    /** The file of the module that code of the guest's means by this name. */
    Optional<String> module(String name) {
        return Optional.ofNullable(modules.get(name.startsWith(NODE) ? name.substring(NODE.length()) : name));
    }

    /** The file that code of the platform in this folder means by the name. */
    Optional<String> find(String folder, String name) {
        var module = module(name);
        return module.isPresent() ? module : files.resolver().find(folder, name, false);
    }

    /** Says how many modules there are. */
    @Override
    public String toString() {
        return "Platform[" + modules.size() + " modules]";
    }
}
