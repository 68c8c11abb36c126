package dev.postern.keycloak;

import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.folder.DeclaredSecrets;
import dev.postern.folder.FolderModule;
import dev.postern.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the secrets that an Action declares from Keycloak's vault, where a key is the Action's name, a dot, and the secret's
 * name, with {@code -} for what is no letter or digit nor any of {@code . _ -}; the vault adds the realm. What the vault
 * does not have is as in the realm's folder.
 */
final class VaultSecrets implements SecretSource {

    private final RealmFolders folders;

    VaultSecrets(RealmFolders folders) {
        this.folders = folders;
    }

    @Override
    public Secrets secrets(TenantId tenant, String action) {
        return declared(tenant, action);
    }

    @Override
    public Secrets moduleSecrets(TenantId tenant, String module) {
        return declared(tenant, FolderModule.PREFIX + module);
    }

    private Secrets declared(TenantId tenant, String owner) {
        return folders.get(tenant.value())
                .declared(owner)
                .map(secrets -> Secrets.of(read(owner, secrets)))
                .orElseGet(Secrets::none);
    }

    private static Map<String, String> read(String owner, DeclaredSecrets declared) {
        var found = new HashMap<>(declared.values().values());
        var vault = CurrentLogin.session().vault();
        for (var name : declared.names()) {
            var key = (owner + "." + name).replaceAll("[^A-Za-z0-9._-]", "-");
            try (var secret = vault.getStringSecret("${vault." + key + "}")) {
                secret.get().ifPresent(value -> found.put(name, value));
            }
            if (!found.containsKey(name)) {
                throw new ActionsException(
                        ErrorCode.SECRET_MISSING,
                        "Action '" + owner + "' has no value for the secret " + name + "; put it into the vault as "
                                + key);
            }
        }
        return found;
    }
}
