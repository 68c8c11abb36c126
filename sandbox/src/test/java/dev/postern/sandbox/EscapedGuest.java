package dev.postern.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What runs in the place of a worker: a guest that has broken out of the engine, and says what it has found. */
final class EscapedGuest {

    private EscapedGuest() {}

    /** Takes the server's process number, a folder of the server's with a file {@code secret}, and a mark for what it leaves. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1) {
            Thread.sleep(600_000);
            return;
        }
        var folder = Path.of(arguments[1]);
        System.out.println("reads " + isReadable(folder.resolve("secret")));
        System.out.println(
                "writes " + (isWritable(folder) || isWritable(Path.of("/")) || isWritable(Path.of("/dev/shm"))));
        System.out.println("server " + Files.exists(Path.of("/proc", arguments[0])));
        // Of which the first two lines are the head of a table, and the third is the process's own.
        System.out.println(
                "network " + (Files.readAllLines(Path.of("/proc/net/dev")).size() > 3));
        new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EscapedGuest.class.getName(),
                        arguments[2]))
                .start();
        System.out.println("left");
        Thread.sleep(600_000);
    }

    private static boolean isReadable(Path file) {
        try {
            return Files.readString(file).equals("secret");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isWritable(Path folder) {
        try {
            Files.delete(Files.createDirectory(folder.resolve("made")));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
