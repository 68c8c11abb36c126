package dev.postern.cli.types;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.trigger.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Writes the type of a trigger's event, from the schema that {@code run} checks events against. */
record EventType(Trigger trigger, Comments comments, Source source) {

    private static final String ANYTHING = "[name: string]: any;";

    void write(String name) {
        var schema = trigger.contract().event().json();
        schema.withObject("/properties").remove("secrets");
        source.comment("What an Action of " + trigger.id() + " is told. Changing it changes nothing.");
        source.open("export interface " + name + " {");
        source.comment("The secrets of the Action.");
        source.line("secrets: Secrets;");
        members("event", schema);
        source.close("}");
    }

    private void members(String path, JsonNode schema) {
        var required = new HashSet<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (var property : schema.path("properties").properties()) {
            var member = property.getKey();
            source.comment(comments.of(trigger, path + "." + member));
            var start = Source.name(member) + (required.contains(member) ? ": " : "?: ");
            write(start, path + "." + member, property.getValue(), ";");
        }
        if (isOpen(schema)) {
            source.line(ANYTHING);
        }
    }

    /** A type between what comes before it on its line and what comes after it. */
    private void write(String before, String path, JsonNode schema, String after) {
        if (isArray(schema)) {
            if (schema.path("items").has("properties")) {
                write(before + "Array<", path, schema.path("items"), ">" + after);
            } else {
                source.line(before + (schema.has("items") ? simple(path, schema.path("items")) : "any") + "[]" + after);
            }
        } else if (schema.has("properties")) {
            source.open(before + "{");
            members(path, schema);
            source.close("}" + (types(schema).contains("null") ? " | null" : "") + after);
        } else {
            source.line(before + simple(path, schema) + after);
        }
    }

    private static String simple(String path, JsonNode schema) {
        if (path.endsWith("enrolledFactors.type")) {
            return "FactorType"; // so that it can be challenged as it is
        }
        if (schema.has("enum")) {
            var values = new ArrayList<String>();
            schema.path("enum").forEach(value -> values.add(Source.quoted(value.asText())));
            return String.join(" | ", values);
        }
        var types = types(schema).stream()
                .map(type -> type.equals("object") ? isOpen(schema) ? "Record<string, any>" : "{}" : type)
                .toList();
        return types.isEmpty() ? "any" : String.join(" | ", types);
    }

    private static boolean isArray(JsonNode schema) {
        return schema.path("type").asText().equals("array");
    }

    private static boolean isOpen(JsonNode schema) {
        return schema.path("additionalProperties").asBoolean(true);
    }

    private static List<String> types(JsonNode schema) {
        var type = schema.path("type");
        var types = new ArrayList<String>();
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(one -> types.add(one.asText()));
        return types;
    }
}
