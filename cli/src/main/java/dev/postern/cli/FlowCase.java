package dev.postern.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.ActionsRuntime;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.tenant.TenantLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder of Actions as a case: its {@code event.json}, the answers to its pauses in {@code answers.json}, its secrets
 * in {@code secrets.json}, and what is to come out of it in {@code expected.json}. It runs without a state folder, and
 * at the same time of day whenever it does.
 */
record FlowCase(Path folder) {

    /** When it runs. */
    static final String NOW = "2026-01-01T12:00:00Z";

    private static final String EVENT = "event.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The folder as a case, or the cases that it holds. */
    static List<FlowCase> in(Path folder) {
        if (Files.exists(folder.resolve(EVENT))) {
            return List.of(new FlowCase(folder));
        }
        try (var inner = Files.list(folder)) {
            var cases = inner.filter(each -> Files.exists(each.resolve(EVENT)))
                    .sorted()
                    .map(FlowCase::new)
                    .toList();
            if (cases.isEmpty()) {
                throw new UsageException(folder + " has no event.json, nor has a folder in it");
            }
            return cases;
        } catch (IOException e) {
            throw new UsageException("there is no folder " + folder);
        }
    }

    /** What is to come out, if that was written down. */
    Optional<JsonNode> expected() {
        return optional("expected.json").map(FlowSource::json);
    }

    /** Writes down what is to come out. */
    void expect(JsonNode document) {
        GeneratedFile.write(folder.resolve("expected.json"), document.toPrettyString() + "\n");
    }

    /**
     * Runs the flow to its end, or to the first pause without an answer; gives what is the same each time.
     *
     * @param triggerId null for the folder's own
     */
    JsonNode run(@Nullable String triggerId, Terminal terminal) {
        var source = new FlowSource(List.of(folder), Map.of());
        var flow = source.flow(triggerId);
        var event = FlowSource.text(folder.resolve(EVENT));
        var printed = new StringWriter();
        var inner = new Terminal(terminal.in(), new PrintWriter(printed), terminal.err(), Map.of(), false);
        var none = new ResumeLine("");
        var loop = new PauseLoop(
                inner,
                new ResultPrinter.Json(inner),
                none,
                answers(),
                Optional.empty(),
                Optional.of(source.installHint()));
        try (var runtime = runtime(terminal)) {
            var parsed = Event.parse(event);
            loop.run(runtime, flow.trigger(), runtime.start(flow, parsed), 0);
            return stable((ObjectNode) MAPPER.readTree(printed.toString()), parsed);
        } catch (ActionsException e) {
            var place = e.code() == ErrorCode.EVENT_INVALID ? folder.resolve(EVENT) : folder;
            throw new UsageException(place + ": " + e.getMessage());
        } catch (UsageException e) {
            throw new UsageException(folder + ": " + e.getMessage());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ActionsRuntime runtime(Terminal terminal) {
        var builder = ActionsRuntime.builder()
                .withFixedTime(Instant.parse(NOW))
                .withCommandLines()
                .withTenantLimits(tenant -> TenantLimits.none())
                .withConsole(new LogPrinter(terminal))
                .withEventWarnings(
                        new WarningPrinter(terminal, folder.resolve(EVENT).toString()));
        optional("secrets.json")
                .map(SecretsMixin::of)
                .ifPresent(secrets -> builder.withSecrets(secrets.source(Map.of())));
        return builder.build();
    }

    private ArrayDeque<Answer> answers() {
        return optional("answers.json").map(FlowCase::answers).orElseGet(ArrayDeque::new);
    }

    private static ArrayDeque<Answer> answers(Path file) {
        var json = FlowSource.json(file);
        if (!json.isArray()) {
            throw new UsageException(file + " is not an array of answers such as \"challenge:otp\"");
        }
        try {
            var answers = new ArrayDeque<Answer>();
            json.forEach(answer -> answers.add(Answer.parse(answer.asText())));
            return answers;
        } catch (UsageException e) {
            throw new UsageException(file + ": " + e.getMessage());
        }
    }

    private Optional<Path> optional(String name) {
        return Optional.of(folder.resolve(name)).filter(Files::exists);
    }

    private static JsonNode stable(ObjectNode document, Event event) {
        document.remove(List.of("resume_token", "expires_at"));
        if (event.transactionId().isEmpty()) {
            document.remove("transaction_id"); // made up
        }
        document.path("executions").forEach(execution -> ((ObjectNode) execution).remove("duration_ms"));
        return document;
    }
}
