package dev.tanaw.capture.event;

/// One quality of a picture of a face, in the style of ISO/IEC 29794-5; not conformance-tested.
///
/// @param name on the wire, like `head_size`
/// @param value as measured; NaN where it could not be
/// @param score 0, of no use, to 100; NaN with the value
public record Component(String name, double value, double score) {}
