"""Text as the encoder's tokens: the likeliest way to put it together from known pieces."""

from mailbot.classifier.weights import Vocabulary

_SPACE = "▁"
_LONGEST = 16
_UNKNOWN = 10.0


class Tokenizer:
    """Unigram segmentation by Viterbi (Kudo 2018), with the pieces of the encoder's file.

    ``first`` and ``last`` are the marks of a beginning and an end.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._pieces, self._scores = vocabulary.pieces, vocabulary.scores
        self._replaced = dict(vocabulary.replaced)
        self._unknown = vocabulary.unknown
        self.first, self.last = vocabulary.first, vocabulary.last
        self._worst = min(vocabulary.scores) - _UNKNOWN

    def tokens(self, text: str, most: int) -> list[int]:
        """The first ``most`` tokens of ``text``, without the marks of beginning and end."""
        found: list[int] = []
        for word in text.translate(self._replaced).split():
            found += self._word(_SPACE + word)
            if len(found) >= most:
                break
        return found[:most]

    def _word(self, word: str) -> list[int]:
        """No piece reaches over a space, so every word is put together by itself."""
        size = len(word)
        best = [0.0] + [float("-inf")] * size
        came: list[tuple[int, int]] = [(0, self._unknown)] * (size + 1)
        for start in range(size):
            for end in range(start + 1, min(size, start + _LONGEST) + 1):
                number = self._pieces.get(word[start:end], self._unknown)
                if number == self._unknown and end > start + 1:
                    continue
                score = self._worst if number == self._unknown else self._scores[number]
                if best[start] + score > best[end]:
                    best[end], came[end] = best[start] + score, (start, number)
        found: list[int] = []
        at = size
        while at:
            at, number = came[at]
            found.append(number)
        return found[::-1]
