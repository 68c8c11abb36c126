/** Runs Actions from a command line. */
module dev.postern.cli {
    requires com.fasterxml.jackson.databind;
    requires dev.postern.folder;
    requires dev.postern.runtime;
    requires dev.postern.store.file;
    requires info.picocli;
    requires static transitive org.jspecify;

    opens dev.postern.cli to
            info.picocli;
}
