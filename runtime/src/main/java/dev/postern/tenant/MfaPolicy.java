package dev.postern.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When the tenant asks for MFA by itself. What an Action asks for comes before it (semantics 26 and 45). */
public enum MfaPolicy {
    @JsonProperty("never")
    NEVER,
    @JsonProperty("always")
    ALWAYS,
    /** When the risk assessment has low confidence in the login, or there is no assessment. */
    @JsonProperty("adaptive")
    ADAPTIVE
}
