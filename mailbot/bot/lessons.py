"""The encoder's lesson: what it makes of the mails it has not seen, then all of them to learn."""

from collections.abc import Callable, Sequence

from mailbot.bot.school import labels_of_sides, shipped_examples
from mailbot.classifier.adapt import Teacher
from mailbot.classifier.adapters import Adapters
from mailbot.classifier.encoder import ADAPTERS, Encoder, weights_file
from mailbot.classifier.example import Example
from mailbot.classifier.layout import Layout
from mailbot.classifier.pieces import Tokenizer
from mailbot.classifier.training import LOGITS, key, read_logits, write_logits
from mailbot.classifier.weights import Weights


def adapt_encoder(report: Callable[[str], None]) -> None:
    """Teach the encoder from every shipped mail, and write down what it learnt.

    The judge has to know how far an encoder is right about mails that it was not taught by. So
    what the present one makes of the mails new to it is written down first: test, then train
    (Dawid 1984). It goes on from what it knows; without a present one it begins with nothing.
    """
    mails = [one for one in shipped_examples() if not one.is_held_out]
    weights = Weights(weights_file())
    labels = {(side, one) for side, names in labels_of_sides().items() for one in names}
    teacher = Teacher(
        weights=weights,
        layout=Layout(Tokenizer(weights.vocabulary)),
        labels=tuple(label for _, label in sorted(labels)),
        sides=frozenset(labels),
        layers=weights.shape.layers,
        tell=report,
    )
    if ADAPTERS.exists():
        present = Adapters.read(ADAPTERS)
        new = [one for one in mails if key(one) not in present.learnt]
        report(f"{len(new)} of {len(mails)} mails are new to the present encoder")
        _note(Encoder(), new)
        taught = teacher.taught_further(present, mails)
    else:
        taught = teacher.taught(mails)
    taught.adapters(frozenset(map(key, mails))).save(ADAPTERS)


def _note(present: Encoder, mails: Sequence[Example]) -> None:
    """At first sight is the only time when it shows how well an encoder reads."""
    seen = {key(one): present(present.layout.of(one)).logits for one in mails}
    known = read_logits(present.labels) if LOGITS.exists() else {}
    write_logits(present.labels, {**known, **seen})
