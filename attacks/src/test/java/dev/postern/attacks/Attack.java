package dev.postern.attacks;

import static java.util.Objects.requireNonNull;

import dev.postern.sandbox.Isolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One hostile Action and the end it must come to. A script that seeks a way out throws an error when it finds one, so it
 * is expected to end as {@code completed}.
 *
 * @param name of the file
 * @param group of the catalogue, from 1 to {@value #GROUPS}
 * @param title what it tries, in a line
 * @param expected the end at each level: {@code completed}, {@code denied}, {@code paused} or the id of an error code
 * @param scenario how it is played
 * @param first whether it only means something before the engine has loaded much
 * @param quarantined whether nothing in this process can stop it, so that it holds a thread for long
 * @param withServer whether the tenant may send requests to the hostile server
 * @param hole why it does not end as expected yet; empty if it does
 * @param code the whole file
 */
record Attack(
        String name,
        int group,
        String title,
        Map<Isolation, String> expected,
        Scenario scenario,
        boolean first,
        boolean quarantined,
        boolean withServer,
        String hole,
        String code) {

    static final Path ROOT = Path.of("src/test/attacks");
    static final int GROUPS = 72;

    private static final Pattern NAME = Pattern.compile("([a-f])(\\d\\d)-[a-z0-9-]+\\.js");
    private static final Pattern HEADER = Pattern.compile("// ([a-z -]+): (.+)");
    private static final Pattern TITLE = Pattern.compile("(\\d+) (.+)");
    private static final Set<String> HEADERS =
            Set.of("attack", "expect", "expect process", "scenario", "first", "in-process", "network", "hole");

    /** The last group of each section of the catalogue. */
    private static final Map<String, Integer> SECTION_ENDS =
            Map.of("a", 19, "b", 30, "c", 46, "d", 54, "e", 64, "f", GROUPS);

    Attack {
        expected = Map.copyOf(expected);
        requireNonNull(scenario, "scenario");
    }

    String expected(Isolation level) {
        return requireNonNull(expected.get(level));
    }

    /** The files that {@code -Dattacks} selects, by name. */
    static List<Attack> selected() {
        var glob = FileSystems.getDefault().getPathMatcher("glob:" + System.getProperty("attacks", "*"));
        return files().stream()
                .filter(file -> glob.matches(file.getFileName()) || glob.matches(Path.of(stem(file))))
                .map(Attack::read)
                .toList();
    }

    static List<Path> files() {
        try (var files = Files.list(ROOT)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException if the file is not as this class describes it */
    static Attack read(Path file) {
        var name = file.getFileName().toString();
        try {
            return of(name, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static Attack of(String name, String code) {
        var headers = headers(code);
        var title = TITLE.matcher(headers.getOrDefault("attack", ""));
        check(title.matches(), "the first line is '// attack: GROUP TITLE'");
        var group = Integer.parseInt(title.group(1));
        checkName(name, group);
        var end = headers.get("expect");
        check(end != null, "a line '// expect: END' is missing");
        var scenario = headers.containsKey("scenario") ? Scenario.of(headers.get("scenario")) : Scenario.LONE_SCRIPT;
        return new Attack(
                name,
                group,
                title.group(2),
                Map.of(
                        Isolation.IN_PROCESS,
                        requireNonNull(end),
                        Isolation.PROCESS,
                        headers.getOrDefault("expect process", end)),
                scenario,
                flag(headers, "first", "true"),
                flag(headers, "in-process", "quarantined"),
                flag(headers, "network", "server"),
                headers.getOrDefault("hole", ""),
                code);
    }

    private static Map<String, String> headers(String code) {
        var headers = new HashMap<String, String>();
        for (var line : code.lines().takeWhile(line -> line.startsWith("// ")).toList()) {
            var header = HEADER.matcher(line);
            if (header.matches() && HEADERS.contains(header.group(1))) {
                check(headers.put(header.group(1), header.group(2)) == null, "a header stands twice: " + line);
            }
        }
        return headers;
    }

    private static boolean flag(Map<String, String> headers, String header, String value) {
        var given = headers.get(header);
        check(given == null || given.equals(value), header + " can only be " + value);
        return given != null;
    }

    private static void checkName(String name, int group) {
        var form = NAME.matcher(name);
        check(form.matches(), "the name is a letter, the group's two digits, and words with dashes between them");
        check(Integer.parseInt(form.group(2)) == group, "the name and the header give different groups");
        var section = SECTION_ENDS.entrySet().stream()
                .filter(end -> end.getValue() >= group)
                .min(Map.Entry.comparingByValue())
                .orElseThrow(() -> new IllegalArgumentException("there is no group " + group))
                .getKey();
        check(form.group(1).equals(section), "group " + group + " is of section " + section);
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replace(".js", "");
    }

    @Override
    public String toString() {
        return name;
    }
}
