package dev.tanaw.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/// The borders of the design, over all modules at once.
@AnalyzeClasses(packages = "dev.tanaw", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule CAPTURE_KNOWS_NEITHER_STREAM_NOR_SCREEN =
            noClasses()
                    .that()
                    .resideInAPackage("dev.tanaw.capture..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.tanaw.stream..",
                            "dev.tanaw.desktop..",
                            "javafx..",
                            "io.javalin..",
                            "org.eclipse.jetty..")
                    .because("what happens must not depend on who watches");

    @ArchTest
    static final ArchRule THE_STREAM_KNOWS_NO_CAMERA =
            noClasses()
                    .that()
                    .resideInAPackage("dev.tanaw.stream..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "dev.tanaw.capture..",
                            "dev.tanaw.desktop..",
                            "javafx..",
                            "org.bytedeco..")
                    .because("it is of use to any producer of events");

    @ArchTest
    static final ArchRule JAVAFX_ONLY_IN_THE_KIOSK =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.tanaw.desktop.kiosk..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
                    .because("everything else must run without a screen");

    @ArchTest
    static final ArchRule ONE_DOOR_TO_THE_FX_THREAD =
            noClasses()
                    .that()
                    .doNotHaveSimpleName("FxThread")
                    .should()
                    .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
                    .because("one queue, one place to bound it");

    @ArchTest
    static final ArchRule ONE_ENCODER_TO_THE_WIRE =
            noClasses()
                    .that()
                    .resideInAPackage("dev.tanaw.desktop..")
                    .and()
                    .resideOutsideOfPackages(
                            "dev.tanaw.desktop.wire..", "dev.tanaw.desktop.bench..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("dev.tanaw.stream.log.Message")
                    .allowEmptyShould(true)
                    .because("values are masked in exactly one place");

    @ArchTest
    static final ArchRule THE_MACHINE_IS_PURE =
            noClasses()
                    .that()
                    .haveSimpleNameStartingWith("CaptureMachine")
                    .or()
                    .belongToAnyOf(
                            dev.tanaw.capture.session.CaptureMachine.class,
                            dev.tanaw.capture.session.State.class,
                            dev.tanaw.capture.session.Transition.class)
                    .or()
                    .haveFullyQualifiedName("dev.tanaw.capture.session.Aim")
                    .or()
                    .haveFullyQualifiedName("dev.tanaw.capture.session.Review")
                    .or()
                    .haveFullyQualifiedName("dev.tanaw.capture.session.Watch")
                    .or()
                    .haveFullyQualifiedName("dev.tanaw.capture.session.Entry")
                    .or()
                    .haveFullyQualifiedName("dev.tanaw.capture.session.Extraction")
                    .or()
                    .haveFullyQualifiedName("dev.tanaw.capture.session.Company")
                    .or()
                    .haveFullyQualifiedName("dev.tanaw.capture.session.Known")
                    .or()
                    .haveFullyQualifiedName("dev.tanaw.capture.session.Room")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.util.concurrent..",
                            "java.io..",
                            "java.nio..",
                            "org.bytedeco..",
                            "org.slf4j..",
                            "dev.tanaw.capture.camera..")
                    .orShould()
                    .callMethod(System.class, "nanoTime")
                    .orShould()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod("dev.tanaw.capture.session.Moment", "now")
                    .because("the same signals must give the same session on any day");

    @ArchTest
    static final ArchRule DRIVERS_KEEP_THEIR_LIBRARY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("dev.tanaw.capture.camera.webcam..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.github.sarxos..", "com.github.eduramiba..")
                    .because("a driver is replaced without anyone noticing");

    @ArchTest
    static final ArchRule NOBODY_PRINTS =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..bench..")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .because(
                            "the command line has its writer, benches print, the rest has its logger");

    @ArchTest
    static final ArchRule THE_WALL_CLOCK_IS_GIVEN =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .because("time is an input; Clock#instant is for whoever was given a clock")
                    .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES_IN_CAPTURE =
            slices().matching("dev.tanaw.capture.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES_IN_THE_STREAM =
            slices().matching("dev.tanaw.stream.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES_IN_THE_APP =
            slices().matching("dev.tanaw.desktop.(**)").should().beFreeOfCycles();
}
