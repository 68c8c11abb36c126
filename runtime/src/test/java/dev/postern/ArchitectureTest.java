package dev.postern;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;

/** What STYLE promises of sandbox and runtime, so far as a machine can tell. */
@AnalyzeClasses(packages = "dev.postern", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> PACKAGE_INFO = DescribedPredicate.describe(
            "are package-info", type -> type.getSimpleName().equals("package-info"));

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.postern.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_USE_ONLY_THOSE_ABOVE_THEM = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("error")
            .definedBy("dev.postern.error..")
            .layer("tenant")
            .definedBy("dev.postern.tenant..")
            .layer("action")
            .definedBy("dev.postern.action..")
            .layer("event")
            .definedBy("dev.postern.event..")
            .layer("factor")
            .definedBy("dev.postern.factor..")
            .layer("api")
            .definedBy("dev.postern.api..")
            .layer("trigger")
            .definedBy("dev.postern.trigger..")
            .layer("deployment")
            .definedBy("dev.postern.deployment..")
            .layer("snapshot")
            .definedBy("dev.postern.snapshot..")
            .layer("runtime")
            .definedBy("dev.postern")
            .whereLayer("runtime")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("snapshot")
            .mayOnlyBeAccessedByLayers("runtime")
            .whereLayer("deployment")
            .mayOnlyBeAccessedByLayers("runtime")
            .whereLayer("trigger")
            .mayOnlyBeAccessedByLayers("deployment", "runtime")
            .whereLayer("api")
            .mayOnlyBeAccessedByLayers("trigger", "runtime")
            .whereLayer("event")
            .mayOnlyBeAccessedByLayers("api", "runtime")
            .whereLayer("action")
            .mayOnlyBeAccessedByLayers("deployment", "runtime");

    @ArchTest
    static final ArchRule ONLY_THE_SANDBOX_KNOWS_THE_ENGINE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.postern.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.graalvm..");

    @ArchTest
    static final ArchRule THE_SANDBOX_KNOWS_NO_LOGIN = noClasses()
            .that()
            .resideInAPackage("dev.postern.sandbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.postern..")
                    .and(DescribedPredicate.not(resideInAPackage("dev.postern.sandbox.."))));

    @ArchTest
    static final ArchRule THE_RUNTIME_TOUCHES_NO_FILE_AND_NO_SOCKET = noClasses()
            .that()
            .resideOutsideOfPackages("dev.postern.sandbox..", "dev.postern.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule EXCEPTIONS_ARE_SPECIFIC = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule PACKAGES_SAY_WHAT_MAY_BE_NULL =
            classes().that(PACKAGE_INFO).should().beAnnotatedWith(NullMarked.class);

    /** The rules above hold of nothing as well. */
    @ArchTest
    static void thereAreClassesToCheck(JavaClasses classes) {
        assertTrue(classes.size() > 100, classes.size() + " classes");
        assertTrue(classes.stream().filter(PACKAGE_INFO).count() >= 10);
    }
}
