"""The sound of a simulated recording: a tone for each word, so that it can be played and heard."""

import io
import math
import wave
from typing import Any
from zlib import crc32

RATE = 8000  # samples a second, as a telephone has
WORD, GAP = 0.22, 0.12  # seconds
LONGEST = 60.0


def a_wav(seconds: float, words: str = "") -> bytes:
    """A recording of about that length; each word has its own pitch."""
    length = min(LONGEST, max(1.0, seconds))
    spoken = words.split() or ["hm"] * max(1, int(length / (WORD + GAP)))
    samples = bytearray()
    for word in spoken:
        if len(samples) >= length * RATE:
            break
        samples += _tone(170 + crc32(word.lower().encode()) % 240) + bytes([128]) * int(GAP * RATE)
    samples += bytes([128]) * max(0, int(length * RATE) - len(samples))
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        writer: Any = file
        writer.setnchannels(1)
        writer.setsampwidth(1)
        writer.setframerate(RATE)
        writer.writeframes(bytes(samples))
    return made.getvalue()


def _tone(pitch: int) -> bytes:
    """One word: swelling and fading."""
    count = int(WORD * RATE)
    return bytes(
        128 + round(52 * math.sin(math.pi * n / count) * math.sin(2 * math.pi * pitch * n / RATE)) for n in range(count)
    )
