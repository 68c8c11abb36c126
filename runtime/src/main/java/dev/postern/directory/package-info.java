/** What Actions and flows ask the identity server: small interfaces for a host to implement, each with a safe default. */
@NullMarked
package dev.postern.directory;

import org.jspecify.annotations.NullMarked;
