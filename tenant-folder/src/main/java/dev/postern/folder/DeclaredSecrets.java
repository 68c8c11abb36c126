package dev.postern.folder;

import static java.util.Objects.requireNonNull;

import dev.postern.action.Secrets;
import java.util.Collection;
import java.util.List;

/**
 * The secrets that an Action declares. An export has their names and seldom a value.
 *
 * @param names all that are declared, in order
 * @param values those that the files give a value, once their markers are replaced
 * @param marker what stands for all secrets of the Action and has no value, such as {@code @@SECRETS@@}; or empty
 */
public record DeclaredSecrets(List<String> names, Secrets values, String marker) {

    public DeclaredSecrets {
        names = List.copyOf(names);
        requireNonNull(values, "values");
        requireNonNull(marker, "marker");
    }

    /** The names alone. */
    DeclaredSecrets withoutValues() {
        return new DeclaredSecrets(names, Secrets.none(), marker);
    }

    /** What has a value neither in the files nor among those given: names, and the marker if nothing at all is given. */
    public List<String> missing(Collection<String> given) {
        if (!marker.isEmpty()) {
            return given.isEmpty() ? List.of(marker) : List.of();
        }
        return names.stream()
                .filter(name -> !given.contains(name) && !values.values().containsKey(name))
                .toList();
    }
}
