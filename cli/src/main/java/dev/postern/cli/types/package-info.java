/** TypeScript declarations of what an Action may use, made from the contract of each trigger. */
@NullMarked
package dev.postern.cli.types;

import org.jspecify.annotations.NullMarked;
