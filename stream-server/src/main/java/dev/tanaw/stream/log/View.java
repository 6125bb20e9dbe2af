package dev.tanaw.stream.log;

/// How much of an event a reader may see.
public enum View {
    /// Without what is personal.
    MASKED,
    /// Also the values, where the station gave them and the session has not ended.
    FULL
}
