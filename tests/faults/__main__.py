"""`make torture`: kill the bot at many steps of the demo case, or at every one."""

import argparse

from rich.console import Console

from tests.faults.rig import STORIES
from tests.faults.torture import of_drafts, of_one_reply, rack, spread


def main() -> int:
    """Print every step at which a promise broke; how many broke is the exit code."""
    parser = argparse.ArgumentParser(prog="make torture")
    parser.add_argument("--kills", type=int, default=300, help="how many steps; 0 is every one")
    parser.add_argument("--seed", type=int, default=1, help="which steps")
    parser.add_argument("--story", choices=STORIES, default="case", help="which story is played")
    order = parser.parse_args()
    worst, out = 0, Console(markup=False)
    with rack(STORIES[order.story]) as ready:
        steps = ready.usual.points
        drawn = spread(steps, order.kills, order.seed) if order.kills else steps
        # each commit and each word of sending one reply, or of Drafts, belongs to every run
        always = of_drafts(steps) if order.story == "drafts" else of_one_reply(steps)
        points = list(dict.fromkeys([*drawn, *always]))
        out.print(f"{len(steps)} steps, killed at {len(points)} of them")
        for outcome in ready.kill_at(points):
            if outcome.broken or not outcome.killed:
                worst += 1
                out.print(f"{outcome.point}: {'; '.join(outcome.broken) or 'was never reached'}")
    out.print(f"{worst} of {len(points)} broke a promise")
    return min(worst, 1)


if __name__ == "__main__":
    raise SystemExit(main())
