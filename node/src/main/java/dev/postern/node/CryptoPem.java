package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.util.io.pem.PemHeader;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** The text form of keys and certificates (RFC 7468). */
final class CryptoPem {

    private static final int MOST_CHARACTERS = 128 << 10;

    private CryptoPem() {}

    /** The first block of a text. */
    static PemObject parse(String text) throws Refused {
        if (text.length() > MOST_CHARACTERS) throw CallFault.tooLarge("key.length", MOST_CHARACTERS);
        try (var reader = new PemReader(new StringReader(text))) {
            var block = reader.readPemObject();
            if (block == null) throw CallFault.unsupportedKey();
            return block;
        } catch (IOException | RuntimeException e) {
            throw CallFault.unsupportedKey();
        }
    }

    /** The headers of a block, such as {@code DEK-Info}, that older files have. */
    static Map<String, String> headers(PemObject block) {
        var headers = new HashMap<String, String>();
        for (var header : block.getHeaders()) {
            if (header instanceof PemHeader pem) headers.put(pem.getName(), pem.getValue());
        }
        return headers;
    }

    static String write(String label, byte[] der) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(label, der));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.toString().replace("\r\n", "\n");
    }
}
