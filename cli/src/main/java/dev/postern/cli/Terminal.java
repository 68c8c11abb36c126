package dev.postern.cli;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command reads and prints. Documents and results go to {@code out}; questions, logs and errors to {@code err}.
 *
 * @param in what the user types, or a pipe
 * @param out for results
 * @param err for everything else
 * @param environment variables
 * @param isInteractive whether somebody is there to answer
 */
record Terminal(
        BufferedReader in, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean isInteractive) {

    static Terminal of(
            InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean isInteractive) {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Terminal(reader, out, err, Map.copyOf(environment), isInteractive);
    }

    /** Where paused flows are kept unless {@code --state} says otherwise: the XDG convention. */
    Path stateFolder() {
        var state = environment.getOrDefault("XDG_STATE_HOME", "");
        // The convention: a relative path is to be ignored.
        return state.isEmpty() || !Path.of(state).isAbsolute()
                ? Path.of(environment.getOrDefault("HOME", "."), ".local", "state", "postern")
                : Path.of(state, "postern");
    }
}
