package dev.postern.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.ActionsRuntime;
import dev.postern.FlowResult;
import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionError;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.ModuleFiles;
import dev.postern.tenant.Tenant;
import dev.postern.tenant.TenantLimits;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Loads the modules of Actions without calling their handlers. A handler of ours stands in for theirs: text at the end
 * of the module, so that their lines keep their numbers. What it sees it writes to the console.
 */
final class ModuleProbe implements AutoCloseable {

    private static final String MARK = "postern:check ";
    private static final int SOURCE_BYTES = Limits.defaults().sourceBytes();
    private static final int MOST_OF_OURS = 64 << 10;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String EXPORTS = resource("exports.js");
    private static final String NAMES = resource("names.js");

    private final List<String> lines = new ArrayList<>();
    private final ActionsRuntime runtime = ActionsRuntime.builder()
            .withLimits(limits())
            .withTenantLimits(
                    tenant -> TenantLimits.none()) // any number of modules that reach a limit is what we look for
            .withConsole((transaction, action, line) -> lines.add(line.message()))
            .build();

    /**
     * What a module is.
     *
     * @param handlers the names that it exports, and whether each is an async function
     * @param isFunction whether it exports one function instead of an object
     * @param isSeen whether it was run to its end; if not, nothing is known of its exports
     * @param error why it could not be loaded, or null
     */
    record Module(
            Map<String, Boolean> handlers,
            boolean isFunction,
            boolean isSeen,
            @Nullable ActionError error) {}

    private static Limits limits() {
        var all = Limits.defaults();
        return new Limits(
                Duration.ofSeconds(4),
                Duration.ofSeconds(2),
                all.allocatedBytes() / 2,
                all.statements(),
                all.consoleBytes(),
                SOURCE_BYTES + MOST_OF_OURS,
                all.outputChars());
    }

    /** Loads the Action's module, and looks for the handlers of all triggers. */
    Module load(FolderAction action) {
        var names = new ArrayList<String>();
        for (var trigger : Trigger.values()) {
            names.add(trigger.executeHandler());
            trigger.continueHandler().ifPresent(names::add);
        }
        var trigger = otherTrigger(action);
        var code = action.code() + "\n;" + call(EXPORTS, trigger, "module", json(names));
        var result = run(trigger, action.name(), code, action.version().modules());
        var seen = seen();
        if (seen.isEmpty()) {
            return new Module(Map.of(), false, false, error(result));
        }
        var handlers = new TreeMap<String, Boolean>();
        names.stream()
                .filter(seen.get().path("handlers")::has)
                .forEach(name ->
                        handlers.put(name, seen.get().at("/handlers/" + name).asBoolean()));
        return new Module(handlers, seen.get().path("isFunction").asBoolean(), true, null);
    }

    /** A trigger that the Action is not for: so none of its handlers is called, even if it returns before our text. */
    private static Trigger otherTrigger(FolderAction action) {
        var other = Trigger.PASSWORD_RESET_POST_CHALLENGE;
        return action.code().contains(other.executeHandler()) ? Trigger.POST_LOGIN : other;
    }

    /** Which of these globals and modules the Action would not find, and why a module is not there, as an error says it. */
    Map<String, String> missing(FolderAction action, Collection<String> globals, Collection<String> modules) {
        var trigger = Trigger.POST_LOGIN;
        var code = call(NAMES, trigger, "exports, require", json(globals), json(modules));
        run(trigger, "postern:names", code, action.version().modules());
        var missing = new TreeMap<String, String>();
        seen().orElse(MAPPER.createObjectNode()) // what a package does in loading may have ended it all
                .properties()
                .forEach(name -> missing.put(name.getKey(), name.getValue().asText()));
        return missing;
    }

    /** A call of one of our functions: with what it is to look at, and with names. */
    private static String call(String function, Trigger trigger, String target, String... names) {
        return "(" + function + ")(" + target + ", '" + trigger.executeHandler() + "', '" + MARK + "', "
                + String.join(", ", names) + ");\n";
    }

    private FlowResult run(Trigger trigger, String name, String code, ModuleFiles modules) {
        lines.clear();
        var version = ActionVersion.of(name, code).withModules(modules);
        var flow = new Flow(Tenant.of("check"), trigger, List.of(version));
        return runtime.start(flow, Event.parse(trigger.sampleEvent().toString()));
    }

    private Optional<JsonNode> seen() {
        for (var line : lines.reversed()) {
            if (line.startsWith(MARK)) {
                try {
                    return Optional.of(MAPPER.readTree(line.substring(MARK.length())));
                } catch (JsonProcessingException e) {
                    return Optional.empty(); // the Action has changed what we use: then nothing is known of it
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable ActionError error(FlowResult result) {
        // Where the module was loaded, and ended before our text, our handler is not there.
        return result instanceof FlowResult.Failed failed && failed.error().code() != ErrorCode.HANDLER_INVALID
                ? failed.error()
                : null;
    }

    private static String resource(String name) {
        try (var in = ModuleProbe.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Collection<String> names) {
        return MAPPER.valueToTree(names).toString();
    }

    @Override
    public void close() {
        runtime.close();
    }
}
