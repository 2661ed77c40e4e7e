"""Notes of cameras and programs in a picture, and the picture without them."""

MARKER, SCAN, COMMENT, ADOBE, SHORTEST = 0xFF, 0xDA, 0xFE, 0xEE, 2
NOTES = range(0xE1, 0xF0)
"""The segments that programs use for notes of their own."""


def without_notes(jpeg: bytes) -> bytes:
    """Return a JPEG without what cameras and programs note in it, as the place where it was taken.

    The Adobe segment stays, since it says how the colors are to be read. A file whose segments
    cannot be told apart is returned as it is. Source: ITU T.81, annex B; Adobe TN 5116.
    """
    out, at = bytearray(jpeg[:2]), 2
    while at + 4 <= len(jpeg) and jpeg[at] == MARKER:
        kind, length = jpeg[at + 1], int.from_bytes(jpeg[at + 2 : at + 4])
        if kind == SCAN or length < SHORTEST:
            break
        if not (kind == COMMENT or (kind in NOTES and kind != ADOBE)):
            out += jpeg[at : at + 2 + length]
        at += 2 + length
    return bytes(out + jpeg[at:])
