/**
 * A tenant's Actions as Auth0's deploy CLI exports them: {@link dev.postern.folder.TenantFolder} reads them, {@link
 * dev.postern.folder.CompatibilityReport} says which would run.
 */
@NullMarked
package dev.postern.folder;

import org.jspecify.annotations.NullMarked;
