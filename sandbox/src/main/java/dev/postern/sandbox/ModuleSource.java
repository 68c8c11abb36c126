package dev.postern.sandbox;

import java.util.List;
import java.util.Optional;

/** Where files that a script may require are looked for; paths are those of {@link ModuleFiles}. */
public interface ModuleSource {

    /** The text of the file at this path; empty where there is none, a folder among them. */
    Optional<String> read(String path);

    /** The paths of all files below the folder of a package that code may load, without those of packages in it. */
    List<String> list(String folder);
}
