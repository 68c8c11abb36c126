package dev.postern.action;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The texts that show a secret: its value, and what scripts commonly make of it on its way into a request or a log. */
final class SecretForms {

    private static final String UNRESERVED = "-_.~";
    private static final String COMPONENT = "-_.!~*'()";
    private static final String URI = COMPONENT + ";/?:@&=+$,#";
    private static final String FORM = "*-._";
    private static final int SHORTEST_LINE = 16;

    /** That the console shows of a {@code Buffer}. */
    private static final int SHOWN_BYTES = 50;

    private SecretForms() {}

    /**
     * One form.
     *
     * @param text all of the form that the secret alone decides
     * @param hasMoreBefore whether the character of Base64 before it may hold bits of the secret
     * @param hasMoreAfter the same of the one after it
     */
    record Form(String text, boolean hasMoreBefore, boolean hasMoreAfter) {
        Form(String text) {
            this(text, false, false);
        }

        /** Nothing: it shows a secret. */
        @Override
        public String toString() {
            return "Form";
        }
    }

    static Set<Form> of(String secret) {
        var forms = new LinkedHashSet<Form>();
        add(forms, secret);
        add(forms, secret.strip()); // as scripts use what was read from a file
        secret.lines()
                .map(String::strip)
                .filter(line ->
                        line.length() >= SHORTEST_LINE && !line.startsWith("-----")) // the heads of PEM are no secret
                .forEach(line -> forms.add(new Form(line)));
        return forms;
    }

    private static void add(Set<Form> forms, String value) {
        forms.add(new Form(value));
        if (!value.chars().allMatch(SecretForms::isPlain)) {
            var json = json(value);
            var inspected = json.replace("\\\"", "\"");
            for (var escaped :
                    List.of(json, json(json), json.replace("/", "\\/"), inspected, inspected.replace("'", "\\'"))) {
                forms.add(new Form(escaped));
            }
            for (var kept : List.of(UNRESERVED, COMPONENT, URI, FORM)) {
                var percent = percent(value, kept);
                forms.add(new Form(percent));
                forms.add(new Form(lowerHex(percent)));
            }
        }
        for (var charset : charsets(value)) {
            var bytes = value.getBytes(charset);
            forms.add(new Form(HexFormat.of().formatHex(bytes)));
            forms.add(new Form(HexFormat.of().withUpperCase().formatHex(bytes)));
            var shown = Math.min(bytes.length, SHOWN_BYTES);
            forms.add(new Form(HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown)));
            forms.add(new Form(decimal(bytes)));
            for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                for (var before = 0; before < 3; before++) {
                    forms.add(base64(bytes, before, encoder));
                }
            }
        }
    }

    /** Those that {@code Buffer} and {@code btoa} take. */
    private static List<Charset> charsets(String value) {
        var charsets = new ArrayList<Charset>(List.of(StandardCharsets.UTF_8));
        if (value.chars().anyMatch(c -> c > 0x7f) && value.chars().allMatch(c -> c <= 0xff)) {
            charsets.add(StandardCharsets.ISO_8859_1);
        }
        return charsets;
    }

    /** As {@code JSON.stringify} writes bytes. */
    private static String decimal(byte[] bytes) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> Integer.toString(bytes[i] & 0xff))
                .collect(Collectors.joining(","));
    }

    private static String json(String value) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value));
    }

    /** Whether every encoding of text leaves it as it is. */
    private static boolean isPlain(int c) {
        return isAlphanumeric(c) || c == '-' || c == '.' || c == '_';
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** As {@code encodeURIComponent} and its like do it, or a form, where a space is a plus. */
    private static String percent(String value, String kept) {
        var encoded = new StringBuilder();
        for (var b : value.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (isAlphanumeric(c) || kept.indexOf(c) >= 0) {
                encoded.append(c);
            } else if (c == ' ' && kept.equals(FORM)) {
                encoded.append('+');
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private static String lowerHex(String percent) {
        var lower = new StringBuilder(percent);
        for (var i = lower.indexOf("%"); i >= 0; i = lower.indexOf("%", i + 1)) {
            lower.replace(i, i + 3, lower.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }

    /** The secret in a Base64 text with so many bytes, modulo 3, before it: only the characters that no neighbour changes. */
    private static Form base64(byte[] bytes, int before, Base64.Encoder encoder) {
        var shifted = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, shifted, before, bytes.length);
        var encoded = new String(encoder.encode(shifted), StandardCharsets.US_ASCII);
        Arrays.fill(shifted, (byte) 0);
        var from = before == 0 ? 0 : before + 1;
        var to = shifted.length * 8 / 6;
        return new Form(encoded.substring(from, to), before > 0, shifted.length % 3 > 0);
    }
}
