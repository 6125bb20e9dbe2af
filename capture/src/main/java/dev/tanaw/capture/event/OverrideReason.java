package dev.tanaw.capture.event;

/// Why a document is accepted in spite of what was found.
public enum OverrideReason {
    /// The operator compared the values with the document.
    COMPARED_BY_EYE,
    /// The rules of the place accept it after its date.
    EXPIRY_ACCEPTED,
    /// Damaged or worn, and legible to a person.
    DOCUMENT_DAMAGED,
    /// Another document proves the same.
    OTHER_PROOF,
    /// No picture of the face can or may be taken of this person.
    FACE_EXEMPT,
    /// A supervisor elsewhere approved it when the operator asked.
    SUPERVISOR_APPROVED
}
