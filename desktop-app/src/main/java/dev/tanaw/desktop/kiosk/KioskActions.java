package dev.tanaw.desktop.kiosk;

import dev.tanaw.capture.event.DiscardReason;
import dev.tanaw.capture.event.DocumentKind;
import dev.tanaw.capture.event.OverrideReason;
import dev.tanaw.capture.event.Side;
import java.util.Optional;
import java.util.function.Consumer;

/// What the person or the operator can ask of the station. Called on the JavaFX thread; returns at
/// once, the answer comes as events.
public interface KioskActions {
    void begin();

    /// The session that was interrupted goes on.
    void resume();

    /// The session that was interrupted does not go on.
    void discard(DiscardReason reason);

    /// Takes the picture as it is, offered when the station could not decide by itself.
    void shootNow();

    /// Keeps what was taken and goes on.
    void confirm();

    /// Takes that side again; the other side is kept.
    void retake(Side side);

    /// This document has nothing on its back.
    void skipBack();

    void cancel();

    /// The person agrees that their document is captured.
    void agree();

    void decline();

    void choose(DocumentKind kind);

    /// Somebody typed a value.
    void edit(Side side, String name, String value);

    /// Accepts the document in spite of what was found.
    void overrule(OverrideReason reason);

    /// Asks whoever supervises to accept the document.
    void askApproval();

    /// Goes on without a picture of the face.
    void skipFace(OverrideReason reason);

    /// Somebody is there and wants time.
    void stay();

    void callHelp();

    /// Makes a code by which one browser may watch.
    ///
    /// @param answer hears it on any thread; empty when none could be made
    void pair(Consumer<Optional<PairingCode>> answer);

    /// The session ends here and goes on with a member of staff.
    void refer();
}
