/** Reads a tenant's Actions from an exported folder, and says which of them would run. */
module dev.postern.folder {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires transitive dev.postern.runtime;
    requires org.yaml.snakeyaml;

    exports dev.postern.folder;
}
