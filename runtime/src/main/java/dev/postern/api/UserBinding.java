package dev.postern.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The user that the tokens of a custom token exchange are for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UserBinding.ById.class, name = "id"),
    @JsonSubTypes.Type(value = UserBinding.ByConnection.class, name = "connection")
})
public sealed interface UserBinding {

    /** A user that exists. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record ById(String userId) implements UserBinding {
        public ById {
            requireNonNull(userId, "userId");
        }

        /** Names no user. */
        @Override
        public String toString() {
            return "ById";
        }
    }

    /**
     * A user of a connection, by the {@code user_id} among the attributes. Of a user that exists, email, phone number,
     * their verification and user name are never changed.
     *
     * @param connection name of the connection
     * @param attributes of the profile
     * @param create whether to create a user that does not exist; if not, the exchange fails
     * @param replace whether to replace the attributes of a user that exists
     */
    record ByConnection(String connection, ObjectNode attributes, boolean create, boolean replace)
            implements UserBinding {
        public ByConnection {
            requireNonNull(connection, "connection");
            requireNonNull(attributes, "attributes");
        }

        /** Names the connection only: attributes are personal data. */
        @Override
        public String toString() {
            return "ByConnection[" + connection + "]";
        }
    }
}
