"""How clear a whole reading of a mail looks: what its probability of being right goes by."""

import numpy as np

from mailbot.classifier.features import SHAPE, Features
from mailbot.classifier.weights import Flags, Floats

_OWN = 8
CLEARNESS = _OWN + SHAPE


def clearness(p: Floats, chosen: Flags, seen: Features) -> Floats:
    """(mails, CLEARNESS) for probabilities and choice (mails, labels), and what they come from.

    A reading is clear where every label is clearly in or out, where rules and encoder had come
    to it independently, and where the mail is short.
    """
    margin = np.log(np.maximum(p, 1 - p))
    by_encoder, by_rules = seen.logits > 0, seen.weighed > 0
    columns = (
        margin.sum(-1),
        margin.min(-1),
        np.log1p(chosen.sum(-1)),
        (by_rules == chosen).all(-1),
        (by_encoder == chosen).all(-1),
        (by_rules == by_encoder).all(-1),
        ((seen.strong > 0) & ~chosen).any(-1),
        np.abs(seen.logits).min(-1),
        *np.moveaxis(seen.shape, -1, 0),
    )
    return np.stack(columns, axis=-1).astype(np.float32)
