package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/**
 * Initialises every class of the engine, once in a process. A class that is first used where the guest's recursion has left
 * no stack fails to initialise, and the JVM never tries again: one Action could take, say, {@code WeakRef} away from all
 * tenants until the process ends.
 */
final class EngineClasses {

    private static final Logger LOG = System.getLogger(EngineClasses.class.getName());
    private static final String SUFFIX = ".class";
    private static final String INITIALISER = "<clinit>";

    /** A class of each library whose code runs on the stack of a guest. */
    static final List<String> LIBRARIES = List.of(
            EngineClasses.class.getName(),
            "org.graalvm.polyglot.Engine",
            "org.graalvm.collections.EconomicMap",
            "com.oracle.truffle.api.TruffleLanguage",
            "com.oracle.truffle.js.lang.JavaScriptLanguage",
            "com.oracle.truffle.regex.RegexLanguage",
            "org.graalvm.shadowed.com.ibm.icu.util.ULocale");

    private static final List<String> JDK = List.of(
            "java/math",
            "java/security",
            "java/text",
            "java/time",
            "java/util",
            "jdk/internal/icu",
            "jdk/internal/math",
            "sun/security/jca",
            "sun/text",
            "sun/util/calendar");

    private static boolean isDone;

    private EngineClasses() {}

    /** Returns when it is done, be it by another thread. It takes some seconds of a processor the first time. */
    static synchronized void initialise() {
        if (isDone) {
            return;
        }
        var started = System.nanoTime();
        var names = new ArrayList<String>();
        LIBRARIES.forEach(library -> names.addAll(names(library)));
        names.addAll(ofTheJdk());
        var count = names.stream().filter(EngineClasses::initialise).count();
        useTheLanguage();
        isDone = true;
        LOG.log(Level.DEBUG, "initialised {0} classes in {1} ms", count, (System.nanoTime() - started) / 1_000_000);
    }

    private static boolean initialise(String name) {
        try {
            Class.forName(name, true, EngineClasses.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError | AssertionError e) {
            return false; // it is for another platform or for debugging, or needs a library that is not there
        }
    }

    private static List<String> names(String library) {
        var file = library.replace('.', '/') + SUFFIX;
        var url = EngineClasses.class.getClassLoader().getResource(file);
        try {
            return url == null ? List.of() : names(url, file);
        } catch (IOException | UncheckedIOException | URISyntaxException e) {
            LOG.log(
                    Level.WARNING,
                    "the classes of {0} cannot be listed, and are initialised when they are used",
                    library);
            return List.of();
        }
    }

    private static List<String> names(URL url, String file) throws IOException, URISyntaxException {
        if (url.openConnection() instanceof JarURLConnection connection) {
            connection.setUseCaches(false);
            var names = new ArrayList<String>();
            try (var jar = connection.getJarFile()) {
                for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                    if (isClass(entry.getName()) && hasInitialiser(jar.getInputStream(entry))) {
                        names.add(className(entry.getName()));
                    }
                }
            }
            return names;
        }
        if (!url.getProtocol().equals("file")) {
            throw new IOException(url.getProtocol());
        }
        var root = Path.of(url.toURI());
        for (var depth = file.split("/").length; depth > 0; depth--) {
            root = requireNonNull(root.getParent());
        }
        return names(root, root);
    }

    /** Those that the engine, and functions of a host, come to by what a guest does. */
    private static List<String> ofTheJdk() {
        try {
            var names = new ArrayList<String>();
            var root = Path.of(URI.create("jrt:/java.base"));
            for (var folder : JDK) {
                names.addAll(names(root, root.resolve(folder)));
            }
            return names;
        } catch (IOException | UncheckedIOException | FileSystemNotFoundException e) {
            LOG.log(Level.WARNING, "the classes of the JDK cannot be listed, and are initialised when they are used");
            return List.of();
        }
    }

    private static List<String> names(Path root, Path folder) throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var path : (Iterable<Path>) files::iterator) {
                var file = root.relativize(path).toString().replace('\\', '/');
                if (isClass(file) && hasInitialiser(Files.newInputStream(path))) {
                    names.add(className(file));
                }
            }
        }
        return names;
    }

    /** Without one nothing is executed that could fail; and the more classes are loaded, the less well the JVM compiles. */
    private static boolean hasInitialiser(InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).contains(INITIALISER);
        }
    }

    private static boolean isClass(String file) {
        return file.endsWith(SUFFIX) && !file.startsWith("META-INF/") && !file.endsWith("module-info" + SUFFIX);
    }

    private static String className(String file) {
        return file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
    }

    /** What no list has: classes that are made while the language is used. */
    private static void useTheLanguage() {
        try (Engine engine = PolyglotSandbox.engine();
                Context context = GuestContext.bare(engine)) {
            context.eval(Prelude.warmUp().trustedSource());
        }
    }
}
