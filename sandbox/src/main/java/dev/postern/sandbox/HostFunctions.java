package dev.postern.sandbox;

import java.util.Optional;

/** The host functions of one execution, by name. */
@FunctionalInterface
public interface HostFunctions {

    /** The function of this name, which trusted guest code has asked for; empty is a fault of that code. */
    Optional<HostFunction> find(String name);

    /** No functions. */
    static HostFunctions none() {
        return name -> Optional.empty();
    }
}
