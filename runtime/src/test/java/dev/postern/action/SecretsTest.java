package dev.postern.action;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretsTest {

    private static final String AWKWARD = "s3cr\"et/+ käse\\&1'=\n%";

    private static Secrets key(String value) {
        return Secrets.of(Map.of("KEY", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter22", "sk-live-0123456789", AWKWARD, "ключ к двери", "🔑🔑🔑🔑", "a b c d"})
    void areFoundPercentEncoded(String value) {
        var encoded = URLEncoder.encode(value, UTF_8);
        var component = encoded.replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%7E", "~");
        assertEquals("a=[secret KEY]&b", key(value).redact("a=" + encoded + "&b"));
        assertEquals("a=[secret KEY]&b", key(value).redact("a=" + component + "&b"));
        var lower = encoded.replaceAll("%([0-9A-F]{2})", "%$1");
        for (var hex = 'A'; hex <= 'F'; hex++) {
            lower = lower.replaceAll("(?<=%.?)" + hex, String.valueOf(Character.toLowerCase(hex)));
        }
        assertEquals("a=[secret KEY]&b", key(value).redact("a=" + lower + "&b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter22", "hunter222", "????>>>>", "käse-schlüssel", "1234", "ключ"})
    void areFoundInBase64AndWithinMoreOfIt(String value) {
        for (var encoder : new Base64.Encoder[] {
            Base64.getEncoder(),
            Base64.getUrlEncoder(),
            Base64.getEncoder().withoutPadding(),
            Base64.getUrlEncoder().withoutPadding()
        }) {
            assertEquals(
                    "<[secret KEY]>", key(value).redact("<" + encoder.encodeToString(value.getBytes(UTF_8)) + ">"));
            for (var before = 0; before < 4; before++) {
                for (var after = 0; after < 4; after++) {
                    var text = "u:me".substring(0, before) + value + "tail".substring(0, after);
                    var redacted = key(value).redact("Basic " + encoder.encodeToString(text.getBytes(UTF_8)) + ".");
                    assertEquals(1, redacted.split("\\[secret KEY]", -1).length - 1, redacted);
                    // What is left decodes to at most the text around it.
                    assertFalse(redacted.length() > "Basic [secret KEY].".length() + 11, redacted);
                }
            }
        }
    }

    @Test
    void areFoundInWhatBtoaMakesOfLatinLetters() {
        var encoded = Base64.getEncoder().encodeToString("käse-schlüssel".getBytes(ISO_8859_1));
        assertEquals("[secret KEY]", key("käse-schlüssel").redact(encoded));
    }

    @Test
    void areFoundInHexadecimal() {
        var hex = HexFormat.of().formatHex("hunter22 ä".getBytes(UTF_8));
        assertEquals("[secret KEY]", key("hunter22 ä").redact(hex));
        assertEquals("0x[secret KEY]", key("hunter22 ä").redact("0x" + hex.toUpperCase(Locale.ROOT)));
    }

    @Test
    void areFoundInJsonAndInJsonWithinJson() {
        var value = "one\"two\\three\nfour";
        assertEquals("{\"k\":\"[secret KEY]\"}", key(value).redact("{\"k\":\"one\\\"two\\\\three\\nfour\"}"));
        assertEquals("'[secret KEY]'", key(value).redact("'one\\\\\\\"two\\\\\\\\three\\\\nfour'"));
        assertEquals("{ k: '[secret KEY]' }", key(value).redact("{ k: 'one\"two\\\\three\\nfour' }"));
    }

    @Test
    void areFoundWithoutTheLineEndOfTheirFileAndLineByLine() {
        assertEquals("[[secret KEY]]", key("hunter22\n").redact("[hunter22]"));
        var pem = "-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEAAoIB\n-----END KEY-----\n";
        assertEquals(
                "'-----BEGIN KEY-----' + '[secret KEY]'",
                key(pem).redact("'-----BEGIN KEY-----' + 'AQEFAASCBKcwggSjAgEAAoIB'"));
    }

    @Test
    void thatAreShorterThanFourCharactersStayAsTheyAre() {
        var secrets = Secrets.of(Map.of("ONE", "1", "THREE", "abc", "NONE", "", "SPACES", "  ab  "));
        assertEquals("1 abc YWJj ab", secrets.redact("1 abc YWJj ab"));
    }

    @Test
    void thatOverlapAreReplacedAsOne() {
        var secrets = Secrets.of(Map.of("LEFT", "abcdef", "RIGHT", "defghijk", "INNER", "efgh"));
        assertEquals("<[secret RIGHT]>", secrets.redact("<abcdefghijk>"));
        assertEquals("<[secret LEFT]> [secret INNER]", secrets.redact("<abcdef> efgh"));
    }

    @Test
    void leaveNoBeginningWhereTheTextWasCut() {
        var secrets = key("hunter22 and more");
        assertEquals("[secret KEY]…", secrets.redact("hunt…"));
        assertEquals("a [secret KEY]…", secrets.redact("a hunter22 and mor…"));
        assertEquals("hun…", secrets.redact("hun…"));
        assertEquals("hunt", secrets.redact("hunt"));
        assertEquals("a [secret KEY]…", secrets.redact("a hunter22%20an…"));
        var base64 = Base64.getEncoder().encodeToString("x:hunter22 and more".getBytes(UTF_8));
        var redacted = secrets.redact(base64.substring(0, 16) + "…");
        assertEquals(base64.substring(0, 2) + "[secret KEY]…", redacted);
    }

    /** Comparing each place with each secret would take minutes of the server's time, and more where a tenant wants that. */
    @Test
    @Timeout(20)
    void withholdALongTextThatAlmostHoldsMany() {
        var text = "a".repeat(1 << 20);
        var values = new HashMap<String, String>();
        for (var i = 0; i < 100; i++) {
            values.put("KEY_" + i, "a".repeat(2000) + i);
        }
        var withheld = "[withheld: it would take too long to look for secrets in it]";
        assertEquals(withheld, Secrets.of(values).redact(text));

        var lines = new StringBuilder();
        for (var i = 0; i < 2000; i++) {
            lines.append("a".repeat(40)).append(i).append('\n');
        }
        assertEquals(withheld, key(lines.toString()).redact(text));

        assertEquals(text, key("a".repeat(30) + "b").redact(text));
    }

    @Test
    void areNotInTheText() {
        assertEquals("Secrets[KEY]", key("hunter22").toString());
    }
}
