package dev.postern.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.sandbox.GuestOutcome;
import dev.postern.sandbox.Limit;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one execution cannot do to another, or to the server. */
final class CryptoIsolationTest extends NodeTest {

    @Test
    void sharesNothingBetweenExecutions() {
        var spoiled = NodeScript.result(sandbox, """
                const crypto = require('crypto');
                crypto.createHash = () => 'spoiled';
                crypto.Hmac.prototype.digest = () => 'spoiled';
                crypto.KeyObject.prototype.equals = () => true;
                crypto.constants.RSA_PKCS1_PADDING = 99;
                globalThis.crypto.subtle.constructor.prototype.digest = async () => 'spoiled';
                require('zlib').gzipSync = () => 'spoiled';
                crypto.leaked = 'leaked';
                return [crypto.createHash('md5'), crypto.createHmac('md5', '').digest(), await crypto.subtle.digest('SHA-1', new Uint8Array(1))];
                """);
        var fresh = NodeScript.result(sandbox, """
                const crypto = require('crypto');
                return [
                  crypto.createHash('md5').update('a').digest('hex'),
                  crypto.createHmac('md5', '').digest('hex').length,
                  crypto.createSecretKey('a').equals(crypto.createSecretKey('b')),
                  crypto.constants.RSA_PKCS1_PADDING,
                  (await crypto.subtle.digest('SHA-1', new Uint8Array(1))).byteLength,
                  Buffer.isBuffer(require('zlib').gzipSync('a')),
                  typeof crypto.leaked,
                ];
                """);

        assertEquals("[\"spoiled\",\"spoiled\",\"spoiled\"]", spoiled);
        assertEquals("[\"0cc175b9c0f1b6a831c399e269772661\",32,false,1,20,true,\"undefined\"]", fresh);
    }

    @Test
    void isStoppedInALongDerivation() {
        var script =
                "exports.run = async () => require('crypto').pbkdf2Sync('a', 'b', 2147483647, 32, 'sha512').length;";
        var limits = NodeScript.LIMITS.withCpuTime(Duration.ofMillis(300));

        var outcome = NodeScript.run(sandbox, script, Map.of(), limits);

        var exceeded = assertInstanceOf(GuestOutcome.LimitExceeded.class, outcome);
        assertEquals(Limit.CPU_TIME, exceeded.limit());
        assertTrue(
                outcome.usage().duration().toSeconds() < 10,
                "took " + outcome.usage().duration());
    }

    @Test
    void showsNoKeyOnTheConsoleOrInAnError() {
        var outcome = NodeScript.run(sandbox, """
                const crypto = require('crypto');
                exports.run = async () => {
                  const secret = crypto.createSecretKey('hunter2-hunter2-');
                  const key = await crypto.subtle.importKey('raw', Buffer.from('hunter2-hunter2-'), 'AES-GCM', true, ['encrypt']);
                  console.log(secret, key, crypto.createHmac('md5', secret), crypto.createCipheriv('aes-128-ecb', secret, null), [{ secret }]);
                  const errors = [];
                  for (const work of [
                    () => crypto.createPrivateKey('hunter2-hunter2-'),
                    () => crypto.createPrivateKey({ key: 5, passphrase: 'hunter2-hunter2-' }),
                    () => crypto.createHmac('md5', { key: 'hunter2-hunter2-' }),
                    () => crypto.createCipheriv('aes-256-cbc', 'hunter2-hunter2-', Buffer.alloc(16)),
                    () => crypto.createPrivateKey({ key: 'hunter2-hunter2-', format: 'der', type: 'pkcs8' }),
                    () => crypto.sign('sha256', Buffer.alloc(1), 'hunter2-hunter2-'),
                  ]) {
                    try {
                      work();
                    } catch (error) {
                      errors.push(error.code, error.message, error.stack, JSON.stringify(error));
                    }
                  }
                  return errors;
                };
                """, Map.of(), NodeScript.LIMITS);

        var json = NodeScript.json(outcome);
        assertEquals(6 * 4, json.split("\",\"").length, json);
        assertFalse(json.contains("hunter2"), json);
        assertFalse(
                outcome.console().toString().contains("hunter2"),
                outcome.console().toString());
        assertEquals(1, outcome.console().size());
    }

    @Test
    void makesALongKeyWhileTheScriptGoesOn() {
        assertEquals("[\"later\",2304]", NodeScript.result(sandbox, """
                const { generateKeyPair } = require('crypto');
                const made = new Promise((resolve, reject) =>
                  generateKeyPair('rsa', { modulusLength: 2304 }, (error, publicKey) => (error ? reject(error) : resolve(publicKey))));
                const first = await Promise.race([made, Promise.resolve('later')]);
                return [first, (await made).asymmetricKeyDetails.modulusLength];
                """));
    }

    @Test
    void isStoppedInTheMakingOfLongKeys() {
        for (var made : List.of("generateKeyPairSync", "promisify(generateKeyPair)")) {
            var outcome = NodeScript.run(
                    sandbox, """
                    const { promisify } = require('util');
                    const { generateKeyPair, generateKeyPairSync } = require('crypto');
                    exports.run = async () => {
                      for (;;) await %s('rsa', { modulusLength: 4096 });
                    };
                    """.formatted(made), Map.of(), NodeScript.LIMITS.withCpuTime(Duration.ofSeconds(1)));
            var exceeded = assertInstanceOf(GuestOutcome.LimitExceeded.class, outcome);
            assertEquals(Limit.CPU_TIME, exceeded.limit());
        }
    }

    @Test
    void makesKeysThatOthersTake() throws GeneralSecurityException {
        var pem = NodeScript.result(sandbox, """
                const { privateKey } = require('crypto').generateKeyPairSync('rsa', { modulusLength: 1025, publicExponent: 3 });
                return privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
                """);
        var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem.replace("\"", "")));
        var key = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
        assertEquals(1025, key.getModulus().bitLength());
        assertEquals(3, key.getPublicExponent().intValueExact());
        assertTrue(key.getPrimeP().isProbablePrime(100) && key.getPrimeQ().isProbablePrime(100));
        assertEquals(key.getModulus(), key.getPrimeP().multiply(key.getPrimeQ()));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update((byte) 1);
        var signed = signature.sign();
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())));
        signature.update((byte) 1);
        assertTrue(signature.verify(signed));
    }
}
