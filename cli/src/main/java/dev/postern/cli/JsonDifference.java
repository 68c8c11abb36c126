package dev.postern.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Where a document is not as expected: one line for each place. */
final class JsonDifference {

    private static final int LONGEST = 200;

    private final List<String> lines = new ArrayList<>();

    private JsonDifference() {}

    static List<String> of(JsonNode expected, JsonNode actual) {
        var difference = new JsonDifference();
        difference.compare("", expected, actual);
        return List.copyOf(difference.lines);
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            var names = new LinkedHashSet<String>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                compare(path.isEmpty() ? name : path + "." + name, expected.path(name), actual.path(name));
            }
        } else if (expected.isArray() && actual.isArray()) {
            for (var i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                compare(path + "[" + i + "]", expected.path(i), actual.path(i));
            }
        } else if (expected.isMissingNode()) {
            lines.add(path + ": " + shown(actual) + " is not expected");
        } else if (actual.isMissingNode()) {
            lines.add(path + ": " + shown(expected) + " is missing");
        } else if (!expected.equals(actual)) {
            lines.add(path + ": " + shown(actual) + " instead of " + shown(expected));
        }
    }

    private static String shown(JsonNode value) {
        var text = value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
