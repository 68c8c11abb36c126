package dev.postern.directory;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * A group that a user is in, as {@code api.groups.getUserGroups} shows it. Times are in ISO 8601.
 *
 * @param externalId the id in the directory it comes from, if it does
 * @param connectionId the connection it comes from, if it does
 * @param assignment how the user came into it, such as {@code direct}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Group(
        String id,
        String name,
        @Nullable String externalId,
        @Nullable String connectionId,
        String tenantName,
        String createdAt,
        String updatedAt,
        String membershipCreatedAt,
        String assignment) {

    public Group {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
    }
}
