package dev.postern.compat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An RSA key with a certificate for the loopback address, made anew with the JDK's keytool: the local services prove
 * themselves with it, and the cases sign with it.
 */
final class TestKeys {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "local";
    private static final String KEY_ID = "key-1";

    private final Path store;
    private final Path certificateFile;
    private final KeyStore keys;
    private final Certificate certificate;
    private final Key privateKey;

    private TestKeys(Path store, Path certificateFile, KeyStore keys) throws GeneralSecurityException {
        this.store = store;
        this.certificateFile = certificateFile;
        this.keys = keys;
        this.certificate = keys.getCertificate(ALIAS);
        this.privateKey = keys.getKey(ALIAS, PASSWORD.toCharArray());
    }

    /** Makes them, and leaves key store and certificate in this folder. */
    static TestKeys make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve("keys.p12");
        Files.deleteIfExists(store);
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = Command.run(
                folder,
                keytool,
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-alias",
                ALIAS,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-ext",
                "bc=ca:true",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        if (made.exit() != 0) {
            throw new IOException("keytool: " + made.out());
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var certificateFile = folder.resolve("certificate.pem");
        Files.writeString(
                certificateFile, pem("CERTIFICATE", keys.getCertificate(ALIAS).getEncoded()));
        return new TestKeys(store, certificateFile, keys);
    }

    /** Has the JVM trust the certificate, and no other. */
    void trust() {
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    }

    Path certificateFile() {
        return certificateFile;
    }

    SSLContext tls() {
        try {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key in the forms that cases take: PEM, certificate and JWK. */
    ObjectNode material() {
        var material = new ObjectMapper()
                .createObjectNode()
                .put("keyId", KEY_ID)
                .put("privateKey", pem("PRIVATE KEY", privateKey.getEncoded()))
                .put("publicKey", pem("PUBLIC KEY", certificate.getPublicKey().getEncoded()));
        material.set("privateJwk", jwk(true));
        material.set("publicJwk", jwk(false));
        return material;
    }

    JsonNode jwks() {
        var jwks = new ObjectMapper().createObjectNode();
        jwks.putArray("keys").add(jwk(false));
        return jwks;
    }

    private ObjectNode jwk(boolean isPrivate) {
        var key = (RSAPublicKey) certificate.getPublicKey();
        var jwk = new ObjectMapper()
                .createObjectNode()
                .put("kty", "RSA")
                .put("kid", KEY_ID)
                .put("use", "sig")
                .put("alg", "RS256")
                .put("n", encoded(key.getModulus()))
                .put("e", encoded(key.getPublicExponent()));
        if (isPrivate) {
            var secret = (RSAPrivateCrtKey) privateKey;
            jwk.put("d", encoded(secret.getPrivateExponent()))
                    .put("p", encoded(secret.getPrimeP()))
                    .put("q", encoded(secret.getPrimeQ()))
                    .put("dp", encoded(secret.getPrimeExponentP()))
                    .put("dq", encoded(secret.getPrimeExponentQ()))
                    .put("qi", encoded(secret.getCrtCoefficient()));
        }
        return jwk;
    }

    private static String encoded(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static String pem(String type, byte[] bytes) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
    }
}
