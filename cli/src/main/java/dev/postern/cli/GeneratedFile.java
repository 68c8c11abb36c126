package dev.postern.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** A file whose first line says how it was made, with a check sum, so that one that a person has changed is known. */
record GeneratedFile(Path path) {

    private static final Pattern MADE = Pattern.compile("// Made by .*, check sum ([0-9a-f]{8})\n(.*)", Pattern.DOTALL);

    /** Writes it. One that was not made like this, or was changed since, is replaced only by force. */
    void write(String command, String text, boolean force) {
        if (!force && Files.exists(path) && isChanged(FlowSource.text(path))) {
            throw new UsageException(path + " is not as '" + command + "' has made it; --force replaces it");
        }
        write(
                path,
                "// Made by '" + command + "': make it anew rather than change it, check sum " + sum(text) + "\n"
                        + text);
    }

    /** Writes a file; its folder must be there. */
    static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UsageException("cannot write the file " + path);
        }
    }

    private static boolean isChanged(String old) {
        var made = MADE.matcher(old.replace("\r\n", "\n")); // as Git may have it on Windows
        return !made.matches() || !sum(made.group(2)).equals(made.group(1));
    }

    private static String sum(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", sum.getValue());
    }
}
