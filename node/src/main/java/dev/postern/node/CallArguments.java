package dev.postern.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.util.Arrays;

/**
 * What the guest hands to a function: a JSON object, and one or more byte strings laid end to end, whose lengths the
 * member {@code parts} tells; -1 is one that is absent. Nothing in it is trusted.
 */
final class CallArguments {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_PARTS = 8;

    private final JsonNode json;
    private final byte[] bytes;
    private final int[] ends;
    private final boolean[] present;

    private CallArguments(JsonNode json, byte[] bytes) throws Refused {
        var parts = json.path("parts");
        if (parts.size() > MOST_PARTS) throw CallFault.argument("parts");
        this.json = json;
        this.bytes = bytes;
        this.ends = new int[parts.size()];
        this.present = new boolean[parts.size()];
        var end = 0;
        for (var i = 0; i < ends.length; i++) {
            var length = parts.get(i).asInt(-1);
            present[i] = length >= 0;
            if (length > bytes.length - end) throw CallFault.argument("parts");
            end += Math.max(length, 0);
            ends[i] = end;
        }
        if (end != bytes.length) throw CallFault.argument("parts");
    }

    static CallArguments of(HostMessage message) throws Refused {
        try {
            return new CallArguments(JSON.readTree(message.json()), message.bytes());
        } catch (JsonProcessingException e) {
            throw CallFault.argument("options");
        }
    }

    /** An answer of bytes alone. */
    static HostMessage answer(byte[] bytes) {
        return HostMessage.of("null", bytes);
    }

    static HostMessage answer(JsonNode json, byte[] bytes) {
        return HostMessage.of(json.toString(), bytes);
    }

    static HostMessage answer(boolean is) {
        return HostMessage.of(Boolean.toString(is));
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    boolean hasBytes(int part) {
        return part < present.length && present[part];
    }

    /** A copy of one byte string; empty where it is absent. */
    byte[] bytes(int part) {
        if (!hasBytes(part)) return new byte[0];
        return Arrays.copyOfRange(bytes, part == 0 ? 0 : ends[part - 1], ends[part]);
    }

    boolean has(String name) {
        return json.hasNonNull(name);
    }

    JsonNode json(String name) {
        return json.path(name);
    }

    boolean is(String name) {
        return json.path(name).asBoolean(false);
    }

    String text(String name) throws Refused {
        var value = json.path(name);
        if (!value.isTextual()) throw CallFault.argument(name);
        return value.textValue();
    }

    int integer(String name, int least, int most) throws Refused {
        var value = json.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) throw CallFault.argument(name);
        if (value.longValue() < least || value.longValue() > most) throw CallFault.tooLarge(name, most);
        return (int) value.longValue();
    }

    long natural(String name, long most) throws Refused {
        var value = json.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw CallFault.argument(name);
        }
        if (value.longValue() > most) throw CallFault.tooLarge(name, most);
        return value.longValue();
    }

    CryptoDigest digest(String name) throws Refused {
        return CryptoDigest.named(text(name));
    }

    /** Tells no value: they are keys. */
    @Override
    public String toString() {
        return "CallArguments[" + ends.length + " parts]";
    }
}
