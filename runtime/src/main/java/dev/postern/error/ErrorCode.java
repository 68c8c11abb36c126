package dev.postern.error;

/** Why something failed. The {@link #id} is stable: hosts, scripts and stored records rely on it. */
public enum ErrorCode {
    // An Action's fault, in a Failed result.
    ACTION_THREW("action_threw"),
    UNHANDLED_REJECTION("unhandled_rejection"),
    SYNTAX_ERROR("syntax_error"),
    MODULE_INVALID("module_invalid"),
    HANDLER_INVALID("handler_invalid"),
    CONTINUE_HANDLER_MISSING("continue_handler_missing"),
    NEVER_SETTLED("never_settled"),
    COMMAND_INVALID("command_invalid"),
    CLAIMS_TOO_LARGE("claims_too_large"),
    METADATA_TOO_LARGE("metadata_too_large"),
    MFA_COMMAND_LIMIT("mfa_command_limit"),
    MFA_UNSUPPORTED("mfa_unsupported"),
    NO_USABLE_FACTOR("no_usable_factor"),
    NOTHING_TO_ENROLL("nothing_to_enroll"),
    ENROLLMENT_NEEDS_CHALLENGE("enrollment_needs_challenge"),
    USER_NOT_SET("user_not_set"),
    USER_NOT_FOUND("user_not_found"),
    // A limit, in a Failed result.
    TIME_LIMIT("time_limit"),
    CPU_LIMIT("cpu_limit"),
    MEMORY_LIMIT("memory_limit"),
    STATEMENT_LIMIT("statement_limit"),
    SOURCE_LIMIT("source_limit"),
    OUTPUT_LIMIT("output_limit"),
    // The runtime was closed, or the thread interrupted: in a Failed result, or an ActionsException where the flow
    // waited for its turn.
    CANCELLED("cancelled"),
    // The server could not run the Action, or could not to its end, in a Failed result.
    OVERLOADED("overloaded"),
    WORKER_DIED("worker_died"),
    // The tenant takes more of the server than it may, in an ActionsException.
    RESOURCE_EXHAUSTED("resource_exhausted"),
    BREAKER_OPEN("breaker_open"),
    // The caller's input, in an ActionsException.
    EVENT_INVALID("event_invalid"),
    FLOW_INVALID("flow_invalid"),
    SECRET_MISSING("secret_missing"),
    ACTION_VERSION_MISSING("action_version_missing"),
    RESUMPTION_MISMATCH("resumption_mismatch"),
    // The snapshot, in an ActionsException.
    SNAPSHOT_NOT_FOUND("snapshot_not_found"),
    SNAPSHOT_REPLAYED("snapshot_replayed"),
    SNAPSHOT_EXPIRED("snapshot_expired"),
    SNAPSHOT_TRUNCATED("snapshot_truncated"),
    SNAPSHOT_CORRUPT("snapshot_corrupt"),
    SNAPSHOT_FOREIGN_TENANT("snapshot_foreign_tenant"),
    SNAPSHOT_UNKNOWN_KEY("snapshot_unknown_key"),
    SNAPSHOT_UNKNOWN_SCHEMA("snapshot_unknown_schema"),
    SNAPSHOT_STORE_FAILED("snapshot_store_failed");

    private final String id;

    ErrorCode(String id) {
        this.id = id;
    }

    /** The code as hosts and scripts see it. */
    public String id() {
        return id;
    }
}
