package dev.postern.cli.types;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.trigger.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes the type of a trigger's api object, from the methods of its contract. */
record ApiType(Trigger trigger, Comments comments, Source source) {

    private static final String ARRAY = "array of ";

    void write(String name) {
        source.comment("What an Action of " + trigger.id() + " can do.");
        source.open("export interface " + name + " {");
        for (var group : groups().entrySet()) {
            source.open(Source.name(group.getKey()) + ": {");
            for (var method : group.getValue()) {
                var path = method.path("path").asText();
                source.comment(comments.of(trigger, "api." + path));
                source.line(path.substring(path.indexOf('.') + 1) + "(" + parameters(method) + "): "
                        + returns(method.path("returns").asText(), name) + ";");
            }
            source.close("};");
        }
        source.close("}");
    }

    /** The methods by the object they belong to. */
    private Map<String, List<JsonNode>> groups() {
        var groups = new LinkedHashMap<String, List<JsonNode>>();
        for (var method : trigger.contract().api()) {
            var path = method.path("path").asText();
            groups.computeIfAbsent(path.substring(0, path.indexOf('.')), group -> new ArrayList<>())
                    .add(method);
        }
        return groups;
    }

    private static String parameters(JsonNode method) {
        return StreamSupport.stream(method.path("params").spliterator(), false)
                .map(ApiType::member)
                .collect(Collectors.joining(", "));
    }

    private static String member(JsonNode member) {
        return Source.name(member.path("name").asText())
                + (member.path("optional").asBoolean() ? "?: " : ": ")
                + type(member);
    }

    /** The type of a parameter, or of a field of one. */
    static String type(JsonNode parameter) {
        if (parameter.has("allowed")) {
            return StreamSupport.stream(parameter.path("allowed").spliterator(), false)
                    .map(value -> Source.quoted(value.asText()))
                    .collect(Collectors.joining(" | "));
        }
        var documented = parameter.path("type").asText();
        return documented.equals("object") ? fields(parameter) : type(documented);
    }

    /** The members of an object, on one line. */
    static String fields(JsonNode parameter) {
        return StreamSupport.stream(parameter.path("fields").spliterator(), false)
                .map(ApiType::member)
                .collect(Collectors.joining("; ", "{ ", " }"));
    }

    private static String type(String documented) {
        if (documented.startsWith(ARRAY)) {
            return type(documented.substring(ARRAY.length())) + "[]";
        }
        return switch (documented) {
            case "string", "number", "boolean", "any" -> documented;
            case "FactorSelector", "EnrollmentFactorSelector" -> documented;
            case "dictionary" -> "Record<string, any>";
            case "string|null" -> "string | null";
            case "string|number|boolean|null" -> "string | number | boolean | null";
            case "string|number|boolean|null|array of those" ->
                "string | number | boolean | null | Array<string | number | boolean | null>";
            default -> throw new IllegalStateException("the contract has a type that is not known: " + documented);
        };
    }

    private static String returns(String documented, String api) {
        return switch (documented) {
            case "api (chainable)" -> api;
            // Auth0's types promise nothing, so an Action that is to run there as well must not chain.
            case "void", "void in types (official implementation hands back api)" -> "void";
            case "string", "boolean" -> documented;
            case "object (payload)" -> "Record<string, any>";
            case "{value:string, expires_at:number} | undefined" -> "CacheRecord | undefined";
            case "{type:\"success\", record:{value,expires_at}} | {type:\"error\", code}" -> "CacheSetResult";
            case "{type:\"success\"} | {type:\"error\", code}" -> "CacheDeleteResult";
            case "Promise<{groups:[{id,name,external_id?,connection_id?,tenant_name,created_at,updated_at,membership_created_at,assignment}], next?}>" ->
                "Promise<{ groups: UserGroup[]; next?: string }>";
            case "Promise<{memberships:{[id]:{is_member,matches?:[{id,name,group_type}]}}, errors?}>" ->
                "Promise<{ memberships: Record<string, GroupMembership>; errors?: any }>";
            case "Promise<{roles:[{id,name,type}], next?}>" -> "Promise<{ roles: UserRole[]; next?: string }>";
            case "Promise<{roles:[...]}>" -> "Promise<{ roles: UserRole[] }>";
            default -> throw new IllegalStateException("the contract has a result that is not known: " + documented);
        };
    }
}
