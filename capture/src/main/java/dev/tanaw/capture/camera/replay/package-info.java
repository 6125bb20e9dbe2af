/// The camera without a lens: pictures or generated specimens, moved before a virtual lens.
@NullMarked
package dev.tanaw.capture.camera.replay;

import org.jspecify.annotations.NullMarked;
