/// Where pictures come from: the camera interface, frames with an age, the newest-wins slot.
@NullMarked
package dev.tanaw.capture.camera;

import org.jspecify.annotations.NullMarked;
