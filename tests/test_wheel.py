"""The built wheel, unpacked outside the checkout, finds its resources and works."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as a release builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=CHECKOUT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing in it but what the wheel brings."""
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def python(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python that sees the unpacked wheel before anything else, and not the checkout."""
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=unpacked,
        env=os.environ | {"PYTHONPATH": str(unpacked)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_wheel_holds_every_resource_and_the_licences(unpacked: Path) -> None:
    resources = CHECKOUT / "resources"
    for path in resources.rglob("*"):
        if path.is_file():
            packed = unpacked / "taf_desktop" / "_resources" / path.relative_to(resources)
            assert packed.read_bytes() == path.read_bytes()
    for name in ("LICENSE", "THIRD_PARTY_NOTICES.md"):
        assert (unpacked / "taf_desktop" / name).read_bytes() == (CHECKOUT / name).read_bytes()


def test_the_wheel_holds_no_tests_and_nothing_else_of_the_checkout(unpacked: Path) -> None:
    assert {path.name.partition("-")[0] for path in unpacked.iterdir()} == {"taf_desktop"}


def test_the_program_of_the_wheel_is_the_one_that_is_checked(unpacked: Path) -> None:
    found = python(unpacked, "-c", "import taf_desktop; print(taf_desktop.__file__)").stdout
    assert Path(found.strip()).is_relative_to(unpacked)


def test_the_program_of_the_wheel_passes_its_checks(unpacked: Path) -> None:
    run = python(unpacked, "-m", "taf_desktop", "--self-check")
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stdout.splitlines()[-1] == "All is well."


def test_the_wheel_installs_the_command(unpacked: Path) -> None:
    (entry_points,) = unpacked.glob("*.dist-info/entry_points.txt")
    assert "taf-desktop = taf_desktop.__main__:main" in entry_points.read_text(encoding="utf-8")
