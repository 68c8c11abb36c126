package dev.postern.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The first code of every context, and the platform that it offers. It takes the powers of the engine away from the global
 * object, puts the globals of an Action there, and gives the driver that the host steps. It runs before any tenant code.
 */
record Prelude(Script script, Platform platform) {

    private static final List<String> PARTS = List.of(
            "intrinsics.js",
            "guards.js",
            "host.js",
            "timers.js",
            "console.js",
            "modules.js",
            "platform.js",
            "driver.js");

    /** Reads it: the parts are one function, so that each sees what those before it keep. */
    static Prelude with(Platform platform) {
        var code = new StringBuilder("(function (hostLine) { 'use strict';\n");
        PARTS.forEach(part -> code.append(text(part)).append('\n'));
        code.append("return driver; })");
        return new Prelude(Script.of("postern:sandbox", code.toString()), platform);
    }

    /** A script that uses much of the language, once. */
    static Script warmUp() {
        return Script.of("postern:warm-up", text("warm-up.js"));
    }

    private static String text(String part) {
        try (var in = Prelude.class.getResourceAsStream(part)) {
            if (in == null) {
                throw new IllegalStateException(part + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
