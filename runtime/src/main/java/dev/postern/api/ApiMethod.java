package dev.postern.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Set;

/**
 * One method of a trigger's api, as far as it differs between triggers.
 *
 * @param parameters in order
 * @param isEnabled whether it may be called; if not, the api object has it and it throws
 */
public record ApiMethod(List<Parameter> parameters, boolean isEnabled) {

    /**
     * One parameter.
     *
     * @param allowed the texts that it takes; any, if empty
     * @param most the most characters that it takes
     */
    public record Parameter(String name, Set<String> allowed, int most) {
        public Parameter {
            requireNonNull(name, "name");
            allowed = Set.copyOf(allowed);
        }
    }

    public ApiMethod {
        parameters = List.copyOf(parameters);
    }

    /** The place of a parameter, or -1 if the method has none of this name. */
    int indexOf(String name) {
        for (var i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Refuses arguments that this trigger's method does not take; the parser checks what all triggers have in common. */
    void check(ArrayNode args) {
        ApiCommandParser.check(isEnabled);
        for (var i = 0; i < parameters.size() && args.has(i); i++) {
            var text = args.get(i).asText();
            var parameter = parameters.get(i);
            ApiCommandParser.check(
                    parameter.allowed().isEmpty() || parameter.allowed().contains(text));
            ApiCommandParser.atMost(text, parameter.most());
        }
    }
}
