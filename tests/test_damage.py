"""Whatever happens to a file, the author gets a place and a sentence, never a traceback.

The sample here is drawn anew from ten thousand seeds by Hypothesis; ``make sweep`` tries them all
(``pytest tests/test_damage.py --sweep``).
"""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies

from damage import Patient

ROOT = Path(__file__).parent.parent
ALL_SEEDS = 10_000


@pytest.fixture(scope="module")
def patient(tmp_path_factory: pytest.TempPathFactory) -> Patient:
    """A copy of the real handbook."""
    root = tmp_path_factory.mktemp("patient")
    for name in ("content", "flows", "cases"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "site_config.yml", root)
    return Patient(root)


def examine(patient: Patient, seed: int) -> None:
    """A damaged file is refused with its place, or the handbook still stands."""
    source, how, raw = patient.damage(seed)
    report, handbook = patient.examine(source, raw)
    for style in ("text", "json", "github"):
        assert isinstance(report.explain(style), str)
    assert handbook is not None or report.errors, (seed, how, source.path)
    for problem in report:
        assert (patient.settings.root / problem.place.path).exists() or problem.code == "file-missing"
        assert problem.place.line >= 1 and problem.place.column >= 1
        assert problem.message() and problem.remedy() and problem.message("en") and problem.remedy("en")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=strategies.integers(0, ALL_SEEDS - 1))
def test_a_random_damage_is_explained(patient: Patient, seed: int) -> None:
    """A sample of the ten thousand."""
    examine(patient, seed)


@pytest.mark.sweep
def test_ten_thousand_random_damages_are_explained(patient: Patient) -> None:
    """All of them, under ``make sweep``."""
    for seed in range(ALL_SEEDS):
        examine(patient, seed)
