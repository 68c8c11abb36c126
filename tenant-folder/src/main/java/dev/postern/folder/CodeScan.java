package dev.postern.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What an Action names, found by searching its text: names with the line of their first use. It may miss some. */
final class CodeScan {

    /** What Node has and a script may name without asking for it. */
    private static final String GLOBALS =
            "AbortController|AbortSignal|Atomics|Blob|Buffer|BroadcastChannel|CompressionStream"
                    + "|Event|EventTarget|File|FormData|Headers|MessageChannel|ReadableStream|Request|Response|SharedArrayBuffer"
                    + "|TextDecoder|TextEncoder|TransformStream|URL|URLSearchParams|WebAssembly|WebSocket|WritableStream"
                    + "|__dirname|__filename|atob|btoa|crypto|fetch|navigator|performance|process|structuredClone";

    private static final String NOT_A_MEMBER = "(?<![.\\w$])";
    private static final Pattern REQUIRE = Pattern.compile(NOT_A_MEMBER + "require\\s*\\(");
    private static final Pattern LITERAL = Pattern.compile("\\s*(['\"`])([^'\"`\\n]+)\\1");
    private static final Pattern GLOBAL =
            Pattern.compile(NOT_A_MEMBER + "(?:globalThis\\.|global\\.)?(" + GLOBALS + ")\\b(?!\\s*:)");
    private static final Pattern CALL = Pattern.compile(NOT_A_MEMBER + "api((?:\\.\\w+)+)\\s*\\(");
    private static final Pattern SECRET = Pattern.compile(NOT_A_MEMBER + "event\\.secrets\\??\\.([\\w$]+)");
    private static final Pattern TIMER = Pattern.compile(NOT_A_MEMBER + "(setTimeout|setInterval|setImmediate)\\s*\\(");
    private static final Pattern STATE = Pattern.compile(
            NOT_A_MEMBER + "(?:(?:let|var)\\s+([\\w$]+)|const\\s+([\\w$]+)\\s*=\\s*new\\s+(?:Weak)?(?:Map|Set)\\b)");

    private final String code;
    private final String masked;

    CodeScan(String code) {
        this.code = code;
        this.masked = CodeText.masked(code);
    }

    /** What is required by a literal name. */
    Map<String, Integer> modules() {
        var found = new LinkedHashMap<String, Integer>();
        REQUIRE.matcher(masked).results().forEach(call -> {
            var literal = LITERAL.matcher(code).region(call.end(), code.length());
            if (literal.lookingAt()) {
                found.computeIfAbsent(literal.group(2), key -> line(call));
            }
        });
        return found;
    }

    /** Web APIs and names of Node, unless the text declares them itself or asks whether they are there. */
    Map<String, Integer> globals() {
        var found = names(GLOBAL);
        found.keySet().removeIf(name -> isDeclared(name) || isAskedFor(name));
        return found;
    }

    private boolean isDeclared(String name) {
        return Pattern.compile(
                        "\\b(?:const|let|var|function|class)\\s+(?:\\{[^}]{0,1000}\\b)?" + Pattern.quote(name) + "\\b")
                .matcher(masked)
                .find();
    }

    private boolean isAskedFor(String name) {
        return Pattern.compile("typeof\\s+(?:globalThis\\.)?" + Pattern.quote(name) + "\\b")
                .matcher(masked)
                .find();
    }

    /** Calls of {@code api.…}, as the contract writes them. Those by {@code ?.} ask whether the method is there. */
    Map<String, Integer> apiCalls() {
        var found = new LinkedHashMap<String, Integer>();
        CALL.matcher(masked).results().forEach(call -> {
            var path = call.group(1).substring(1).replaceFirst("\\.(call|apply|bind)$", "");
            found.computeIfAbsent(path, key -> line(call));
        });
        return found;
    }

    Map<String, Integer> secrets() {
        return names(SECRET);
    }

    Map<String, Integer> timers() {
        return names(TIMER);
    }

    /** Variables outside of all functions that can change from one execution to the next. */
    Map<String, Integer> moduleState() {
        var found = new LinkedHashMap<String, Integer>();
        var depth = 0;
        var from = 0;
        for (var state : STATE.matcher(masked).results().toList()) {
            for (; from < state.start(); from++) {
                depth += switch (masked.charAt(from)) {
                    case '{', '(' -> 1;
                    case '}', ')' -> -1;
                    default -> 0;
                };
            }
            if (depth == 0) {
                found.computeIfAbsent(state.group(1) == null ? state.group(2) : state.group(1), key -> line(state));
            }
        }
        return found;
    }

    /** Markers that are still in the code. */
    List<String> markers() {
        var markers = new ArrayList<String>();
        Keywords.unresolvedIn(code).results().map(MatchResult::group).distinct().forEach(markers::add);
        return markers;
    }

    private Map<String, Integer> names(Pattern pattern) {
        var found = new LinkedHashMap<String, Integer>();
        pattern.matcher(masked).results().forEach(name -> found.computeIfAbsent(name.group(1), key -> line(name)));
        return found;
    }

    private int line(MatchResult found) {
        return 1
                + (int) code.substring(0, found.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
