package dev.postern.tenant;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an enroll command comes to when the user has all its factors already: Auth0's documents disagree (43). */
public enum NothingToEnroll {
    /** The login fails. */
    @JsonProperty("fail")
    FAIL,
    /** The command is left out with a warning and the login goes on. */
    @JsonProperty("skip")
    SKIP
}
