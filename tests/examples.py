"""How many examples a property is tried on: fewer in `make quick`, more in `make torture`."""

from hypothesis import settings


def examples(usual: int) -> int:
    """So many in `make test`; under another profile in proportion to that profile's own number."""
    profile = settings.default
    assert profile is not None
    return max(1, usual * profile.max_examples // 100)
