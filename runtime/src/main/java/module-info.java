/** Triggers, Actions, events, the flow and its snapshots: runs the Actions of a trigger, and pauses between them. */
module dev.postern.runtime {
    requires static transitive org.jspecify;
    requires com.auth0.jwt;
    requires com.github.benmanes.caffeine;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive dev.postern.node;
    requires transitive dev.postern.sandbox;
    requires org.slf4j;

    exports dev.postern;
    exports dev.postern.action;
    exports dev.postern.api;
    exports dev.postern.cache;
    exports dev.postern.deployment;
    exports dev.postern.directory;
    exports dev.postern.error;
    exports dev.postern.event;
    exports dev.postern.factor;
    exports dev.postern.snapshot;
    exports dev.postern.tenant;
    exports dev.postern.trigger;

    // Records that Jackson writes into a snapshot and reads back.
    opens dev.postern to
            com.fasterxml.jackson.databind;
    opens dev.postern.factor to
            com.fasterxml.jackson.databind;
    opens dev.postern.tenant to
            com.fasterxml.jackson.databind;
    opens dev.postern.event to
            com.fasterxml.jackson.databind;
    opens dev.postern.api to
            com.fasterxml.jackson.databind;
    opens dev.postern.directory to
            com.fasterxml.jackson.databind;
}
