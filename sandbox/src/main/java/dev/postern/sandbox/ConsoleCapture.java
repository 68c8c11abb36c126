package dev.postern.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Keeps what the guest writes, up to a limit. */
final class ConsoleCapture {

    private static final String CUT = "[output cut at the console limit]";

    private final List<ConsoleLine> lines = new ArrayList<>();
    private int left;
    private boolean full;

    ConsoleCapture(int limit) {
        this.left = limit;
    }

    void add(String level, String message) {
        if (full) {
            return;
        }
        var kept = message.length() <= left ? message : message.substring(0, left) + "…";
        left -= kept.length();
        if (!kept.isEmpty() || message.isEmpty()) {
            lines.add(new ConsoleLine(level, kept));
            left--;
        }
        if (kept.length() < message.length() || left <= 0) {
            full = true;
            lines.add(new ConsoleLine("warn", CUT));
        }
    }

    List<ConsoleLine> lines() {
        return lines;
    }
}
