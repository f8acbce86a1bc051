"""What travels with mailbot: letters, example configuration, learned layer, lessons, unit.

The first two lie at the top of the repository. A wheel carries them inside the package
(pyproject.toml, force-include); a clone is used as it lies there.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_IN_WHEEL = _PACKAGE / "shipped_files"
# the package is asked first: beside an installed one lie the folders of strangers
_ROOT = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parent

SHIPPED_LETTERS = _ROOT / "templates"
MODEL = _PACKAGE / "understanding" / "model"
LESSONS = _PACKAGE / "learning" / "lessons"
UNIT = _PACKAGE / "deployment" / "mailbot.service"
EXAMPLE_CONFIG = _ROOT / "config.example.toml"
