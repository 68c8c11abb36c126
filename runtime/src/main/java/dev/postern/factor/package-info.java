/** Kinds of proof. */
@NullMarked
package dev.postern.factor;

import org.jspecify.annotations.NullMarked;
