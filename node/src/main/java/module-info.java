/** Node's core modules and the Web APIs for Actions, with a guard around what they fetch. */
module dev.postern.node {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.databind;
    requires dec;
    requires transitive dev.postern.sandbox;
    requires okhttp3;
    requires okio;
    requires org.bouncycastle.provider;

    exports dev.postern.http;
    exports dev.postern.node;
}
