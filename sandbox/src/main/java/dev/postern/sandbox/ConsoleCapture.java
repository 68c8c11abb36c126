package dev.postern.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps what the guest writes, up to a limit. Thread-safe: a guest that was given up may still write. */
final class ConsoleCapture {

    private static final String CUT = "[output cut at the console limit]";

    private final List<ConsoleLine> lines = new ArrayList<>();
    private final Consumer<ConsoleLine> listener;
    private int left;
    private boolean full;

    /** @param listener hears each line that is kept, at once */
    ConsoleCapture(int limit, Consumer<ConsoleLine> listener) {
        this.left = limit;
        this.listener = listener;
    }

    synchronized void add(String level, String message) {
        if (full) {
            return;
        }
        var kept = message.length() <= left ? message : message.substring(0, left) + "…";
        left -= kept.length();
        if (!kept.isEmpty() || message.isEmpty()) {
            keep(new ConsoleLine(level, kept));
            left--;
        }
        if (kept.length() < message.length() || left <= 0) {
            full = true;
            keep(new ConsoleLine("warn", CUT));
        }
    }

    private void keep(ConsoleLine line) {
        lines.add(line);
        listener.accept(line);
    }

    synchronized List<ConsoleLine> lines() {
        return List.copyOf(lines);
    }
}
