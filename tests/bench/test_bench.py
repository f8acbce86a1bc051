"""The bench itself, on a mailbox so small that it only shows that it still runs."""

import sys

import pytest

from tests.bench import __main__ as bench


def test_both_measurements_are_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "--mails", "20", "--history", "10,30"])
    monkeypatch.setattr(bench, "_SAMPLE", 20)
    monkeypatch.setattr(bench, "_ROUND", 10)

    bench.main()

    told = capsys.readouterr().out
    assert told.count("mails/s into") == 2
    assert "phrases alone" in told
    assert "by both" in told
    assert "30 cost" in told
