package dev.postern.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.sandbox.HostFunction.Refused;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;

/** JSON Web Keys (RFC 7517, 7518 and 8037). */
final class CryptoJwk {

    private static final int MOST_CHARACTERS = 4096;

    private CryptoJwk() {}

    static CryptoPublicKey readPublic(JsonNode jwk) throws Refused {
        return switch (jwk.path("kty").asText()) {
            case "RSA" ->
                CryptoPublicKey.of(
                        CryptoDer.publicKey(CryptoRsaKeys.PLAIN, new RSAPublicKey(number(jwk, "n"), number(jwk, "e"))));
            case "EC" -> readPoint(jwk);
            case "OKP" -> CryptoKeyFiles.rawPublic(octetPair(jwk).nodeName(), decoded(jwk, "x"));
            default -> throw CallFault.argument("key.kty");
        };
    }

    static CryptoPrivateKey readPrivate(JsonNode jwk) throws Refused {
        return switch (jwk.path("kty").asText()) {
            case "RSA" ->
                CryptoPrivateKey.rsa(new RSAPrivateKey(
                        number(jwk, "n"),
                        number(jwk, "e"),
                        number(jwk, "d"),
                        number(jwk, "p"),
                        number(jwk, "q"),
                        number(jwk, "dp"),
                        number(jwk, "dq"),
                        number(jwk, "qi")));
            case "EC" -> matching(jwk, CryptoPrivateKey.ec(curve(jwk), number(jwk, "d")), readPoint(jwk));
            case "OKP" -> {
                var key = CryptoPrivateKey.octets(octetPair(jwk), decoded(jwk, "d"));
                yield matching(jwk, key, readPublic(jwk));
            }
            default -> throw CallFault.argument("key.kty");
        };
    }

    /** The private key, where its public half is the one that the JWK tells. */
    private static CryptoPrivateKey matching(JsonNode jwk, CryptoPrivateKey key, CryptoPublicKey told) throws Refused {
        if (!Arrays.equals(key.publicKey().der(), told.der())) {
            throw CallFault.jwk(jwk.path("kty").asText());
        }
        return key;
    }

    private static CryptoPublicKey readPoint(JsonNode jwk) throws Refused {
        var curve = curve(jwk);
        var x = bytes(number(jwk, "x"), curve.fieldLength());
        var y = bytes(number(jwk, "y"), curve.fieldLength());
        var point = new byte[1 + x.length + y.length];
        point[0] = 4;
        System.arraycopy(x, 0, point, 1, x.length);
        System.arraycopy(y, 0, point, 1 + x.length, y.length);
        try {
            return CryptoKeyFiles.rawPublic(curve.nodeName(), point);
        } catch (Refused e) {
            throw CallFault.jwk("EC");
        }
    }

    private static CryptoCurve curve(JsonNode jwk) throws Refused {
        try {
            return CryptoCurve.named(jwk.path("crv").asText());
        } catch (Refused e) {
            throw CallFault.argument("key.crv");
        }
    }

    private static CryptoKeyType octetPair(JsonNode jwk) throws Refused {
        var type = CryptoKeyType.named(jwk.path("crv").asText());
        if (!type.isOctetPair()) throw CallFault.argument("key.crv");
        return type;
    }

    static ObjectNode write(CryptoPublicKey key) throws Refused {
        var jwk = CallArguments.object();
        switch (key.type()) {
            case RSA -> {
                jwk.put("kty", "RSA");
                jwk.put("n", encoded(key.rsa().getModulus()));
                jwk.put("e", encoded(key.rsa().getPublicExponent()));
            }
            case EC -> {
                var length = key.curve().fieldLength();
                var point = key.point().getQ().normalize();
                jwk.put("kty", "EC");
                jwk.put("x", encoded(bytes(point.getAffineXCoord().toBigInteger(), length)));
                jwk.put("y", encoded(bytes(point.getAffineYCoord().toBigInteger(), length)));
                jwk.put("crv", key.curve().jwkName());
            }
            case ED25519, ED448, X25519, X448 -> {
                jwk.put("crv", key.type().jcaName());
                jwk.put("x", encoded(key.raw()));
                jwk.put("kty", "OKP");
            }
            case RSA_PSS -> throw CallFault.error("ERR_CRYPTO_JWK_UNSUPPORTED_KEY_TYPE", "Unsupported JWK Key Type.");
        }
        return jwk;
    }

    static ObjectNode write(CryptoPrivateKey key) throws Refused {
        if (key.type().isOctetPair()) return writeOctets(key);
        var jwk = write(key.publicKey());
        if (key.type() == CryptoKeyType.RSA) {
            var rsa = key.rsa();
            jwk.put("d", encoded(rsa.getPrivateExponent()));
            jwk.put("p", encoded(rsa.getPrime1()));
            jwk.put("q", encoded(rsa.getPrime2()));
            jwk.put("dp", encoded(rsa.getExponent1()));
            jwk.put("dq", encoded(rsa.getExponent2()));
            jwk.put("qi", encoded(rsa.getCoefficient()));
        } else {
            jwk.put("d", encoded(bytes(key.scalar(), key.curve().orderLength())));
        }
        return jwk;
    }

    /** With its members in the order of Node's. */
    private static ObjectNode writeOctets(CryptoPrivateKey key) throws Refused {
        return CallArguments.object()
                .put("crv", key.type().jcaName())
                .put("d", encoded(key.octets()))
                .put("x", encoded(key.publicKey().raw()))
                .put("kty", "OKP");
    }

    private static BigInteger number(JsonNode jwk, String name) throws Refused {
        return number(decoded(jwk, name));
    }

    static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    /** A number that is not negative as bytes of this length, or as few as it takes where the length is 0. */
    static byte[] bytes(BigInteger number, int length) throws Refused {
        var plain = number.toByteArray();
        var from = plain.length > 1 && plain[0] == 0 ? 1 : 0;
        var size = plain.length - from;
        if (length != 0 && size > length) throw CallFault.argument("key");
        var padded = new byte[Math.max(length, size)];
        System.arraycopy(plain, from, padded, padded.length - size, size);
        return padded;
    }

    private static byte[] decoded(JsonNode jwk, String name) throws Refused {
        var value = jwk.path(name);
        if (!value.isTextual()) {
            throw CallFault.type("ERR_INVALID_ARG_TYPE", "The \"key." + name + "\" property must be of type string.");
        }
        if (value.textValue().length() > MOST_CHARACTERS) throw CallFault.tooLarge("key." + name, MOST_CHARACTERS);
        try {
            return Base64.getUrlDecoder().decode(value.textValue());
        } catch (IllegalArgumentException e) {
            throw CallFault.jwk(jwk.path("kty").asText().equals("RSA") ? "RSA" : "EC");
        }
    }

    private static String encoded(BigInteger number) throws Refused {
        return encoded(bytes(number, 0));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
