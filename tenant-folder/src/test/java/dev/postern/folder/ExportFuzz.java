package dev.postern.folder;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.postern.action.Secrets;
import dev.postern.tenant.Tenant;
import dev.postern.tenant.TenantId;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text an export's files hold, it is read, or refused with a message. */
final class ExportFuzz {

    private static final Path SAMPLES = Path.of("src/test/resources");

    @TempDir
    private static Path temporary = Path.of(".");

    static Stream<String> seeds() throws IOException {
        var samples = Stream.of(
                "acme-yaml/tenant.yaml",
                "acme/actions/Step-up-admins.json",
                "acme/actions/SMS gateway.json",
                "acme/triggers/triggers.json",
                "acme/config.json");
        var texts = Stream.<String>builder();
        for (var sample : samples.toList()) {
            texts.add(Files.readString(SAMPLES.resolve(sample)));
        }
        return texts.add("actions: &a [{name: b, code: a, secrets: *a}]\nactionModules: [<<: {name: b}]")
                .build();
    }

    @MethodSource("seeds")
    @Timeout(10)
    @FuzzTest
    void isReadOrRefused(@NotNull String text) throws IOException {
        use(new Export(temporary.resolve("yaml")).with("tenant.yaml", text).with("a", Export.NOTHING));
        use(new Export(temporary.resolve("directory"))
                .with("actions/a/code.js", Export.NOTHING)
                .with("actions/a.json", text)
                .with(FolderModule.FOLDER + "/b.json", text)
                .with("config.json", text)
                .with("triggers/triggers.json", text));
        use(new Export(temporary.resolve("bound"))
                .withAction("a", Export.NOTHING, "")
                .with("triggers/triggers.json", text));
    }

    private static void use(Export export) {
        try {
            var folder = export.read();
            folder.requirements();
            CompatibilityReport.of(folder, TenantId.of("acme"), (tenant, action) -> Secrets.none());
            for (var trigger : Trigger.values()) {
                folder.declared(trigger);
                folder.flow(Tenant.of("acme"), trigger);
            }
            ActionBundle.of(folder);
        } catch (FolderException e) {
            // refused
        }
    }
}
