"""Segments of a text: what it costs and how fast it may go. Source: GSM 03.38, and Twilio's page on segments."""

from typing import Final

GSM: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
DOUBLE: Final = frozenset("^{}\\[~]|€\f")
_EITHER: Final = GSM | DOUBLE


def segments(text: str) -> int:
    """How many segments the text takes: 160/153 GSM-7 units, else 70/67 UTF-16 units."""
    if _EITHER.issuperset(text):
        units = len(text) + sum(map(text.count, DOUBLE))
        return 1 if units <= 160 else -(-units // 153)
    units = len(text.encode("utf-16-le")) // 2
    return 1 if units <= 70 else -(-units // 67)
