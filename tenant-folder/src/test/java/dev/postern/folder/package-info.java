@NullMarked
package dev.postern.folder;

import org.jspecify.annotations.NullMarked;
