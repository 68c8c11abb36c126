package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GuardsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void doWhatTheLanguageDoesWhereTheyDoNotRefuse() throws JsonProcessingException {
        var operations = Guest.resource("guarded-operations.js");
        String ofTheLanguage;
        try (var engine = PolyglotSandbox.engine();
                var context = GuestContext.bare(engine)) {
            ofTheLanguage =
                    context.eval("js", "JSON.stringify([" + operations + "])").asString();
        }
        String guarded;
        try (var sandbox = Guest.sandbox()) {
            guarded = Guest.returned(sandbox.run(Guest.handler("api.emit(" + operations + ");")));
        }
        assertTrue(lines(ofTheLanguage).size() > 10_000, ofTheLanguage);
        assertIterableEquals(lines(ofTheLanguage), lines(guarded));
    }

    private static List<String> lines(String json) throws JsonProcessingException {
        return List.of(JSON.readValue(json, String[][].class)[0]);
    }
}
