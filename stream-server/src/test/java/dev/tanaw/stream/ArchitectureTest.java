package dev.tanaw.stream;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tanaw.stream", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NO_CAMERA_AND_NO_SCREEN =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.tanaw.capture..",
                            "dev.tanaw.desktop..",
                            "javafx..",
                            "org.bytedeco..")
                    .because("the server is useful by itself, headless, as a hub");

    @ArchTest
    static final ArchRule THE_LOG_KNOWS_NEITHER_READERS_NOR_HTTP =
            noClasses()
                    .that()
                    .resideInAPackage("..stream.log..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..stream.hub..",
                            "..stream.http..",
                            "io.javalin..",
                            "org.eclipse.jetty..")
                    .because("a durable log must be able to take its place");

    @ArchTest
    static final ArchRule THE_HUB_KNOWS_NO_HTTP =
            noClasses()
                    .that()
                    .resideInAPackage("..stream.hub..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..stream.http..", "io.javalin..", "org.eclipse.jetty..")
                    .because("a cursor serves any kind of connection");

    @ArchTest
    static final ArchRule THE_CLIENT_NEEDS_NOTHING_OF_THE_SERVER =
            noClasses()
                    .that()
                    .resideInAPackage("..stream.client..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("dev.tanaw..")
                                    .and(resideOutsideOfPackage("..stream.client..")))
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..")
                    .because("an integrator takes it as it is");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.tanaw.stream.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOBODY_PRINTS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..stream.bench..")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .because("a station writes to its log");
}
