package dev.postern.folder;

import static java.util.Objects.requireNonNull;

/**
 * Why an Action would not run, or not as in Auth0.
 *
 * @param verdict how bad it is: {@link Verdict#DIFFERS} or {@link Verdict#MISSING}
 * @param text what it is, for a person
 * @param line in the Action's code, from 1; 0 where it is not about a line
 * @param isScanned whether it was only found by searching the text, which may be wrong
 */
public record Finding(Verdict verdict, String text, int line, boolean isScanned) {

    /** How an Action would do here. */
    public enum Verdict {
        /** Nothing was found that keeps it from running as it does in Auth0. */
        RUNS("runs"),
        /** It runs, but something may come out differently. */
        DIFFERS("differs"),
        /** Something that it needs is not there. */
        MISSING("missing");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        /** The word for scripts and people. */
        public String id() {
            return id;
        }
    }

    public Finding {
        requireNonNull(verdict, "verdict");
        requireNonNull(text, "text");
    }

    static Finding missing(String text) {
        return new Finding(Verdict.MISSING, text, 0, false);
    }

    static Finding differs(String text) {
        return new Finding(Verdict.DIFFERS, text, 0, false);
    }

    Finding scannedAt(int line) {
        return new Finding(verdict, text, line, true);
    }

    Finding at(int line) {
        return new Finding(verdict, text, line, isScanned);
    }
}
