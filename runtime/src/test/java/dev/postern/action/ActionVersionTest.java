package dev.postern.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ActionVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Rôles & 日 😀", "1-a.js"})
    void takesANameThatIsSeen(String name) {
        assertEquals(name, ActionVersion.of(name, "").name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u202eb", "a\u200bb", "a\ufeff", "a\u2028b", "a\ud83d", "a\udb40\udc01"})
    void refusesANameThatIsNot(String name) {
        assertEquals(
                "an Action's name has 1 to 255 characters, none of them a control or format character",
                assertThrows(IllegalArgumentException.class, () -> ActionVersion.of(name, ""))
                        .getMessage());
    }
}
