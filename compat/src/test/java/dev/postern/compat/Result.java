package dev.postern.compat;

/** What came of a case. */
sealed interface Result {

    record Json(String text) implements Result {}

    /** With the stack of the error. */
    record Thrown(String text) implements Result {
        String firstLine() {
            return text.strip().lines().findFirst().orElse("");
        }
    }
}
