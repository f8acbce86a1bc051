"""Who is at the other end: a password, a session that ends, or a proxy that is trusted."""

import hmac
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256

import argon2
from starlette.requests import Request

from mailbot.console.desk import ConsoleDesk
from mailbot.repositories.users import User

SESSION_COOKIE = "mailbot_session"
_LASTS, _IDLE = timedelta(days=7), timedelta(hours=12)
# a session in use is noted once in a while, not with every page
_NOTED_EVERY = timedelta(minutes=5)
_FREE_TRIES, _LONGEST_WAIT = 3, timedelta(minutes=15)


@dataclass
class Brake:
    """Slows down whoever guesses: after three failures each one doubles the wait."""

    failures: dict[str, tuple[int, datetime]] = field(default_factory=dict)

    def is_held(self, who: str, now: datetime) -> bool:
        count, last = self.failures.get(who, (0, now))
        return count >= _FREE_TRIES and now < last + _wait(count)

    def failed(self, who: str, now: datetime) -> None:
        count, _ = self.failures.get(who, (0, now))
        self.failures[who] = (count + 1, now)

    def succeeded(self, who: str) -> None:
        self.failures.pop(who, None)


def _wait(count: int) -> timedelta:
    return min(timedelta(seconds=2 ** min(count - _FREE_TRIES, 20)), _LONGEST_WAIT)


@dataclass(frozen=True)
class Door:
    """Signs users in and out, and knows them again."""

    desk: ConsoleDesk
    brake: Brake = field(default_factory=Brake)
    hasher: argon2.PasswordHasher = field(default_factory=argon2.PasswordHasher)

    def sign_in(self, email: str, password: str, address: str) -> str | None:
        """The token of a new session; None for a wrong name or password, or too many tries."""
        now, email = self.desk.now(), email.lower()
        if any(self.brake.is_held(one, now) for one in (email, address)):
            return None
        with self.desk.alone():
            user = self.desk.bot.state.users.find(email)
        if user is None or not self._is_right(user, password):
            for one in (email, address):
                self.brake.failed(one, now)
            return None
        for one in (email, address):
            self.brake.succeeded(one)
        return self.begin(user)

    def begin(self, user: User) -> str:
        """A session for this user."""
        token = secrets.token_urlsafe(32)
        with self.desk.alone():
            self.desk.bot.state.sessions.begin(token, user.email, self.desk.now())
        return token

    def sign_out(self, token: str) -> None:
        with self.desk.alone():
            self.desk.bot.state.sessions.end(token)

    def who(self, request: Request) -> tuple[User, str] | None:
        """The user of this request, and the token that its forms must bring."""
        token = request.cookies.get(SESSION_COOKIE, "")
        user = self._by_proxy(request) or (self._by_session(token) if token else None)
        return None if user is None else (user, csrf_token(token or user.email, self._key))

    @property
    def _key(self) -> bytes:
        return self.desk.bot.state.vault.key_for("console forms")

    def _by_session(self, token: str) -> User | None:
        now, state = self.desk.now(), self.desk.bot.state
        with self.desk.alone():
            user = state.sessions.signed_in(token, began_after=now - _LASTS, seen_after=now - _IDLE)
            fresh = state.sessions.signed_in(
                token, began_after=now - _LASTS, seen_after=now - _NOTED_EVERY
            )
            if user is not None and fresh is None:
                state.sessions.see(token, now)
        return user

    def _by_proxy(self, request: Request) -> User | None:
        """By the header of a proxy, from its address and from no other."""
        sign_on = self.desk.sign_on
        if not sign_on.header or request.client is None or request.client.host != sign_on.proxy:
            return None
        named = request.headers.get(sign_on.header, "")
        with self.desk.alone():
            return self.desk.bot.state.users.find(named) if named else None

    def _is_right(self, user: User, password: str) -> bool:
        if not user.password_hash:
            return False
        try:
            return self.hasher.verify(user.password_hash, password)
        except argon2.exceptions.VerificationError:
            return False


def csrf_token(session: str, key: bytes) -> str:
    """What a form of this session carries: another site can neither read nor make it."""
    return hmac.new(key, session.encode(), sha256).hexdigest()
