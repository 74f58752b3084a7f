"""The units are whole, and what they and the image name exists."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "deploy").glob("greenroom*"))


def test_there_are_a_service_and_a_nightly_back_up() -> None:
    assert [unit.name for unit in UNITS] == ["greenroom-backup.service", "greenroom-backup.timer", "greenroom.service"]


def test_systemd_finds_nothing_to_complain_about(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    for unit in UNITS:
        parser = configparser.ConfigParser(strict=False, interpolation=None)
        parser.read(unit)
        assert {"Unit", "Service" if unit.suffix == ".service" else "Timer"} <= set(parser.sections())
        words = unit.read_text().replace("/opt/greenroom/.venv/bin/greenroom", "/bin/true")
        (tmp_path / unit.name).write_text(words.replace("User=greenroom", "User=root").replace("Group=greenroom", ""))
    if analyze is None:  # a machine without systemd has read them all the same
        return
    done = subprocess.run(
        [analyze, "verify", "--man=no", *(str(tmp_path / unit.name) for unit in UNITS)], capture_output=True, text=True
    )
    ours = [line for line in done.stderr.splitlines() if "greenroom" in line]
    assert (done.returncode, ours) == (0, [])


def test_every_command_that_a_unit_or_the_image_runs_exists() -> None:
    from bot.cli import _parser

    told = "".join(unit.read_text() for unit in UNITS) + (ROOT / "Dockerfile").read_text()
    commands = set(re.findall(r"bin/greenroom ([a-z]+)", told)) | {"run"}
    known = _parser().format_help()
    assert commands and all(re.search(rf"^ +{command} ", known, re.MULTILINE) for command in commands)


def test_the_image_copies_what_exists_and_runs_as_nobody_in_particular() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    for line in lines:
        if line.startswith("COPY ") and "--from" not in line:
            assert all((ROOT / name).exists() for name in line.split()[1:-1]), line
    users = [line for line in lines if line.startswith("USER ")]
    assert users and not users[-1].startswith("USER 0")
    assert not [line for line in lines if line.startswith("FROM ") and ":" not in line.replace("AS", "")]
    assert not [line for line in lines if re.match(r"(ADD|MAINTAINER) ", line)]
