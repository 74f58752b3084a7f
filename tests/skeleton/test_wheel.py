"""An installed wheel works from any directory: templates, fonts and scripts travel with it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TALK = '{"say": "yes"}\n'
LOOK = """
import sys
import bot, bot.reports.render, bot.wiring
from bot.templates_dir import templates_dir
assert bot.__file__.startswith(sys.argv[1]), bot.__file__
assert str(templates_dir()).startswith(sys.argv[1]), templates_dir()
print(sorted(p.name for p in templates_dir().iterdir()))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=120)
    where = made / "installed"
    with zipfile.ZipFile(next(made.glob("*.whl"))) as wheel:
        wheel.extractall(where)
    return where


def run(where: Path, *words: str, cwd: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(where), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *words], cwd=cwd, env=env, input=stdin, capture_output=True, text=True, timeout=60, check=False
    )


def test_templates_are_found_in_the_wheel_and_nowhere_else(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "-c", LOOK, str(installed), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "report" in done.stdout


def test_a_script_is_linted_and_played_from_an_empty_directory(installed: Path, tmp_path: Path) -> None:
    script = next((installed / "bot/sandbox/scripts").glob("forklift.toml"))
    assert run(installed, "-m", "bot.cli", "lint", str(script), cwd=tmp_path).returncode == 0
    done = run(installed, "-m", "bot.cli", "talk", str(script), "--json", cwd=tmp_path, stdin=TALK)
    assert done.returncode == 0, done.stderr
    assert '"end"' in done.stdout.splitlines()[-1]


def test_nothing_but_the_three_packages_is_installed(installed: Path) -> None:
    assert {p.name for p in installed.iterdir() if not p.name.endswith(".dist-info")} == {"bot", "screening", "tracker"}
