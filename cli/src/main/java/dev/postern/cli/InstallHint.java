package dev.postern.cli;

import dev.postern.Execution;
import dev.postern.FlowResult;
import dev.postern.error.ActionError;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What to type where an Action misses a package.
 *
 * @param folder where it is to be installed
 * @param isExport whether Actions there say themselves what they depend on
 */
record InstallHint(Path folder, boolean isExport) {

    private static final Pattern MISSING = Pattern.compile("Cannot find module '([^./'][^']*)'(?:;.*)?");

    /** A line about the first package that is missing, if an Action has failed for want of one. */
    Optional<String> about(FlowResult result) {
        var errors = result instanceof FlowResult.Failed failed
                ? Stream.of(failed.error())
                : result.executions().stream().map(Execution::error).filter(Objects::nonNull);
        return errors.flatMap(error -> about(error).stream()).findFirst();
    }

    private Optional<String> about(ActionError error) {
        var missing = MISSING.matcher(error.message());
        if (!missing.matches()) {
            return Optional.empty();
        }
        if (missing.group(1).contains(":")) {
            return Optional.empty(); // neither a shared module nor one of Node's is a package of npm
        }
        var place = isExport ? "of '" + error.action() + "'" : "in " + folder.resolve("package.json");
        return Optional.of("postern: to install '" + missing.group(1) + "', have it among the dependencies " + place
                + " and run: postern install " + ResumeLine.quoted(folder.toString()));
    }
}
