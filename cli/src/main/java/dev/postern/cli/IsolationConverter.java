package dev.postern.cli;

import dev.postern.sandbox.Isolation;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The levels of isolation as the command line names them. */
final class IsolationConverter implements ITypeConverter<Isolation> {

    private static final List<String> NAMES =
            Arrays.stream(Isolation.values()).map(IsolationConverter::name).toList();

    /** Names the level as on the command line: {@code in-process}, {@code process}. */
    static String name(Isolation isolation) {
        return isolation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Isolation convert(String name) {
        return Arrays.stream(Isolation.values())
                .filter(isolation -> name(isolation).equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "expected one of " + String.join(", ", NAMES) + " but was '" + name + "'"));
    }

    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NAMES.iterator();
        }
    }
}
