package dev.postern.folder;

import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Actions with their packages and bindings, as one file that can be deployed. The same Actions give the same bytes. It has
 * the names of secrets and no value; but a marker in code was replaced, and its value is code. Immutable.
 *
 * <p>Its hashes find what was changed by accident, or by one who cannot change the hashes as well: keep {@link #sha256}
 * elsewhere, and compare it, where that matters.
 */
public final class ActionBundle {

    /** How the name of a bundle ends. */
    public static final String ENDING = ".bundle";

    private static final int MOST_BYTES = 128 << 20;

    private final List<ActionVersion> versions;
    private final Map<Trigger, List<Integer>> flows;
    private final Map<String, DeclaredSecrets> secrets;

    /**
     * @param versions all Actions
     * @param flows which of them are bound to each trigger, in order
     * @param secrets what Actions declare, and modules as {@code actions:name}
     */
    ActionBundle(
            List<ActionVersion> versions, Map<Trigger, List<Integer>> flows, Map<String, DeclaredSecrets> secrets) {
        this.versions = List.copyOf(versions);
        this.flows = Collections.unmodifiableMap(new TreeMap<>(flows));
        this.secrets = Collections.unmodifiableMap(new TreeMap<>(secrets));
    }

    /**
     * All that is bound in an export; an Action in no flow is left out.
     *
     * @throws FolderException if something that is bound is not there, or requires too much
     */
    public static ActionBundle of(TenantFolder export) {
        var versions = new LinkedHashMap<String, ActionVersion>();
        var flows = new TreeMap<Trigger, List<Integer>>();
        var secrets = new TreeMap<String, DeclaredSecrets>();
        for (var trigger : Trigger.values()) {
            var bound = new ArrayList<Integer>();
            for (var action : export.actions(trigger)) {
                versions.computeIfAbsent(action.name(), name -> action.version());
                bound.add(List.copyOf(versions.keySet()).indexOf(action.name()));
            }
            if (!bound.isEmpty()) {
                flows.put(trigger, bound);
                export.declared(trigger).forEach((name, declared) -> secrets.put(name, declared.withoutValues()));
            }
        }
        return new ActionBundle(List.copyOf(versions.values()), flows, secrets);
    }

    /** One flow, of whose secrets nothing is known. */
    public static ActionBundle of(Flow flow) {
        var versions = flow.actions().stream().distinct().toList();
        return new ActionBundle(
                versions,
                Map.of(
                        flow.trigger(),
                        flow.actions().stream().map(versions::indexOf).toList()),
                Map.of());
    }

    /**
     * Reads a bundle, and refuses one that is not as it was made.
     *
     * @throws FolderException if it is none, has more than 128 MiB, or was changed
     */
    public static ActionBundle read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new FolderException(file + " has more than " + MOST_BYTES + " bytes, which no bundle has");
            }
            var bytes = Files.readAllBytes(file);
            var bundle = BundleFormat.read(file.toString(), bytes);
            // All that is in the file must come from what was understood of it: nothing else is hidden there.
            if (!Arrays.equals(bytes, BundleFormat.write(bundle))) {
                throw new FolderException(file + " was changed after it was made; make it anew");
            }
            return bundle;
        } catch (IOException e) {
            throw new FolderException("cannot read the bundle " + file);
        }
    }

    /** Writes the bundle to a file, in place of one that is there. */
    public void write(Path file) {
        try {
            Files.write(file, BundleFormat.write(this));
        } catch (IOException e) {
            throw new FolderException("cannot write the bundle " + file);
        }
    }

    /** What the bundle is known by, in hexadecimal. */
    public String sha256() {
        return BundleFormat.sha256(this);
    }

    /** Triggers that something is bound to. */
    public Set<Trigger> triggers() {
        return flows.keySet();
    }

    /** All Actions. */
    public List<ActionVersion> versions() {
        return versions;
    }

    /** The flow of the trigger, as the runtime takes it; empty if nothing is bound. */
    public Flow flow(Tenant tenant, Trigger trigger) {
        return new Flow(
                tenant, trigger, positions(trigger).stream().map(versions::get).toList());
    }

    List<Integer> positions(Trigger trigger) {
        return flows.getOrDefault(trigger, List.of());
    }

    Map<String, DeclaredSecrets> secrets() {
        return secrets;
    }

    /** What an Action declares, or a module by its name with {@code actions:} before it; values are never there. */
    public Optional<DeclaredSecrets> declared(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /** What the Actions of the trigger declare, and the modules that they require, by name. */
    public Map<String, DeclaredSecrets> declared(Trigger trigger) {
        var found = new LinkedHashMap<String, DeclaredSecrets>();
        for (var position : positions(trigger)) {
            var version = versions.get(position);
            declared(version.name()).ifPresent(declared -> found.put(version.name(), declared));
            secrets.forEach((name, declared) -> {
                if (version.modules().texts().containsKey("node_modules/" + name + "/index.js")) {
                    found.put(name, declared);
                }
            });
        }
        return found;
    }
}
