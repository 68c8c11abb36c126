package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A folder of this process alone with what its workers need: the sockets, and the classes where those cannot be read by
 * another user. Deleted when it is closed, and when this process ends; by the next one if it was killed.
 */
final class WorkerFolder implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WorkerFolder.class.getName());
    /** A class of each library that a worker loads besides those of the engine. */
    private static final List<String> OTHER_LIBRARIES = List.of(
            "com.fasterxml.jackson.annotation.JsonTypeInfo",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "org.graalvm.nativeimage.ImageInfo",
            "org.graalvm.word.WordBase",
            "org.graalvm.shadowed.org.tukaani.xz.XZInputStream");

    private static final String FOR_ALL_TO_PASS = "rwx--x--x";

    private static final String NAME = "postern-workers";

    /** Of this process: looking at the lock of one would give it up. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock; // held as long as this process lives
    private final List<Path> classes;
    private final Thread atExit = new Thread(this::delete, "postern-worker-folder");

    private WorkerFolder(Path path, FileChannel lock, List<Path> classes) {
        this.path = path;
        this.lock = lock;
        this.classes = classes;
    }

    static WorkerFolder make() throws IOException {
        var path = Files.createTempDirectory(NAME);
        OWN.add(path);
        deleteLeftBehind(path);
        // Locked before it has its name: others take one that is not locked for left behind.
        var unnamed = path.resolve("lock-to-be");
        var lock = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        Files.move(unnamed, lockOf(path));
        var folder = new WorkerFolder(path, lock, new ArrayList<>(libraries()));
        Runtime.getRuntime().addShutdownHook(folder.atExit);
        folder.packFolders();
        return folder;
    }

    private static Path lockOf(Path folder) {
        return folder.resolve("lock");
    }

    /** What servers of the same user have left that were killed, as far as it can be deleted. */
    private static void deleteLeftBehind(Path own) {
        try (var folders = Files.newDirectoryStream(requireNonNull(own.getParent()), NAME + "*")) {
            for (var folder : folders) {
                if (!OWN.contains(folder)) {
                    deleteIfLeftBehind(folder, own);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.log(Level.DEBUG, "what killed servers have left is not looked for", e);
        }
    }

    private static void deleteIfLeftBehind(Path folder, Path own) {
        try {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder).equals(Files.getOwner(own))
                    && Files.exists(lockOf(folder))
                    && isGivenUp(lockOf(folder))) {
                deleteAll(folder);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "what a server has left stays where it is", e); // or another has deleted it
        }
    }

    private static boolean isGivenUp(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        }
    }

    private static Set<Path> libraries() throws IOException {
        var paths = new LinkedHashSet<Path>();
        var libraries = Stream.concat(EngineClasses.LIBRARIES.stream(), OTHER_LIBRARIES.stream());
        for (var name : (Iterable<String>) libraries::iterator) {
            try {
                var source = Class.forName(name, false, WorkerFolder.class.getClassLoader())
                        .getProtectionDomain()
                        .getCodeSource();
                paths.add(Path.of(file(source.getLocation().toURI())));
            } catch (ClassNotFoundException | URISyntaxException | RuntimeException e) {
                throw new IOException(
                        "the library with " + name + " is in no jar or folder; worker processes need it in one", e);
            }
        }
        return paths;
    }

    /** Some class loaders write the location of a jar as that of its content. */
    private static URI file(URI location) {
        var text = location.toString();
        return text.startsWith("jar:") ? URI.create(text.substring(4, text.lastIndexOf("!/"))) : location;
    }

    Path path() {
        return path;
    }

    /** The jars with all that a worker loads. */
    List<Path> classes() {
        return List.copyOf(classes);
    }

    String classPath() {
        return String.join(
                File.pathSeparator, classes.stream().map(Path::toString).toList());
    }

    /** Where the archive of those is written. */
    Path archive() {
        return path.resolve("worker.archive");
    }

    /** Has another user read the classes, and find the sockets whose names it knows. */
    void openToOthers() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(FOR_ALL_TO_PASS));
        for (var i = 0; i < classes.size(); i++) {
            if (!isReadableByOthers(classes.get(i))) {
                var copy = copyOf(i);
                classes.set(i, readable(Files.exists(copy) ? copy : Files.copy(classes.get(i), copy)));
            }
        }
    }

    private static boolean isReadableByOthers(Path file) throws IOException {
        for (var part = file.toRealPath(); part != null; part = part.getParent()) {
            var needed = Files.isDirectory(part) ? PosixFilePermission.OTHERS_EXECUTE : PosixFilePermission.OTHERS_READ;
            if (!Files.getPosixFilePermissions(part).contains(needed)) {
                return false;
            }
        }
        return true;
    }

    private static Path readable(Path file) throws IOException {
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    /** A folder of classes is a build's: it may change while workers run, and no archive takes classes from it. */
    private void packFolders() throws IOException {
        for (var i = 0; i < classes.size(); i++) {
            if (Files.isDirectory(classes.get(i))) {
                classes.set(i, packed(classes.get(i), copyOf(i)));
            }
        }
    }

    private static Path packed(Path from, Path to) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(to));
                var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                jar.putNextEntry(new JarEntry(from.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, jar);
                jar.closeEntry();
            }
        }
        return to;
    }

    private Path copyOf(int index) {
        return path.resolve("classes-" + index + ".jar");
    }

    static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private void delete() {
        deleteAll(path);
        try {
            lock.close();
        } catch (IOException e) {
            // nobody needs it
        }
    }

    private static void deleteAll(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // it is in the folder for temporary files
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // this process ends
        }
        delete();
    }
}
