package dev.postern.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.sandbox.HostFunction;
import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host's functions do with arguments that no file of the platform would send, for a script may forge any. */
final class CryptoCallsTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final List<String> NAMES = List.of(
            "crypto.digest",
            "crypto.hmac",
            "crypto.random",
            "crypto.equal",
            "crypto.pbkdf2",
            "crypto.scrypt",
            "crypto.hkdf",
            "crypto.blocks",
            "crypto.stream",
            "crypto.seal",
            "crypto.open",
            "crypto.wrap",
            "crypto.key.read",
            "crypto.key.write",
            "crypto.key.generate",
            "crypto.sign",
            "crypto.verify",
            "crypto.rsa",
            "crypto.agree",
            "crypto.certificate.read",
            "crypto.certificate.verify",
            "zlib.deflate",
            "zlib.inflate",
            "zlib.brotli",
            "zlib.crc32");

    private static final String[] VALUES = {
        "null",
        "-1",
        "0",
        "1",
        "2",
        "16",
        "1e300",
        "2147483647",
        "9223372036854775807",
        "\"\"",
        "\"sha256\"",
        "\"gcm\"",
        "\"cbc\"",
        "\"ctr\"",
        "\"pem\"",
        "\"der\"",
        "\"raw\"",
        "\"jwk\"",
        "\"public\"",
        "\"private\"",
        "\"pkcs8\"",
        "\"spki\"",
        "\"sec1\"",
        "\"rsa\"",
        "\"ec\"",
        "\"ed25519\"",
        "\"P-256\"",
        "\"gzip\"",
        "\"unzip\"",
        "true",
        "[]",
        "{}",
        "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\",\"d\":\"AA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}"
    };
    private static final String[] MEMBERS = {
        "digest", "size", "rounds", "cost", "blockSize", "parallelization", "length", "mode", "encrypt", "padding",
                "offset", "tagLength",
        "unwrap", "want", "format", "type", "kind", "jwk", "namedCurve", "modulusLength", "publicExponent",
                "saltLength", "plain", "cipher",
        "compressed", "most", "partial", "level", "strategy", "value"
    };

    private static final CryptoCalls CRYPTO = new CryptoCalls();

    private static HostFunction.Direct function(String name) {
        var found = CRYPTO.find(name).or(() -> ZlibCalls.find(name)).orElseThrow();
        return (HostFunction.Direct) found;
    }

    private static HostMessage call(String name, String json, byte[]... parts) throws Refused {
        var lengths = new ArrayList<String>();
        var bytes = new ByteArrayOutputStream();
        for (var part : parts) {
            lengths.add(String.valueOf(part.length));
            bytes.writeBytes(part);
        }
        var members = json.substring(1, json.length() - 1);
        return function(name)
                .call(HostMessage.of(
                        "{" + members + (members.isEmpty() ? "" : ",") + "\"parts\":" + lengths + "}",
                        bytes.toByteArray()));
    }

    private static byte[] bytes(int length) {
        return new byte[length];
    }

    static Stream<String> names() {
        return NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void answersOrRefusesWhateverItIsGiven(String name) {
        var random = new Random(name.hashCode());
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (var i = 0; i < 1500; i++) {
                var json = new StringBuilder("{\"parts\":[");
                var length = random.nextInt(70);
                var first = random.nextInt(length + 1);
                json.append(first)
                        .append(',')
                        .append(random.nextInt(20) == 0 ? 99 : length - first)
                        .append(']');
                for (var member : MEMBERS) {
                    if (random.nextInt(3) > 0) continue;
                    var value = VALUES[random.nextInt(VALUES.length)];
                    json.append(",\"").append(member).append("\":").append(value);
                }
                var bytes = new byte[length];
                random.nextBytes(bytes);
                try {
                    function(name).call(HostMessage.of(json.append('}').toString(), bytes));
                } catch (Refused refused) {
                    assertTrue(List.of("Error", "TypeError", "RangeError").contains(refused.name()), refused.name());
                    assertFalse(String.valueOf(refused.getMessage()).contains("dev.postern"), refused.toString());
                }
            }
        });
    }

    /** Keys and certificates of the cases with some of their bytes changed. */
    @Test
    void answersOrRefusesDamagedKeys() throws IOException {
        var random = new Random(1);
        var keys = new ObjectMapper()
                .readTree(Path.of("src/test/cases/crypto/signs-and-verifies/keys.json")
                        .toFile());
        var files = new ArrayList<byte[]>();
        for (var key : keys) {
            if (!key.asText().startsWith("-----BEGIN")) continue;
            files.add(Base64.getMimeDecoder().decode(key.asText().replaceAll("-----.*-----", "")));
        }
        assertTrue(files.size() > 20, "there are " + files.size());
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (var file : files) {
                for (var i = 0; i < 60; i++) {
                    var damaged = file.clone();
                    for (var n = 0; n <= i % 4; n++)
                        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                    for (var type : List.of("pkcs8", "spki", "pkcs1", "sec1", "x509")) {
                        var options = ",\"format\":\"der\",\"type\":\"" + type + "\"}";
                        attempt("crypto.key.read", "{\"want\":\"public\"" + options, damaged);
                        attempt("crypto.key.read", "{\"want\":\"private\"" + options, damaged);
                        attempt("crypto.key.read", "{\"want\":\"private\"" + options, damaged, bytes(6));
                    }
                    attempt("crypto.certificate.read", "{}", damaged);
                    attempt("crypto.certificate.verify", "{}", damaged, files.get(2));
                    attempt("crypto.sign", "{\"digest\":\"sha256\"}", damaged, bytes(3));
                    attempt("crypto.verify", "{\"digest\":\"sha256\",\"padding\":6}", damaged, bytes(3), bytes(256));
                    attempt(
                            "crypto.rsa",
                            "{\"kind\":\"private\",\"padding\":4,\"digest\":\"sha1\"}",
                            damaged,
                            bytes(256));
                    attempt("crypto.agree", "{}", damaged, files.get(2));
                    attempt("crypto.key.write", "{\"kind\":\"private\",\"format\":\"jwk\"}", damaged);
                    attempt("crypto.key.write", "{\"kind\":\"public\",\"format\":\"jwk\"}", damaged);
                }
            }
        });
    }

    /** Answered or refused; any other exception would be a fault of ours. */
    private static void attempt(String name, String json, byte[]... parts) {
        try {
            call(name, json, parts);
        } catch (Refused refused) {
            assertFalse(refused.name().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "7",
                "{\"parts\":[5]}",
                "{\"parts\":[-1,2147483647,2147483647]}",
                "{\"parts\":{}}"
            })
    void refusesWhatIsNoArgument(String json) {
        for (var name : NAMES) {
            assertThrows(
                    Refused.class, () -> function(name).call(HostMessage.of(json, bytes(3))), name + " took " + json);
        }
    }

    @Test
    void boundsWhatCannotBeStopped() {
        assertTimeoutPreemptively(SOON, () -> {
            refuses("crypto.random", "{\"size\":100000000}");
            refuses("crypto.pbkdf2", "{\"digest\":\"sha1\",\"rounds\":100000000}", bytes(1), bytes(1), bytes(20));
            refuses(
                    "crypto.scrypt",
                    "{\"cost\":1048576,\"blockSize\":8,\"parallelization\":1,\"length\":32}",
                    bytes(1),
                    bytes(1));
            refuses(
                    "crypto.scrypt",
                    "{\"cost\":16384,\"blockSize\":8,\"parallelization\":1000,\"length\":32}",
                    bytes(1),
                    bytes(1));
            refuses(
                    "crypto.scrypt",
                    "{\"cost\":2,\"blockSize\":1000000,\"parallelization\":1000000,\"length\":32}",
                    bytes(1),
                    bytes(1));
            refuses("crypto.hkdf", "{\"digest\":\"sha1\",\"length\":100000}", bytes(1), bytes(1), bytes(1));
            refuses("crypto.key.prime", "{\"type\":\"rsa\",\"modulusLength\":8192,\"publicExponent\":65537}");
            refuses("crypto.key.prime", "{\"type\":\"rsa\",\"modulusLength\":2048,\"publicExponent\":65536}");
            refuses(
                    "crypto.key.ofPrimes",
                    "{\"type\":\"rsa\",\"modulusLength\":512,\"publicExponent\":3,\"parts\":[100,100]}",
                    "a".repeat(100).getBytes(StandardCharsets.UTF_8),
                    "b".repeat(100).getBytes(StandardCharsets.UTF_8));
            refuses("zlib.inflate", "{\"format\":\"gzip\",\"most\":2000000000}", bytes(1));
            refuses("zlib.deflate", "{\"format\":\"gzip\",\"level\":9,\"strategy\":0}", bytes((16 << 20) + 1));
            refuses("crypto.key.read", "{\"want\":\"public\",\"format\":\"pem\"}", bytes(1 << 20));
            refuses("crypto.key.read", "{\"want\":\"public\",\"format\":\"der\",\"type\":\"spki\"}", bytes(1 << 20));
        });
    }

    @Test
    void refusesNumbersThatWouldTakeForever() {
        assertTimeoutPreemptively(SOON, () -> {
            var huge = "_".repeat(4000);
            refuses(
                    "crypto.key.read",
                    "{\"want\":\"public\",\"format\":\"jwk\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"" + huge
                            + "\",\"e\":\"AQAB\"}}");
            refuses(
                    "crypto.key.read",
                    "{\"want\":\"public\",\"format\":\"jwk\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"" + "_".repeat(342)
                            + "\",\"e\":\"" + huge + "\"}}");
            refuses(
                    "crypto.key.read",
                    "{\"want\":\"private\",\"format\":\"jwk\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"____\",\"e\":\"AQAB\",\"d\":\""
                            + huge + "\",\"p\":\"Aw\",\"q\":\"Aw\",\"dp\":\"AQ\",\"dq\":\"AQ\",\"qi\":\"AQ\"}}");
        });
    }

    @Test
    void tellsNoSecretInAnError() {
        var secret = "-----BEGIN PRIVATE KEY-----\nSECRETSECRETSECRET\n-----END PRIVATE KEY-----\n";
        var refused = assertThrows(
                Refused.class,
                () -> call(
                        "crypto.key.read",
                        "{\"want\":\"private\",\"format\":\"pem\"}",
                        secret.getBytes(StandardCharsets.UTF_8)));
        assertFalse(String.valueOf(refused.getMessage()).contains("SECRET"), refused.toString());
        assertEquals("ERR_OSSL_UNSUPPORTED", refused.code());
    }

    @Test
    void knowsNoOtherNames() {
        assertTrue(CRYPTO.find("crypto.nope").isEmpty());
        assertTrue(ZlibCalls.find("crypto.digest").isEmpty());
    }

    private static void refuses(String name, String json, byte[]... parts) {
        assertThrows(Refused.class, () -> call(name, json, parts), name + " took " + json);
    }
}
