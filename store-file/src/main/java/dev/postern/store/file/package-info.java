/** Keeps paused flows in a folder of one machine: what the command line uses, and a server of one node may. */
@NullMarked
package dev.postern.store.file;

import org.jspecify.annotations.NullMarked;
