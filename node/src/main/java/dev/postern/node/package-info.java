/** Node's core modules for Actions: what of them needs the host. */
@NullMarked
package dev.postern.node;

import org.jspecify.annotations.NullMarked;
