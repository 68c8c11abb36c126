/** What can go wrong, as codes that do not change. */
@NullMarked
package dev.postern.error;

import org.jspecify.annotations.NullMarked;
