"""What is wrong with the form of a mail, in plain words."""

import re
from types import MappingProxyType

_PLAIN = MappingProxyType(
    {
        "AddressHeaderDefect": "an address in its head is not written as addresses are",
        "CharsetDecodeDefect": "a part is not in the charset that it names",
        "CloseBoundaryNotFoundDefect": "its last part has no end mark: the mail may be cut off",
        "DateHeaderDefect": "its date is not written as dates are",
        "EncodedWords": "its head has too many encoded words",
        "FirstHeaderLineIsContinuationDefect": "its head begins in the middle of a line",
        "HeaderMissingRequiredValue": "a line of its head is empty that must not be",
        "InvalidBase64CharactersDefect": "a part holds characters that base64 does not have",
        "InvalidBase64LengthDefect": "a part in base64 is cut off",
        "InvalidBase64PaddingDefect": "a part in base64 does not end as it must",
        "InvalidDateDefect": "its date is none",
        "InvalidMultipartContentTransferEncodingDefect": "it says of several parts at once how "
        "they are encoded",
        "MalformedHeaderDefect": "a line of its head has no name",
        "MimeHeaderDefect": "a part says in a wrong way what it is",
        "MisplacedEnvelopeHeaderDefect": "a line of an mbox stands within its head",
        "MissingHeaderBodySeparatorDefect": "no empty line ends its head",
        "MultipartInvariantViolationDefect": "it is said to have several parts, and has none",
        "NoBoundaryInMultipartDefect": "it names no mark that would divide its parts",
        "NonASCIILocalPartDefect": "an address has letters before its @ that are not ASCII",
        "NonPrintableDefect": "its head holds control characters",
        "ObsoleteHeaderDefect": "its head is written in a form that is given up",
        "ReceivedHeaderDefect": "what a server on its way wrote is not as it must be",
        "StartBoundaryNotFoundDefect": "the mark that divides its parts is never there",
        "UndecodableBytesDefect": "its head holds bytes that are no text",
    }
)
_PARTS = MappingProxyType(
    {
        "calendar": "its calendar can't be read",
        "rtf": "its text in RTF can't be read",
        "smime": "what is signed or encrypted in it can't be read",
    }
)
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_SAYS_NOTHING = "Defect"


def in_words(defect: str) -> str:
    """A sentence for a defect; of an unknown one its name, word by word."""
    part, _, error = defect.partition(": ")
    if error and part in _PARTS:
        return f"{_PARTS[part]} ({_spaced(error)})"
    return _PLAIN.get(defect) or _spaced(defect)


def _spaced(name: str) -> str:
    words = _WORD.findall(name.removesuffix(_SAYS_NOTHING))
    return " ".join(word if word.isupper() else word.lower() for word in words) or name
