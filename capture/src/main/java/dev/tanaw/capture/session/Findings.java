package dev.tanaw.capture.session;

import dev.tanaw.capture.event.Field;
import dev.tanaw.capture.event.Side;
import dev.tanaw.capture.event.Trouble;
import dev.tanaw.capture.read.Reading;
import dev.tanaw.capture.read.ReadingRoom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Brings what the readers find before the session, as signals. On a reader's thread.
///
/// @param time of a finding
record Findings(Supplier<Moment> time, Clock wall, Consumer<Signal> session)
        implements ReadingRoom.Desk {
    @Override
    public void field(String id, Side side, Field field, int found, int expected) {
        session.accept(new Signal.FieldRead(time.get(), id, side, field, found, expected));
    }

    @Override
    public void done(String id, Side side, Reading reading) {
        session.accept(
                new Signal.ReadingDone(
                        time.get(),
                        id,
                        side,
                        reading.documentType(),
                        reading.sides(),
                        reading.fields().size(),
                        reading.confidence(),
                        reading.isBack(),
                        LocalDate.now(wall)));
    }

    @Override
    public void compared(String id, double distance) {
        session.accept(new Signal.Compared(time.get(), id, distance));
    }

    @Override
    public void failed(String id, Side side, Trouble trouble) {
        session.accept(new Signal.ReadingFailed(time.get(), id, side, trouble));
    }
}
