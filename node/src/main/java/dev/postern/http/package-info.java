/** HTTP out of the server on behalf of Actions: which addresses may be reached, and how much may come back. */
@NullMarked
package dev.postern.http;

import org.jspecify.annotations.NullMarked;
