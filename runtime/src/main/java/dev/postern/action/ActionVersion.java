package dev.postern.action;

import static java.util.Objects.requireNonNull;

import dev.postern.sandbox.ModuleFiles;
import dev.postern.sandbox.Script;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * One immutable text of an Action. Keep the object while the version is deployed: its parsed code lives with it.
 *
 * <p>Two versions are equal when name, code and modules are: the {@link #contentHash} is what a paused flow is pinned to.
 */
public final class ActionVersion {

    private final String name;
    private final Script script;
    private final String contentHash;

    private ActionVersion(String name, String code, ModuleFiles modules) {
        this.name = requireNonNull(name, "name");
        if (name.isBlank() || name.length() > 255 || name.codePoints().anyMatch(ActionVersion::isHidden)) {
            throw new IllegalArgumentException(
                    "an Action's name has 1 to 255 characters, none of them a control or format character");
        }
        this.script = Script.of(name, code).withModules(modules);
        this.contentHash = hash(name, code, modules);
    }

    /** A version of the Action of this name, 1 to 255 characters that also stand in its stack traces. */
    public static ActionVersion of(String name, String code) {
        return new ActionVersion(name, code, ModuleFiles.none());
    }

    /** The same version with files that its code may require. */
    public ActionVersion withModules(ModuleFiles modules) {
        return new ActionVersion(name, code(), modules);
    }

    public String name() {
        return name;
    }

    public String code() {
        return script.code();
    }

    /** What the code may require. */
    public ModuleFiles modules() {
        return script.modules();
    }

    /** SHA-256 of name, code and modules, in hexadecimal. */
    public String contentHash() {
        return contentHash;
    }

    /** The code in the form the sandbox takes. */
    public Script script() {
        return script;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActionVersion version && version.contentHash.equals(contentHash);
    }

    @Override
    public int hashCode() {
        return contentHash.hashCode();
    }

    @Override
    public String toString() {
        return name + "@" + contentHash.substring(0, 12);
    }

    /** A name is read in logs and errors: none may look like another one, or turn the direction of what follows. */
    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String hash(String name, String code, ModuleFiles modules) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(code.getBytes(StandardCharsets.UTF_8));
            for (var file : new TreeMap<>(modules.texts()).entrySet()) {
                // A path holds no zero, and the length says where a text ends.
                var text = file.getValue().getBytes(StandardCharsets.UTF_8);
                digest.update(("\0" + file.getKey() + "\0" + text.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(text);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
