package dev.postern.action;

import dev.postern.action.SecretForms.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds secrets in text in one pass, however many they are: by the first four characters of each of their forms. Immutable.
 */
final class Redaction {

    static final int SHORTEST = 4;
    private static final String CUT = "…";

    /** For each character of the text, over all of it: a second of a processor for a million of them. */
    private static final int MOST_COMPARED = 4096;

    /** What a comparison costs besides, in characters. */
    private static final int COMPARISON = 64;

    private static final String WITHHELD = "[withheld: it would take too long to look for secrets in it]";
    private static final int FILTER_BITS = 1 << 14;

    private final Map<Long, List<Named>> byStart = new HashMap<>();
    /** Of most texts nothing passes it, and nothing is looked up. */
    private final long[] filter = new long[FILTER_BITS / Long.SIZE];

    /** A form of the secret of this name, with its characters: comparing arrays is quick, however alike they are. */
    private static final class Named {
        private final Form form;
        private final char[] chars;
        private final String name;

        Named(Form form, String name) {
            this.form = form;
            this.chars = form.text().toCharArray();
            this.name = name;
        }

        Form form() {
            return form;
        }

        char[] chars() {
            return chars;
        }

        String name() {
            return name;
        }
    }

    private record Span(int start, int end, int length, String name) {
        /** Both as one, by the name of the longer. */
        Span with(Span next) {
            var longer = length >= next.length ? this : next;
            return new Span(start, Math.max(end, next.end), longer.length, longer.name);
        }
    }

    Redaction(Map<String, String> secrets) {
        secrets.forEach((name, secret) -> {
            if (secret.length() >= SHORTEST) {
                SecretForms.of(secret).forEach(form -> add(form, name));
            }
        });
        byStart.values()
                .forEach(forms -> forms.sort(
                        Comparator.comparingInt(named -> -named.form().text().length())));
    }

    private void add(Form form, String name) {
        if (form.text().length() >= SHORTEST) {
            var start = start(form.text());
            byStart.computeIfAbsent(start, key -> new ArrayList<>()).add(new Named(form, name));
            filter[bit(start) / Long.SIZE] |= 1L << bit(start);
        }
    }

    private static long start(String text) {
        var start = 0L;
        for (var i = 0; i < SHORTEST; i++) {
            start = start << Character.SIZE | text.charAt(i);
        }
        return start;
    }

    private static int bit(long start) {
        return (int) ((start * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - 14));
    }

    String redact(String text) {
        if (byStart.isEmpty()) {
            return text;
        }
        var spans = new ArrayList<Span>();
        if (!find(text.toCharArray(), text.endsWith(CUT), spans)) {
            return WITHHELD;
        }
        return spans.isEmpty() ? text : replaced(text, spans);
    }

    /** False if secrets and text are so alike that it would take too long. */
    private boolean find(char[] text, boolean isCut, List<Span> spans) {
        var left = MOST_COMPARED * (text.length + 1000L);
        var end = isCut ? text.length - CUT.length() : text.length;
        var last4 = 0L;
        for (var i = 0; i < end; i++) {
            last4 = last4 << Character.SIZE | text[i];
            var bit = bit(last4);
            if ((filter[bit / Long.SIZE] & 1L << bit) != 0 && i >= SHORTEST - 1) {
                var forms = byStart.getOrDefault(last4, List.of());
                left -= find(text, i - (SHORTEST - 1), end, isCut, forms, spans);
                if (left < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** In a text that was cut, what is left of a secret before the cut is one. Says how many characters were compared. */
    private static long find(char[] text, int start, int end, boolean isCut, List<Named> forms, List<Span> spans) {
        var compared = 0L;
        for (var named : forms) {
            var length = Math.min(named.chars().length, end - start);
            if (!isCut && length < named.chars().length) {
                continue;
            }
            var different = Arrays.mismatch(text, start, start + length, named.chars(), 0, length);
            compared += COMPARISON + (different < 0 ? length : different);
            if (different < 0) {
                var form = named.form();
                var from = form.hasMoreBefore() && isBase64(text, start - 1) ? start - 1 : start;
                var to = form.hasMoreAfter() && isBase64(text, start + length) ? start + length + 1 : start + length;
                while (to > start + length && to < start + length + 3 && to < text.length && text[to] == '=') {
                    to++;
                }
                add(spans, new Span(from, to, length, named.name()));
                return compared;
            }
        }
        return compared;
    }

    private static boolean isBase64(char[] text, int index) {
        if (index < 0 || index >= text.length) {
            return false;
        }
        var c = text[index];
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+/-_".indexOf(c) >= 0;
    }

    /** Secrets that overlap are replaced as one: what one leaves would be a part of the other. */
    private static void add(List<Span> spans, Span span) {
        var joined = span;
        while (!spans.isEmpty() && spans.getLast().end() > joined.start()) {
            var last = spans.removeLast();
            joined = last.start() <= joined.start() ? last.with(joined) : joined.with(last);
        }
        spans.add(joined);
    }

    private static String replaced(String text, List<Span> spans) {
        var redacted = new StringBuilder();
        var done = 0;
        for (var span : spans) {
            redacted.append(text, done, span.start())
                    .append("[secret ")
                    .append(span.name())
                    .append(']');
            done = span.end();
        }
        return redacted.append(text, done, text.length()).toString();
    }
}
