package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Private keys under a passphrase: PKCS #8 with PBES2, PBKDF2 and AES in CBC mode, and to be read only, the older form
 * of OpenSSL that names the cipher in a header. Everything else is refused as unsupported.
 */
final class CryptoEncryptedKeys {

    /** OpenSSL writes 2048; each takes a microsecond or two. */
    private static final int MOST_ROUNDS = 200_000;

    private static final int WRITTEN_ROUNDS = 2048;
    private static final int IV = 16;

    private static final Map<ASN1ObjectIdentifier, Integer> KEY_LENGTHS = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC, 16,
            NISTObjectIdentifiers.id_aes192_CBC, 24,
            NISTObjectIdentifiers.id_aes256_CBC, 32);

    private static final Map<ASN1ObjectIdentifier, CryptoDigest> DIGESTS = Map.of(
            PKCSObjectIdentifiers.id_hmacWithSHA1, CryptoDigest.SHA1,
            PKCSObjectIdentifiers.id_hmacWithSHA224, CryptoDigest.SHA224,
            PKCSObjectIdentifiers.id_hmacWithSHA256, CryptoDigest.SHA256,
            PKCSObjectIdentifiers.id_hmacWithSHA384, CryptoDigest.SHA384,
            PKCSObjectIdentifiers.id_hmacWithSHA512, CryptoDigest.SHA512);

    private CryptoEncryptedKeys() {}

    static byte[] decrypt(byte[] der, byte[] passphrase) throws Refused {
        return CryptoDer.reading(() -> {
            var file = EncryptedPrivateKeyInfo.getInstance(CryptoDer.parse(der));
            if (!file.getEncryptionAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBES2)) {
                throw CallFault.unsupportedKey();
            }
            var scheme =
                    PBES2Parameters.getInstance(file.getEncryptionAlgorithm().getParameters());
            if (!scheme.getKeyDerivationFunc().getAlgorithm().equals(PKCSObjectIdentifiers.id_PBKDF2)) {
                throw CallFault.unsupportedKey();
            }
            var derivation =
                    PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
            var length = KEY_LENGTHS.get(scheme.getEncryptionScheme().getAlgorithm());
            var digest = DIGESTS.get(derivation.getPrf().getAlgorithm());
            var rounds = derivation.getIterationCount();
            if (length == null || digest == null || rounds.signum() <= 0) throw CallFault.unsupportedKey();
            if (rounds.bitLength() > 31 || rounds.intValueExact() > MOST_ROUNDS) {
                throw CallFault.tooLarge("iterations", MOST_ROUNDS);
            }
            var key =
                    CryptoDerivations.pbkdf2(digest, passphrase, derivation.getSalt(), rounds.intValueExact(), length);
            var iv = ASN1OctetString.getInstance(scheme.getEncryptionScheme().getParameters())
                    .getOctets();
            return aes(Cipher.DECRYPT_MODE, key, iv, file.getEncryptedData());
        });
    }

    /** The key under a passphrase; the cipher is one of {@code aes-128-cbc}, {@code aes-192-cbc}, {@code aes-256-cbc}. */
    static byte[] encrypt(byte[] der, String cipher, byte[] passphrase, SecureRandom random) throws Refused {
        var algorithm = switch (cipher.toLowerCase(Locale.ROOT)) {
            case "aes-128-cbc", "aes128" -> NISTObjectIdentifiers.id_aes128_CBC;
            case "aes-192-cbc", "aes192" -> NISTObjectIdentifiers.id_aes192_CBC;
            case "aes-256-cbc", "aes256" -> NISTObjectIdentifiers.id_aes256_CBC;
            default -> throw CallFault.error("ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher");
        };
        var salt = new byte[IV];
        var iv = new byte[IV];
        random.nextBytes(salt);
        random.nextBytes(iv);
        var length = KEY_LENGTHS.getOrDefault(algorithm, 0);
        var key = CryptoDerivations.pbkdf2(CryptoDigest.SHA256, passphrase, salt, WRITTEN_ROUNDS, length);
        var prf = new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
        var scheme = new PBES2Parameters(
                new KeyDerivationFunc(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, WRITTEN_ROUNDS, prf)),
                new EncryptionScheme(algorithm, new DEROctetString(iv)));
        return CryptoDer.encode(new EncryptedPrivateKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, scheme),
                aes(Cipher.ENCRYPT_MODE, key, iv, der)));
    }

    /** A block whose header {@code DEK-Info} is this. */
    static byte[] decryptOlder(String dekInfo, byte[] data, byte[] passphrase) throws Refused {
        var comma = dekInfo.indexOf(',');
        var length = switch (comma < 0 ? "" : dekInfo.substring(0, comma)) {
            case "AES-128-CBC" -> 16;
            case "AES-192-CBC" -> 24;
            case "AES-256-CBC" -> 32;
            default -> throw CallFault.unsupportedKey();
        };
        try {
            var iv = HexFormat.of().parseHex(dekInfo.substring(comma + 1).strip());
            if (iv.length != IV) throw CallFault.unsupportedKey();
            var key = new byte[0];
            var last = new byte[0];
            while (key.length < length) {
                var md5 = CryptoDigest.MD5.digest();
                md5.update(last);
                md5.update(passphrase);
                md5.update(iv, 0, 8);
                last = md5.digest();
                key = Arrays.copyOf(key, key.length + last.length);
                System.arraycopy(last, 0, key, key.length - last.length, last.length);
            }
            return aes(Cipher.DECRYPT_MODE, Arrays.copyOf(key, length), iv, data);
        } catch (IllegalArgumentException e) {
            throw CallFault.unsupportedKey();
        }
    }

    private static byte[] aes(int direction, byte[] key, byte[] iv, byte[] data) throws Refused {
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(direction, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw CallFault.badDecrypt();
        }
    }
}
