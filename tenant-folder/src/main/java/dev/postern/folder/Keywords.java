package dev.postern.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of markers: {@code ##KEY##} stands for a text, {@code @@KEY@@} for JSON, whose quotes it brings along. They
 * are replaced in a file before it is parsed, those of JSON first.
 */
final class Keywords {

    private static final Pattern JSON = Pattern.compile("\"@@([^@\\s]+)@@\"|'@@([^@\\s]+)@@'|@@([^@\\s]+)@@");
    private static final Pattern TEXT = Pattern.compile("##([^#\\s]+)##");
    private static final Pattern UNRESOLVED = Pattern.compile("##[A-Z0-9_]+##|@@[A-Z0-9_]+@@");

    private final Map<String, JsonNode> values;

    private Keywords(Map<String, JsonNode> values) {
        this.values = values;
    }

    /** Those of an environment, which come before those of a {@code config.json}. */
    static Keywords of(JsonNode configured, Map<String, String> environment) {
        var values = new HashMap<String, JsonNode>();
        configured.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        environment.forEach((key, value) -> values.put(key, TextNode.valueOf(value)));
        return new Keywords(values);
    }

    /**
     * The text with the markers that have a value replaced.
     *
     * @throws FolderException if more comes of it than any export has
     */
    String replaceIn(String text) {
        var withJson = replaced(JSON, text, found -> {
            var value = values.get(key(found.group(1), found.group(2), found.group(3)));
            return value == null ? found.group() : value.toString();
        });
        return replaced(TEXT, withJson, found -> {
            var value = values.get(found.group(1));
            return value == null ? found.group() : value.isValueNode() ? value.asText() : value.toString();
        });
    }

    private static String replaced(Pattern marker, String text, Function<MatchResult, String> value) {
        var matcher = marker.matcher(text);
        var out = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(out, Matcher.quoteReplacement(value.apply(matcher)));
            if (out.length() > FolderFiles.MOST_BYTES) {
                throw new FolderException("more than " + FolderFiles.MOST_BYTES
                        + " characters come of replacing the markers; take the values in config.json apart");
            }
        }
        return matcher.appendTail(out).toString();
    }

    /** The markers in a text that have no value, so that they are still there. */
    static Matcher unresolvedIn(String text) {
        return UNRESOLVED.matcher(text);
    }

    private static String key(String... groups) {
        for (var group : groups) {
            if (group != null) {
                return group;
            }
        }
        return "";
    }
}
