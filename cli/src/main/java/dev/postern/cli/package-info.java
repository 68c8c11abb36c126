/** The command line: reads files and answers, runs a flow, prints what came of it. */
@NullMarked
package dev.postern.cli;

import org.jspecify.annotations.NullMarked;
