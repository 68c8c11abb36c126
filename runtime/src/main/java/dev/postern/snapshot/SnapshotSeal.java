package dev.postern.snapshot;

import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals the text of a snapshot with AES-GCM, bound to its tenant, its id and the schema. {@code docs/snapshot-format.md}
 * describes the bytes. Thread-safe.
 */
public final class SnapshotSeal {

    /** The schema this version writes, and the newest it reads. */
    public static final int SCHEMA = 1;

    private static final byte[] MAGIC = "PSTN".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SnapshotKeys keys;

    public SnapshotSeal(SnapshotKeys keys) {
        this.keys = keys;
    }

    /** Seals the text for the holder of this token. */
    public byte[] seal(ResumeToken token, byte[] text) {
        var header = header(keys.currentId(), token);
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = crypt(Cipher.ENCRYPT_MODE, keys.currentId(), header, nonce, text, 0, text.length);
        return ByteBuffer.allocate(header.length + NONCE_BYTES + sealed.length)
                .put(header)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed for this token.
     *
     * @throws ActionsException with the code that says why it is refused
     */
    public byte[] open(ResumeToken token, byte[] snapshot) {
        var in = ByteBuffer.wrap(snapshot);
        try {
            var magic = new byte[MAGIC.length];
            in.get(magic);
            if (!Arrays.equals(magic, MAGIC)) {
                throw refused(ErrorCode.SNAPSHOT_CORRUPT, "is not a snapshot");
            }
            var schema = Byte.toUnsignedInt(in.get());
            if (schema != SCHEMA) {
                throw refused(
                        ErrorCode.SNAPSHOT_UNKNOWN_SCHEMA,
                        "has schema " + schema + "; this version reads " + SCHEMA + ", use a newer one");
            }
            var keyId = text(in);
            var tenant = text(in);
            var id = text(in);
            var header = Arrays.copyOf(snapshot, in.position());
            if (!tenant.equals(token.tenant().value())) {
                throw refused(ErrorCode.SNAPSHOT_FOREIGN_TENANT, "belongs to another tenant");
            }
            if (!id.equals(token.snapshotId())) {
                throw refused(ErrorCode.SNAPSHOT_CORRUPT, "is kept under an id that is not its own");
            }
            if (keys.find(keyId).isEmpty()) {
                throw refused(ErrorCode.SNAPSHOT_UNKNOWN_KEY, "is sealed with a key this server does not have");
            }
            var nonce = new byte[NONCE_BYTES];
            in.get(nonce);
            if (in.remaining() < TAG_BYTES) {
                throw new BufferUnderflowException();
            }
            return crypt(Cipher.DECRYPT_MODE, keyId, header, nonce, snapshot, in.position(), in.remaining());
        } catch (BufferUnderflowException e) {
            throw refused(ErrorCode.SNAPSHOT_TRUNCATED, "ends too early");
        }
    }

    private byte[] crypt(int mode, String keyId, byte[] header, byte[] nonce, byte[] input, int offset, int length) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, keys.find(keyId).orElseThrow(), new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
            cipher.updateAAD(header);
            return cipher.doFinal(input, offset, length);
        } catch (AEADBadTagException e) {
            throw refused(ErrorCode.SNAPSHOT_CORRUPT, "was changed or cut after it was sealed");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] header(String keyId, ResumeToken token) {
        var key = keyId.getBytes(StandardCharsets.UTF_8);
        var tenant = token.tenant().value().getBytes(StandardCharsets.UTF_8);
        var id = token.snapshotId().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(MAGIC.length + 1 + 3 + key.length + tenant.length + id.length)
                .put(MAGIC)
                .put((byte) SCHEMA)
                .put((byte) key.length)
                .put(key)
                .put((byte) tenant.length)
                .put(tenant)
                .put((byte) id.length)
                .put(id)
                .array();
    }

    private static String text(ByteBuffer in) {
        var bytes = new byte[Byte.toUnsignedInt(in.get())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static ActionsException refused(ErrorCode code, String why) {
        return new ActionsException(code, "the paused login " + why + "; start the login again");
    }
}
