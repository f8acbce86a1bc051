"""What schema 10 makes of a case: its fields in parts; frozen, like every migration."""

from typing import Any

_PARTS = {
    "parties": (
        "contacts", "participants", "names", "engineer", "second_line", "end_user",
        "counterpart", "bounced", "stranger_of",
    ),
    "matter": ("description", "facts", "items", "recurs", "refused_data"),
    "transfer": ("accounts", "login_wanted", "uploads", "upload_check", "upload_claim"),
    "talk": (
        "said", "thread", "packets", "questions", "question_since", "answered_at",
        "last_contact", "last_heard", "last_said", "last_message", "last_trust",
        "last_confidence", "told_unseen",
    ),
    "clocks": (
        "owed_since", "not_before", "announced_for", "reminders", "escalated_at",
        "watch_until", "notice_at", "closed_at", "promises", "engineer_promised",
        "promised_answer", "promise_nagged", "owe_nagged", "second_line_nagged",
    ),
    "holds": ("needs", "hold", "hands_off"),
}  # fmt: skip
_PART_OF = {name: part for part, names in _PARTS.items() for name in names}
_CASES_OF_A_MOVE = ("before", "after", "other_before", "other_after")


def case_in_parts(body: dict[str, Any]) -> dict[str, Any]:
    """The JSON of a case with each field in its part."""
    whole: dict[str, Any] = {}
    for name, value in body.items():
        place = whole.setdefault(_PART_OF[name], {}) if name in _PART_OF else whole
        place[name] = value
    return whole


def move_in_parts(body: dict[str, Any]) -> dict[str, Any]:
    """The JSON of a join or a split with the cases in it in parts."""
    cases = {name: body[name] for name in _CASES_OF_A_MOVE if body.get(name) is not None}
    return {**body, **{name: case_in_parts(case) for name, case in cases.items()}}
