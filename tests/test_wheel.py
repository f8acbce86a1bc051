"""The wheel, installed where nothing of the clone can be seen, does what the clone does."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distribution, distributions, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.patience import PATIENCE

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ANSWERS = (
    *("desk@firm.example", "Help Desk", "en", "", "", "", "", ""),
    *("127.0.0.1", "127.0.0.1", "127.0.0.1", "", ""),
)

PASSWORDS = {"MAILBOT_IMAP_PASSWORD": "none", "MAILBOT_SMTP_PASSWORD": "none"}


@dataclass(frozen=True, slots=True)
class Place:
    """A virtual environment with the wheel in it, and an empty folder to work in."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "venv" / "bin" / "python"

    @property
    def packages(self) -> Path:
        return next((self.folder / "venv" / "lib").glob("python*")) / "site-packages"

    @property
    def desk(self) -> Path:
        return self.folder / "desk"

    def mailbot(self, *words: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
        return self._run(str(self.python.with_name("mailbot")), *words, typed=typed)

    def waits_for_its_server(self) -> str:
        """What a bot that runs says of the server that is not there; then it is ended."""
        bot = subprocess.Popen(
            [self.python.with_name("mailbot"), "run"],
            cwd=self.desk, env=self._surroundings, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert bot.stderr is not None
        with bot:
            lines = []
            for line in bot.stderr:
                lines.append(line)
                if "bot.running" in line:
                    break
            bot.terminate()
            bot.stderr.read()
        assert bot.returncode == 0
        return "".join(lines)

    @property
    def _surroundings(self) -> dict[str, str]:
        return {"PATH": os.defpath, "HOME": str(self.folder), "LANG": "C.UTF-8", **PASSWORDS}

    def says(self, code: str) -> str:
        ran = self._run(str(self.python), "-c", code)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.strip()

    def _run(self, *command: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            cwd=self.desk,
            env=self._surroundings,
            timeout=PATIENCE,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as others build it: from the sdist."""
    folder = tmp_path_factory.mktemp("built")
    done("-m", "hatchling", "build", "--target", "sdist", "--directory", folder)
    (sdist,) = folder.glob("*.tar.gz")
    return built(sdist, folder / "wheel")


@pytest.fixture(scope="module")
def plain(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """`pip install mailbot…whl`."""
    return installed(wheel, tmp_path_factory.mktemp("plain"), "")


@pytest.fixture(scope="module")
def full(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """The same with what the demo needs."""
    return installed(wheel, tmp_path_factory.mktemp("full"), "demo")


def done(*words: str | Path) -> None:
    ran = subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def built(source: Path, folder: Path) -> Path:
    how = ("--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder)
    done("-m", "pip", "wheel", "-qq", *how, source)
    (wheel,) = folder.glob("*.whl")
    return wheel


def installed(wheel: Path, folder: Path, extra: str) -> Place:
    """The wheel in a fresh environment, and of everything else only what its metadata names.

    What is named is linked from the environment of the tests, so that no network is asked.
    """
    place = Place(folder)
    place.desk.mkdir()
    venv.create(folder / "venv", symlinks=True)
    how = ("--python", place.python, "install", "-qq", "--no-deps", "--no-index")
    done("-m", "pip", *how, wheel)
    (itself,) = distributions(name="mailbot", path=[str(place.packages)])
    for target in {target for one in needed(itself, extra) for target in top_level(one)}:
        (place.packages / target.name).symlink_to(target)
    return place


def needed(itself: Distribution, extra: str) -> Iterator[Distribution]:
    """Everything that comes with a distribution, as pip would find it, in versions it takes."""
    waiting, seen = [(itself, {"", extra})], set[str]()
    while waiting:
        one, extras = waiting.pop()
        for wanted in map(Requirement, one.requires or ()):
            marker = wanted.marker
            if marker is not None and not any(marker.evaluate({"extra": it}) for it in extras):
                continue
            key = f"{canonicalize_name(wanted.name)}{sorted(wanted.extras)}"
            if key not in seen:
                seen.add(key)
                found = distribution(wanted.name)
                assert wanted.specifier.contains(found.version, prereleases=True), wanted
                waiting.append((found, {"", *wanted.extras}))
                yield found


def top_level(one: Distribution) -> Iterator[Path]:
    names = {file.parts[0] for file in one.files or ()} - {"..", "__pycache__"}
    return (Path(str(one.locate_file(name))) for name in names)


def test_a_wheel_of_the_clone_and_one_of_the_sdist_are_the_same(
    wheel: Path, tmp_path: Path
) -> None:
    names = [sorted(zipfile.ZipFile(one).namelist()) for one in (wheel, built(ROOT, tmp_path))]

    assert names[0] == names[1]
    assert not [name for name in names[0] if name.startswith(("tests", "templates"))]


def test_every_letter_and_the_example_travel_unchanged(wheel: Path) -> None:
    inside = zipfile.ZipFile(wheel)
    letters = [file.relative_to(ROOT) for file in (ROOT / "templates").rglob("*.txt")]

    assert letters
    for file in (*letters, Path("config.example.toml")):
        assert inside.read(f"mailbot/shipped_files/{file}") == (ROOT / file).read_bytes()
    unit = "mailbot/deployment/mailbot.service"
    assert inside.read(unit) == (ROOT / unit).read_bytes()


def test_the_metadata_names_licence_readme_and_python(wheel: Path) -> None:
    inside = zipfile.ZipFile(wheel)
    (name,) = (one for one in inside.namelist() if one.endswith("/METADATA"))
    lines = inside.read(name).decode().splitlines()

    assert "License-Expression: MIT" in lines
    assert "License-File: LICENSE" in lines
    assert "Requires-Python: >=3.11" in lines
    assert "Description-Content-Type: text/markdown" in lines


def test_what_runs_is_the_wheel_and_nothing_of_the_clone(plain: Place) -> None:
    assert Path(plain.says("import mailbot; print(mailbot.__file__)")).is_relative_to(
        plain.packages
    )
    assert str(ROOT / "mailbot") not in plain.says("import sys; print(sys.path)")
    assert not (plain.packages / "pymap").exists()


def test_init_check_and_run_find_the_letters_and_the_example(plain: Place) -> None:
    made = plain.mailbot("init", typed="\n".join(ANSWERS) + "\n")
    assert made.returncode == 0, made.stderr
    config = plain.desk / "config.toml"
    text = config.read_text(encoding="utf-8")
    assert "# " in text
    # any port that is free, whatever else runs on this machine
    config.write_text(text.replace("port = 22222", "port = 0"), encoding="utf-8")

    checked = plain.mailbot("check")
    assert f"letters in {plain.packages}/mailbot/shipped_files/templates can be" in checked.stdout
    faults = [line for line in checked.stdout.splitlines() if line.startswith("✗")]
    # the configuration is right but for the mail server, which is not there
    assert len(faults) == 1
    assert "127.0.0.1:993" in faults[0]

    assert "127.0.0.1:993" in plain.waits_for_its_server()


def test_past_mail_is_replayed(plain: Place) -> None:
    shutil.copytree(ROOT / "tests" / "mails" / "sample_case", plain.desk / "sample_case")
    shutil.copy(ROOT / "tests" / "mails" / "sample.toml", plain.desk)

    ran = plain.mailbot("replay", "--config", "sample.toml", "--json", "sample_case")

    assert ran.returncode == 0, ran.stderr
    assert '"what":"received"' in ran.stdout.replace(" ", "")
    assert '"what":"letter"' in ran.stdout.replace(" ", "")


def test_the_demo_says_what_is_missing_and_the_command_that_mends_it(plain: Place) -> None:
    ran = plain.mailbot("demo", "--exit")

    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    for what in PROJECT["optional-dependencies"]["demo"]:
        assert Requirement(what).name in ran.stderr
    assert f"{plain.python} -m pip install " in ran.stderr
    assert "make demo" in ran.stderr


def test_the_demo_is_played_from_the_wheel(full: Place) -> None:
    ran = full.mailbot("demo", "--exit")

    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr
    assert "✗" not in ran.stdout


def test_everything_imported_is_declared() -> None:
    always = declared(PROJECT["dependencies"])
    extras = {
        ROOT / "mailbot" / folder: declared(PROJECT["optional-dependencies"][extra])
        for folder, extra in (("demo", "demo"), ("learning", "train"))
    }
    extras[ROOT / "mailbot" / "channels" / "chat.py"] = declared(
        PROJECT["optional-dependencies"]["chat"]
    )
    extras[ROOT / "mailbot" / "learning"] |= declared(
        PROJECT["optional-dependencies"]["train-encoder"]
    )
    names, undeclared = packages_distributions(), []
    for file in (ROOT / "mailbot").rglob("*.py"):
        known = always.union(*(extras[folder] for folder in extras if file.is_relative_to(folder)))
        for module in imported(file) - sys.stdlib_module_names - {"mailbot"}:
            # what is not installed here (torch) goes by its own name
            from_ = {canonicalize_name(name) for name in names.get(module, [module])}
            if not from_ & known:
                undeclared.append(f"{file.relative_to(ROOT)} imports {module}")

    assert undeclared == []


def declared(requirements: Iterable[str]) -> set[str]:
    return {canonicalize_name(Requirement(one).name) for one in requirements}


def imported(file: Path) -> set[str]:
    """The packages a file names in its imports, those inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found
