/** Runs one JavaScript function under limits: JSON in, JSON out. Knows nothing of logins. */
module dev.postern.sandbox {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires java.management;
    requires jdk.management;
    requires org.graalvm.polyglot;

    exports dev.postern.sandbox;

    opens dev.postern.sandbox to
            com.fasterxml.jackson.databind;
}
