"""The bench itself, on a mailbox so small that it only shows that it still runs."""

import sys

import pytest

from tests.bench import __main__ as bench
from tests.bench import many_cases


def test_both_measurements_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "--mails", "20", "--history", "10,30"])
    monkeypatch.setattr(bench, "_SAMPLE", 20)
    monkeypatch.setattr(bench, "_ROUND", 10)

    bench.main()

    told = capsys.readouterr().out
    assert "mails/s into" in told
    assert "30 cost" in told


def test_every_page_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "console", "--cases", "240", "--asked", "1"])
    monkeypatch.setattr(many_cases, "_WRITTEN", 120)

    bench.main()

    told = capsys.readouterr().out
    assert "240 cases" in told
    assert "from Today to approved" in told
