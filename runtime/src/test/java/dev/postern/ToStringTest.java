package dev.postern;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.postern.action.ActionVersion;
import dev.postern.action.Secrets;
import dev.postern.event.Event;
import dev.postern.event.Request;
import dev.postern.sandbox.ModuleFiles;
import dev.postern.snapshot.ResumeToken;
import dev.postern.tenant.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands in a log or a debugger by accident: the text of a record that was filled with data of a login. */
final class ToStringTest {

    private static final String DATA = "hunter22";

    /** Components that are names or settings, or the Action's text after redaction; nothing that is about a user. */
    private static final Set<String> NAMES = Set.of(
            "action",
            "connection",
            "handler",
            "error",
            "host",
            "level",
            "message",
            "method",
            "name",
            "promptId",
            "settings",
            "stack",
            "timestamp",
            "transactionId",
            "trigger",
            "warnings");

    @Test
    void showsNoDataOfALogin() throws ReflectiveOperationException {
        var showing = new TreeSet<String>();
        var count = 0;
        for (var found : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.postern")) {
            if (found.isRecord() && isHandedOut(found)) {
                count++;
                var type = Class.forName(found.getName());
                if (made(type, DATA).toString().contains(DATA)) {
                    showing.add(found.getName().substring(found.getName().lastIndexOf('.') + 1));
                }
            }
        }
        assertTrue(count > 30, count + " records");
        assertEquals(Set.of(), showing);
    }

    /**
     * Not handed out: commands, which are gone when the answer of their Action has been read. What the directory gives is
     * the host's own, what {@code ApiMethod} tells is the contract, and other modules are theirs to test.
     */
    private static boolean isHandedOut(JavaClass found) {
        return found.getModifiers().contains(JavaModifier.PUBLIC)
                && found.getEnclosingClass()
                        .map(outer -> outer.getModifiers().contains(JavaModifier.PUBLIC))
                        .orElse(true)
                && !found.getName().matches("dev\\.postern\\.api\\.(ApiCommand|ApiMethod|EffectsMerge).*")
                && !found.getPackageName().matches("dev\\.postern\\.(sandbox|http|node|directory).*");
    }

    private static Object made(Type type, String text) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            var argument = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            return switch (generic.getRawType().getTypeName()) {
                case "java.util.List" -> List.of(made(argument, text));
                case "java.util.Set" -> Set.of(made(argument, text));
                case "java.util.Map" -> Map.of(text, made(argument, text));
                case "java.util.Optional" -> Optional.of(made(argument, text));
                default -> throw new IllegalStateException(type.getTypeName());
            };
        }
        return type instanceof Class<?> plain ? made(plain, text) : text;
    }

    private static Object made(Class<?> type, String text) throws ReflectiveOperationException {
        var simple = simple(type, text);
        if (simple != null) {
            return simple;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return made(type.getPermittedSubclasses()[0], text);
        }
        if (!type.isRecord()) {
            throw new IllegalStateException("this test has no value of " + type);
        }
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        var types = new Class<?>[components.length];
        for (var i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = made(components[i].getGenericType(), NAMES.contains(components[i].getName()) ? "name" : text);
        }
        var constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static @Nullable Object simple(Class<?> type, String text) {
        var json = JsonNodeFactory.instance.objectNode().put(text, text);
        return switch (type.getSimpleName()) {
            case "String", "Object" -> text;
            case "JsonNode" -> TextNode.valueOf(text);
            case "ObjectNode" -> json;
            case "ArrayNode" -> JsonNodeFactory.instance.arrayNode().add(text);
            case "boolean", "Boolean" -> true;
            case "int", "Integer" -> 1;
            case "long", "Long" -> 1L;
            case "double", "Double" -> 1.0;
            case "byte[]" -> DATA.getBytes(UTF_8);
            case "Instant" -> Instant.EPOCH;
            case "Duration" -> Duration.ofSeconds(1);
            case "URI" -> URI.create("https://app.example/?code=" + DATA);
            case "Event" -> Event.of(JsonNodeFactory.instance.objectNode().set("user", json));
            case "Request" -> Request.of(json);
            case "Secrets" -> Secrets.of(Map.of("KEY", DATA));
            case "ResumeToken" -> ResumeToken.random(TenantId.of("acme"));
            case "ActionVersion" -> ActionVersion.of("a.js", DATA);
            case "ModuleFiles" -> ModuleFiles.of(Map.of("a.js", DATA));
            case "TenantId" -> TenantId.of("acme");
            default -> null;
        };
    }
}
