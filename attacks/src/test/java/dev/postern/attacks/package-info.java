/** Hostile Actions, played through the public face of the runtime and of the command line. */
@NullMarked
package dev.postern.attacks;

import org.jspecify.annotations.NullMarked;
