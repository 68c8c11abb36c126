package dev.postern.directory;

import dev.postern.tenant.TenantId;
import java.util.List;
import java.util.Map;

/**
 * Answers {@code api.groups}. Thread-safe; it is asked on the thread of the login, within its time. An exception fails
 * the login.
 */
public interface GroupDirectory {

    /** The groups of a user. */
    Page<Group> groups(TenantId tenant, String userId, Page.Request page);

    /**
     * Of the ids and names asked for, those of groups that the user is in, each with the groups it stands for. One that
     * is missing from the answer is a group the user is not in.
     */
    Map<String, List<Match>> memberships(TenantId tenant, String userId, List<String> idsOrNames);

    /** A group that was asked for. */
    record Match(String id, String name, String groupType) {}
}
