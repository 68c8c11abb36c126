/** What Actions asked for through the api object, and what it comes to for the identity server. */
@NullMarked
package dev.postern.api;

import org.jspecify.annotations.NullMarked;
