package dev.postern.sandbox;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.io.FileSystem;

/**
 * What the engine's own loader of ECMAScript modules takes for a file system: the module files of one execution, to be
 * read and nothing else. The engine asks for the importing file's path and then for the name that it imports, so that a
 * package's name can be looked for from where it is imported.
 */
final class GuestFiles implements FileSystem {

    /** What stands for a folder with the modules of the platform, by name. A file of the guest's there is not seen. */
    private static final String PLATFORM = "postern-platform/";

    static final String ESM = "application/javascript+module";

    private ModuleFiles files = ModuleFiles.none();
    private Platform platform = Platform.none();
    private CommonJs commonJs = (path, kind, file) -> "";
    private String importer = "";

    /** Gives another file as an ECMAScript module: the one at this path, or this file of the platform. */
    interface CommonJs {
        String wrapped(String path, ModuleResolver.Kind kind, String file);
    }

    void use(Platform given) {
        platform = given;
    }

    /** Binds it to an execution. */
    void use(ModuleFiles given, CommonJs wrapper) {
        files = given;
        commonJs = wrapper;
    }

    @Override
    public Path parsePath(URI uri) {
        var name = uri.toString(); // such as node:crypto
        return path(found(name).orElse(name));
    }

    @Override
    public Path parsePath(String path) {
        if (path.startsWith("/")) {
            importer = path.substring(1);
            return path(importer);
        }
        // The engine has taken the ./ off a name that CommonJS code imports; it is one of the script's own folder.
        return path(found(path).orElse(path));
    }

    private Optional<String> found(String name) {
        if (platform.module(name).isPresent()) {
            return Optional.of(inPlatform(name));
        }
        if (!StackRoom.isLeft()) {
            return Optional.empty(); // the guest's own recursion has left the host none
        }
        var from = importer;
        importer = ""; // the script itself imports without saying so
        try {
            return files.resolver().find(ModulePath.parent(from), name, true);
        } catch (StackOverflowError e) {
            return Optional.empty(); // the guest's own recursion has left the host no room
        }
    }

    private static String inPlatform(String name) {
        return PLATFORM + name.replaceFirst("^node:", "");
    }

    /** What cannot be a path names no file either. An exception would be an object of the host in the script's hands. */
    private static Path path(String name) {
        try {
            return Path.of("/" + name);
        } catch (InvalidPathException e) {
            return Path.of("/?");
        }
    }

    @Override
    public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options) throws IOException {
        var name = name(path);
        if (modes.contains(AccessMode.WRITE) || (ofPlatform(name).isEmpty() && !isImportable(name))) {
            throw new NoSuchFileException(name);
        }
    }

    /** Shared code is required, never imported: who imports it is not known for certain. */
    private boolean isImportable(String name) {
        return files.isFile(name) && files.resolver().kind(name) != ModuleResolver.Kind.SHARED;
    }

    private Optional<String> ofPlatform(String path) {
        return path.startsWith(PLATFORM) ? platform.module(path.substring(PLATFORM.length())) : Optional.empty();
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        var name = name(path);
        var code = code(name);
        return new Bytes(ByteBuffer.wrap(code.getBytes(StandardCharsets.UTF_8)));
    }

    private String code(String name) throws IOException {
        var file = ofPlatform(name);
        if (file.isPresent()) {
            return wrapped(name, ModuleResolver.Kind.PLATFORM, file.get());
        }
        var text = isImportable(name) ? files.text(name) : null;
        if (text == null) {
            throw new NoSuchFileException(name);
        }
        var kind = files.resolver().kind(name);
        return kind == ModuleResolver.Kind.ESM ? text : wrapped(name, kind, "");
    }

    private String wrapped(String name, ModuleResolver.Kind kind, String file) throws IOException {
        try {
            return commonJs.wrapped(name, kind, file);
        } catch (StackOverflowError e) {
            throw new IOException("the stack has ended");
        } catch (PolyglotException e) {
            if (e.isCancelled()) {
                throw e;
            }
            throw new IOException("the module cannot be loaded");
        }
    }

    /** All that the loader reads is a module: left to find out, it fails at a path without a last name. */
    @Override
    public String getMimeType(Path path) {
        return ESM;
    }

    @Override
    public Path toAbsolutePath(Path path) {
        return path.isAbsolute() ? path : Path.of("/").resolve(path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption... options) {
        importer = ""; // what it was asked for has been found
        return toAbsolutePath(path).normalize();
    }

    private String name(Path path) {
        return toRealPath(path).toString().substring(1);
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        throw refused();
    }

    @Override
    public void delete(Path path) throws IOException {
        throw refused();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        throw refused();
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        throw refused();
    }

    private static IOException refused() {
        return new IOException("modules are read and nothing else");
    }

    private record Bytes(ByteBuffer buffer) implements SeekableByteChannel {
        @Override
        public int read(ByteBuffer target) {
            if (!buffer.hasRemaining()) {
                return -1;
            }
            var count = Math.min(target.remaining(), buffer.remaining());
            target.put(buffer.slice(buffer.position(), count));
            buffer.position(buffer.position() + count);
            return count;
        }

        @Override
        public long position() {
            return buffer.position();
        }

        @Override
        public SeekableByteChannel position(long position) {
            buffer.position((int) Math.min(position, buffer.limit()));
            return this;
        }

        @Override
        public long size() {
            return buffer.limit();
        }

        @Override
        public int write(ByteBuffer source) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
