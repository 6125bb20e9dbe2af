package dev.tanaw.capture.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class FormulaTest {
    @Test
    void theCurvesGoThroughTheirPoints() {
        assertThat(Formula.rising(70, 70, 20)).isEqualTo(50);
        assertThat(Formula.falling(0.2, 0.2, 0.06)).isEqualTo(50);
        assertThat(Formula.luminance(0.2)).isCloseTo(50, offset(0.1));
        assertThat(Formula.luminance(0.5)).isGreaterThan(99);
        assertThat(Formula.angle(0)).isEqualTo(100);
        assertThat(Formula.angle(60)).isCloseTo(25, offset(1e-9));
        assertThat(Formula.angle(120)).isCloseTo(0, offset(1e-9));
        assertThat(Formula.dynamicRange(8)).isEqualTo(100);
        assertThat(Formula.uniformity(1)).isEqualTo(100);
        assertThat(Formula.overExposure(0)).isEqualTo(100);
        assertThat(Formula.overExposure(0.09)).isCloseTo(10, offset(1e-9));
        assertThat(Formula.least(0, 200, 1, 0, 0.05)).as("a head of the right size").isEqualTo(100);
        assertThat(Formula.variance(1 / 60.0)).isCloseTo(100, offset(1e-9));
    }

    @Test
    void whatCouldNotBeMeasuredHasNoScore() {
        assertThat(Formula.rising(Double.NaN, 70, 20)).isNaN();
        assertThat(Formula.least(Double.NaN, 200, 1, 0, 0.05)).isNaN();
        assertThat(Formula.dynamicRange(Double.NaN)).isNaN();
        assertThat(Formula.angle(Double.NaN)).isNaN();
        assertThat(Formula.overExposure(Double.NaN)).isNaN();
    }
}
