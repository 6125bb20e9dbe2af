package dev.tanaw.capture.locate;

/// A document that was found.
///
/// @param confidence 0 to 1: how much of the four sides is supported by edges
public record Located(Quad quad, double confidence) {}
