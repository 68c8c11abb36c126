package dev.postern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.action.Secrets;
import dev.postern.api.RecordedCommand;
import java.util.List;

/** Takes secrets out of what is kept of an Action's commands. The commands themselves have to stay as they are. */
final class RecordRedaction {

    private RecordRedaction() {}

    static List<RecordedCommand> redacted(List<RecordedCommand> commands, Secrets secrets) {
        return secrets.values().isEmpty()
                ? commands
                : commands.stream()
                        .map(command -> new RecordedCommand(
                                command.method(), redacted(command.args(), secrets), command.line()))
                        .toList();
    }

    private static JsonNode redacted(JsonNode json, Secrets secrets) {
        if (json.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode(json.size());
            json.forEach(element -> array.add(redacted(element, secrets)));
            return array;
        }
        if (json.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            json.properties()
                    .forEach(member ->
                            object.set(secrets.redact(member.getKey()), redacted(member.getValue(), secrets)));
            return object;
        }
        var text = json.asText();
        var shown = secrets.redact(text);
        return shown.equals(text) ? json : TextNode.valueOf(shown);
    }
}
