"""All of `make quick` in a copy of the project with one more of everything that is one file."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.doors.copy import copied, outcome

with TemporaryDirectory() as folder:
    code, said = outcome(copied(Path(folder)), workers=("-n", "auto", "--dist", "worksteal"))
    sys.stdout.write(said)
sys.exit(code)
