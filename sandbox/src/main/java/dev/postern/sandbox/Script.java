package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Source;
import org.jspecify.annotations.Nullable;

/**
 * A piece of JavaScript with the name that its stack traces show. Keep the object for as long as the code may run: the
 * parsed form lives as long as the script does, and is shared by all executions of a sandbox.
 */
public final class Script {

    /** Stands on the first line of the module, so that the guest's line numbers are those of its file. */
    static final String MODULE_HEAD = "(function (exports, require, module, console, __filename, __dirname) { ";

    private static final String PLATFORM_HEAD =
            "(function (exports, require, module, console, __filename, __dirname, host) { ";

    private final String name;
    private final String code;
    private final int bytes;
    private final ModuleFiles modules;
    private final boolean isFile;
    private @Nullable volatile Source source;

    private Script(String name, String code, ModuleFiles modules, boolean isFile) {
        this.name = requireNonNull(name, "name");
        this.code = requireNonNull(code, "code");
        this.modules = requireNonNull(modules, "modules");
        this.isFile = isFile;
        this.bytes = code.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A script of this name (any text; it names nothing on disk) and code. The code is parsed when it first runs. */
    public static Script of(String name, String code) {
        return new Script(name, code, ModuleFiles.none(), false);
    }

    /** A file among those that a script may require, at this path: what it imports is looked for from there. */
    static Script file(String path, String code) {
        return new Script(path, code, ModuleFiles.none(), true);
    }

    /** The same script with files that it may require. */
    public Script withModules(ModuleFiles files) {
        return new Script(name, code, files, isFile);
    }

    /** What the script may require. */
    public ModuleFiles modules() {
        return modules;
    }

    public String name() {
        return name;
    }

    public String code() {
        return code;
    }

    /** The length of the code in UTF-8. */
    public int bytes() {
        return bytes;
    }

    /** The code as the body of a CommonJS module function. */
    Source moduleSource() {
        return source(MODULE_HEAD + code + "\n})", false);
    }

    /** The same, as what a function gives that takes {@code actions}: a name that the code may declare anew. */
    Source sharedSource() {
        return source("(function (actions) { return " + MODULE_HEAD + code + "\n}) })", false);
    }

    /** The code as it is, an expression, with its frames hidden from the guest's stack traces. */
    Source trustedSource() {
        return source(code, true);
    }

    /** The code as a file of the platform, with its frames hidden. */
    Source platformSource() {
        return source(PLATFORM_HEAD + (name.endsWith(".json") ? "module.exports = " : "") + code + "\n})", true);
    }

    private Source source(String text, boolean internal) {
        var made = source;
        if (made == null) {
            made = internal || !isFile
                    ? Source.newBuilder("js", text, name).internal(internal).buildLiteral()
                    : fileSource(text);
            source = made;
        }
        return made;
    }

    /** The path is no file's of the host: nothing is read, for the content is there. */
    private Source fileSource(String text) {
        try {
            return Source.newBuilder("js", new File("/" + name)).content(text).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
