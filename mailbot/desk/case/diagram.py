"""A picture of a case's life, drawn from `LIFE` as a Mermaid state diagram."""

from collections import defaultdict

from mailbot.desk.case.life import LIFE, Status
from mailbot.desk.case.step import Step


def life_as_mermaid() -> str:
    """Every change of status as an arrow; what leaves a case where it is is not drawn."""
    arrows: dict[tuple[Status, Status], list[Step]] = defaultdict(list)
    for status, row in LIFE.items():
        for step, after in row.items():
            if after is not status:
                arrows[status, after].append(step)
    lines = ["stateDiagram-v2", "    [*] --> open"]
    for (was, after), steps in arrows.items():
        reasons = " / ".join(step.value for step in steps)
        lines.append(f"    {was.value} --> {after.value}: {reasons}")
    return "\n".join(lines)
