package dev.postern.directory;

import dev.postern.tenant.TenantId;
import java.util.List;

/**
 * Answers {@code api.roles}: direct roles and those of groups. Thread-safe; it is asked on the thread of the login,
 * within its time. An exception fails the login.
 */
public interface RoleDirectory {

    /** The roles of a user. */
    Page<Role> roles(TenantId tenant, String userId, Page.Request page);

    /** Those of the user's roles that have one of these ids. */
    List<Role> rolesByIds(TenantId tenant, String userId, List<String> ids);

    /** Those of the user's roles that have one of these names. */
    List<Role> rolesByNames(TenantId tenant, String userId, List<String> names);
}
