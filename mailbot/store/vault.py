"""Encryption at rest: raw mail is encrypted, secrets are replaced by seals."""

import hmac
import re
import secrets
from hashlib import blake2b, sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mailbot.errors import ConfigError
from mailbot.store.connection import Connection

_SEAL = re.compile(r"\[sealed:([0-9a-f]{8})\]")
_NONCE = 12
_KEY_CHECK = "key check"


class Vault:
    """Encrypts with the state key (AES-256-GCM); the Seals port over the same state."""

    def __init__(self, key: bytes, db: Connection) -> None:
        self._key = key
        self._db = db
        self._cipher = AESGCM(self.key_for("at rest"))
        self._numbers = self.key_for("numbers")

    def key_for(self, purpose: str) -> bytes:
        """A key derived for this purpose, always the same for this state."""
        return hmac.digest(self._key, purpose.encode(), "sha256")

    def check(self) -> None:
        """Check that the key is the one this state was written with. Raises ConfigError."""
        mark = self.key_for(_KEY_CHECK).hex()
        self._db.write("INSERT OR IGNORE INTO note VALUES (?, ?)", _KEY_CHECK, mark)
        if self._db.value("SELECT value FROM note WHERE name = ?", _KEY_CHECK) != mark:
            raise ConfigError(
                "the key beside the state is not the one it was written with: put that one back"
            )

    def lock(self, plain: bytes, about: str) -> bytes:
        """Encrypt; decrypting needs the same ``about``."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, plain, about.encode())

    def unlock(self, locked: bytes, about: str) -> bytes:
        """Decrypt what `lock` encrypted. Raises ConfigError if it was tampered with."""
        try:
            return self._cipher.decrypt(locked[:_NONCE], locked[_NONCE:], about.encode())
        except InvalidTag as error:
            raise ConfigError(f"{about} can't be decrypted: the state is damaged") from error

    def number(self, kind: str, text: str) -> int:
        """A keyed 8-byte hash for an index; without the key nobody can forge collisions."""
        person = kind.encode()
        data = text.encode("utf-8", "surrogatepass")
        hashed = blake2b(data, digest_size=8, key=self._numbers, person=person)
        return int.from_bytes(hashed.digest(), "big", signed=True)

    def seal(self, secret: str) -> str:
        """The seal of this secret, always the same one; a seal is returned unchanged."""
        if not secret or _SEAL.fullmatch(secret):
            return secret
        with self._db.transaction():
            for attempt in range(1 << 16):
                name = self._name(secret, attempt)
                kept = self._secret(name)
                if kept is None:
                    locked = self.lock(secret.encode("utf-8", "surrogatepass"), f"secret {name}")
                    self._db.write("INSERT INTO secret VALUES (?, ?)", name, locked)
                # 32 bits can collide: then the second secret gets the next name
                if kept in (None, secret):
                    return f"[sealed:{name}]"
        raise AssertionError("unreachable: more seals than memory")

    def unseal(self, text: str) -> str:
        """``text`` with every seal replaced by its secret; an unknown one stays as it is."""
        return _SEAL.sub(lambda seal: self._secret(seal[1]) or seal[0], text)

    def opens(self, seal: str) -> bool:
        """Whether this seal stands for a secret of this state."""
        found = _SEAL.fullmatch(seal)
        return found is not None and self._secret(found[1]) is not None

    def _name(self, secret: str, attempt: int) -> str:
        data = f"{attempt}:{secret}".encode("utf-8", "surrogatepass")
        return hmac.new(self.key_for("seals"), data, sha256).hexdigest()[:8]

    def _secret(self, name: str) -> str | None:
        locked = self._db.value("SELECT sealed FROM secret WHERE seal = ?", name)
        if locked is None:
            return None
        return self.unlock(locked, f"secret {name}").decode("utf-8", "surrogatepass")
