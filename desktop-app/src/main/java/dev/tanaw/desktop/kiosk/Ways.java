package dev.tanaw.desktop.kiosk;

import java.util.function.UnaryOperator;

/// What can be asked for on a screen: of the station, or of the window itself.
///
/// @param window what the window changes of itself, without anybody else
record Ways(KioskActions actions, Window window) {

    /// JavaFX thread only.
    interface Window {
        void open(Sheet sheet);

        void close();

        void look(UnaryOperator<Look> change);

        /// A digit of the PIN.
        void digit(int digit);

        /// Tries the PIN.
        void unlock();

        /// Takes the last digit back.
        void erase();

        /// Shows a code by which a browser may watch.
        void pair();

        /// What a supervisor did has been read.
        void read();

        /// Ends the program.
        void exit();
    }
}
