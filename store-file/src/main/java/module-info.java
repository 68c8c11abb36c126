/** Keeps paused flows in files. */
module dev.postern.store.file {
    requires transitive dev.postern.runtime;
    requires static transitive org.jspecify;

    exports dev.postern.store.file;
}
