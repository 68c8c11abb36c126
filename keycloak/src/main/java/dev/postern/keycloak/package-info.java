/** Actions in the logins of Keycloak: a realm is a tenant. */
@NullMarked
package dev.postern.keycloak;

import org.jspecify.annotations.NullMarked;
