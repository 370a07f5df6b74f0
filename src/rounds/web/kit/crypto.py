"""Encryption of what is kept at rest: a ring of keys apart from the site's secret key."""

from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


class Unreadable(Exception):
    """Sealed with a key that this installation does not have, or damaged."""


def seal(text: str) -> str:
    """Encrypt with the newest key of the ring."""
    return _ring().encrypt(text.encode()).decode("ascii")


def unseal(sealed: str) -> str:
    """Read with any key of the ring; never answers with something else than what was sealed."""
    try:
        return _ring().decrypt(sealed).decode()
    except InvalidToken:
        raise Unreadable("no key of this installation opens it") from None


def key_names() -> list[str]:
    """A name for each key of the ring that tells the key to nobody."""
    return [name_of_key(key) for key in settings.DATA_KEYS]


def name_of_key(key: str) -> str:
    return sha256(b"rounds data key " + key.encode("ascii")).hexdigest()[:12]


def _ring() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.DATA_KEYS])
