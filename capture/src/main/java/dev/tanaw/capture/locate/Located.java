package dev.tanaw.capture.locate;

/// A document that was found.
///
/// @param confidence 0 to 1: how much of the four sides is supported by edges
/// @param corners how clear the edges are beside the corner where they are least so, as a share of
///   those of the sides
public record Located(Quad quad, double confidence, double corners) {}
