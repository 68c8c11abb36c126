/** The unit of isolation, and the settings a login depends on. */
@NullMarked
package dev.postern.tenant;

import org.jspecify.annotations.NullMarked;
