"""Recordings are kept for ninety days; leftovers of a crash go too."""

import os
from pathlib import Path

from bot.voice.keeping import KEPT, STRAY, Keeping
from tests.builders import NOON
from tests.voice.house import RECORDING, House


def a_file(folder: Path, name: str, at: int) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(b"RIFF")
    os.utime(path, (at / 1000, at / 1000))
    return path


async def kept(house: House, name: str, at: int) -> None:
    row = {
        "sid": RECORDING,
        "screening": "GR-TEST01",
        "name": name,
        "sha256": "",
        "size": 4,
        "type": "audio/wav",
        "at": at,
    }
    await house.store.run(lambda t: t["recordings"].insert(row))


async def test_a_recording_goes_after_ninety_days_and_its_link_says_so(house: House) -> None:
    path = a_file(house.folder, "old.wav", NOON)
    await kept(house, "old.wav", NOON)
    link = await house.store.run(lambda t: house.links.make(t, "GR-TEST01", RECORDING, NOON + KEPT))
    keeping = Keeping(house.store, house.folder, house.clock)
    house.now = NOON + KEPT
    assert await keeping.run_once() == 0
    assert (await house.http.get(link)).status_code == 200
    house.now += 1
    assert await keeping.run_once() == 1
    assert not path.exists()
    answer = await house.http.get(link)
    assert (answer.status_code, "deleted" in answer.text) == (410, True)


async def test_what_a_crash_left_lying_goes_and_what_is_being_written_stays(house: House) -> None:
    left, new = a_file(house.folder, "a.part", NOON - STRAY - 1000), a_file(house.folder, "b.part", NOON)
    assert await Keeping(house.store, house.folder, house.clock).run_once() == 1
    assert (left.exists(), new.exists()) == (False, True)


async def test_without_a_folder_there_is_nothing_to_do(house: House, tmp_path: Path) -> None:
    assert await Keeping(house.store, tmp_path / "none", house.clock).run_once() == 0
