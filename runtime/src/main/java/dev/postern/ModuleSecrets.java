package dev.postern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.sandbox.HostFunction;
import dev.postern.sandbox.HostFunctions;
import dev.postern.sandbox.HostMessage;
import dev.postern.tenant.TenantId;
import java.util.Optional;

/** Gives the modules that an Action requires their secrets, in one execution, and knows afterwards which it gave. */
final class ModuleSecrets {

    private static final String FUNCTION = "moduleSecrets";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SecretSource source;
    private final TenantId tenant;
    private volatile Secrets given;

    /** @param own the Action's own secrets */
    ModuleSecrets(SecretSource source, TenantId tenant, Secrets own) {
        this.source = source;
        this.tenant = tenant;
        this.given = own;
    }

    /** Those functions, and the one that modules get their secrets from. */
    HostFunctions and(HostFunctions others) {
        return name -> name.equals(FUNCTION) ? Optional.of((HostFunction.Direct) this::give) : others.find(name);
    }

    /** What must not be shown: the Action's own secrets and all that were given. */
    Secrets given() {
        return given;
    }

    private HostMessage give(HostMessage module) {
        try {
            var name = MAPPER.readTree(module.json()).asText();
            var secrets = source.moduleSecrets(tenant, name);
            given = given.with("actions:" + name + " ", secrets);
            return HostMessage.of(MAPPER.writeValueAsString(secrets.values()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the name of a module is no JSON", e);
        }
    }
}
