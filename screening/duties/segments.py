"""Segments of a text: what it costs and how fast it may go. Source: GSM 03.38, and Twilio's page on segments."""

from typing import Final

GSM: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
DOUBLE: Final = frozenset("^{}\\[~]|€\f")


def segments(text: str) -> int:
    """How many segments the text takes: 160/153 GSM-7 units, else 70/67 UTF-16 units."""
    if all(c in GSM or c in DOUBLE for c in text):
        units = sum(2 if c in DOUBLE else 1 for c in text)
        return 1 if units <= 160 else -(-units // 153)
    units = len(text.encode("utf-16-le")) // 2
    return 1 if units <= 70 else -(-units // 67)
