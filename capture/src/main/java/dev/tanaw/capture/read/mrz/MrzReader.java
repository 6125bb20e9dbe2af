package dev.tanaw.capture.read.mrz;

import java.util.Optional;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the machine readable zone from a picture, whichever way it is turned: of a document seen
/// straight on fastest. What does not hold together (doubtful characters, wrong check digits all
/// over) is not read at all. Thread-safe: each reading has its own buffers.
public final class MrzReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MrzReader.class);

    private final StripReader strips;
    private final Optional<ReaderDamaged> damage;

    MrzReader(StripReader strips, Optional<ReaderDamaged> damage) {
        this.strips = strips;
        this.damage = damage;
    }

    /// With the trained recogniser; without it, where it is missing or damaged, by comparing with
    /// drawn characters, which reads less. [#damage] tells.
    public static MrzReader load() throws ReaderDamaged {
        try {
            return new MrzReader(Recogniser.load(), Optional.empty());
        } catch (ReaderDamaged e) {
            LOG.error("MRZ lines are read by comparison only, which reads fewer of them", e);
            return new MrzReader(GlyphReader.load(), Optional.of(e));
        }
    }

    /// Why the trained recogniser is not used; empty when all is well.
    public Optional<ReaderDamaged> damage() {
        return damage;
    }

    /// @param picture 8-bit BGR or grey, any size; 1000 pixels across or more read best
    public MrzReading read(Mat picture) {
        if (picture.empty() || picture.cols() < 100 || picture.rows() < 60) {
            return new MrzReading.Unreadable(MrzReading.Reason.NO_LINES);
        }
        try (Mat grey = grey(picture);
                LineFinder finder = new LineFinder();
                RowReader rows = new RowReader(grey, strips)) {
            return new Search(finder, rows, grey).run();
        }
    }

    private static Mat grey(Mat picture) {
        Mat grey = new Mat();
        if (picture.channels() == 1) {
            picture.copyTo(grey);
        } else {
            opencv_imgproc.cvtColor(picture, grey, opencv_imgproc.COLOR_BGR2GRAY);
        }
        return grey;
    }

    @Override
    public void close() {
        strips.close();
    }
}
