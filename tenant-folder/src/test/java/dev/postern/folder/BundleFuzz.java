package dev.postern.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Of all bytes only those that a bundle is written as are read as one. */
final class BundleFuzz {

    @TempDir
    private static Path temporary = Path.of(".");

    static Stream<byte[]> seeds() {
        var samples = Path.of("src/test/resources");
        return Stream.of("acme", "acme-yaml")
                .map(sample ->
                        BundleFormat.write(ActionBundle.of(TenantFolder.read(samples.resolve(sample), Map.of()))));
    }

    @MethodSource("seeds")
    @Timeout(10)
    @FuzzTest
    void isReadAsItWasWrittenOrRefused(byte @NotNull [] bytes) throws IOException {
        var file = temporary.resolve("a.bundle");
        Files.write(file, bytes);
        try {
            assertArrayEquals(bytes, BundleFormat.write(ActionBundle.read(file)));
        } catch (FolderException e) {
            // refused
        }
    }
}
