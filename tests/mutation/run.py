"""`make mutate`: changes one small thing at a time in the core and asks whether a test notices. Not part of `make test`.

    python -m tests.mutation.run [PART ...]        parts: interview machine scoring duties outbox; none: all

Each mutant runs in a forked process with the tests named for its module. Survivors are printed; those of KEPT are known, each
with its reason. Exit 1 where fewer than 90 % of a part's mutants are killed.
"""

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

from tests.mutation.mutants import Mutant, mutants
from tests.mutation.survivors import KEPT

ROOT = Path(__file__).parents[2]
OURS = ("bot", "screening", "tracker")
BAR = 0.9
BUSY = 120  # seconds of work after which a mutant never ends and is killed
TOO_LONG = 1_200  # seconds of the clock, for one that sleeps; a busy machine kills none
CORE = ("tests/screening/test_interview.py", "tests/screening/test_scoring.py", "tests/screening/test_machine.py")
STEPS = ("tests/form/test_form_channel.py", "tests/resumes/test_resume_channel.py", "tests/llm/test_llm.py")
TALKS = "tests/conversations/test_conversations.py"
BESIDE = {"successor": ("tests/storage/test_successor.py",)}
PARTS: dict[str, dict[str, tuple[str, ...]]] = {
    "interview": {"screening/interview.py": (CORE[0], CORE[2], TALKS)},
    "machine": {
        "screening/machine.py": (CORE[2], "tests/screening/test_steps.py", "tests/voice/test_calling.py", *STEPS, TALKS)
    },
    "scoring": {"screening/scoring.py": (CORE[1], "tests/duties/test_ll144.py"), "screening/points.py": (CORE[1],)},
    "duties": {
        str(p.relative_to(ROOT)): ("tests/duties", TALKS) for p in sorted((ROOT / "screening/duties").glob("[!_]*.py"))
    },
    "outbox": {
        str(p.relative_to(ROOT)): ("tests/outbox", *BESIDE.get(p.stem, ()))
        for p in sorted((ROOT / "bot/outbox").glob("[!_]*.py"))
    },
}


class Changed(importlib.abc.Loader, importlib.abc.MetaPathFinder):
    """Imports one module from a changed syntax tree."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name, self.tree = name, tree

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Ours, or nobody's."""
        return importlib.util.spec_from_loader(fullname, self) if fullname == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed tree."""
        exec(compile(self.tree, self.name, "exec"), module.__dict__)


def main(names: Sequence[str]) -> int:
    """Run the parts; the exit code."""
    os.chdir(ROOT)
    failed = False
    for part in names or PARTS:
        failed |= not _part(part)
    return int(failed)


def _part(part: str) -> bool:
    begun, total, dead, known = time.monotonic(), 0, 0, 0
    for path, tests in PARTS[part].items():
        present = [t for t in tests if (ROOT / t).exists()]
        source = (ROOT / path).read_text(encoding="utf-8")
        if _killed(path, Mutant(line=0, what="nothing", tree=ast.parse(source)), present):
            print(f"{path}: the tests {', '.join(present) or '(there are none)'} fail without any change")
            return False
        found = list(mutants(source))
        with ThreadPoolExecutor(max(1, (os.cpu_count() or 2))) as pool:
            killed = list(pool.map(lambda m, path=path, present=present: _killed(path, m, present), found))
        for mutant, is_dead in zip(found, killed, strict=True):
            reason = KEPT.get((path, mutant.what, _line(path, mutant.line)))
            known += not is_dead and reason is not None
            if not is_dead:
                print(f"  survived: {path}:{mutant.line} {mutant.what}" + (f" (known: {reason})" if reason else ""))
        total, dead = total + len(found), dead + sum(killed)
    share = dead / total if total else 0.0
    seconds = time.monotonic() - begun
    print(f"{part}: {dead} of {total} killed ({share:.1%}), {known} survivors known, {seconds:.0f} s")
    return share >= BAR


def _line(path: str, number: int) -> str:
    return (ROOT / path).read_text(encoding="utf-8").splitlines()[number - 1].strip()


def _killed(path: str, mutant: Mutant, tests: Sequence[str]) -> bool:
    """Whether a test fails, or the module cannot even be used."""
    child = os.fork()
    if child == 0:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (BUSY, BUSY))
        _be(path.removesuffix(".py").replace("/", "."), mutant, tests)
    until = time.monotonic() + TOO_LONG
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) != 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return True


def _be(name: str, mutant: Mutant, tests: Sequence[str]) -> None:
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    code = 1
    try:
        import hypothesis
        import pytest

        hypothesis.settings.register_profile("mutation", phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate))
        hypothesis.settings.load_profile("mutation")
        sys.meta_path.insert(0, Changed(name, mutant.tree))
        loaded = "ignore::pytest.PytestAssertRewriteWarning"  # what was loaded before is no test
        code = int(pytest.main(["-q", "-x", "-p", "no:cacheprovider", "-W", loaded, *tests]))
    finally:
        os._exit(min(code, 255))


def _warm() -> None:
    """Load what is heavy and never mutated, once for all children; each child reads our own modules anew."""
    import hypothesis
    import pytest

    import bot.wiring

    assert hypothesis and pytest and bot.wiring
    for name in [name for name in sys.modules if name.split(".")[0] in OURS]:
        del sys.modules[name]


if __name__ == "__main__":
    _warm()
    sys.exit(main(sys.argv[1:]))
