package dev.postern.cli.types;

import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names of a tenant's secrets. Their values are not here, so that none can get into a file.
 *
 * @param ofAll of every Action
 * @param ofOne of single Actions, by the Action's name
 */
public record SecretNames(Collection<String> ofAll, Map<String, ? extends Collection<String>> ofOne) {

    public SecretNames {
        ofAll = new TreeSet<>(ofAll);
        ofOne = Map.copyOf(ofOne);
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    /** Every name once, sorted. */
    SortedSet<String> all() {
        var all = new TreeSet<>(ofAll);
        ofOne.values().forEach(all::addAll);
        return all;
    }

    /** Which Actions have it, for a person; empty where all do. */
    String owners(String name) {
        return ofAll.contains(name)
                ? ""
                : ofOne.entrySet().stream()
                        .filter(action -> action.getValue().contains(name))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
