"""A box for the data key that only one slot can open, and that anybody who has the key can fill."""

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from taf_desktop.store.recovery_code import RandomBytes

KEY = 32
_NONCE = 12


def derived(key: bytes, label: str, salt: bytes = b"") -> bytes:
    """A key for one purpose, made of another key; the purpose is the label."""
    return HKDF(algorithm=SHA256(), length=KEY, salt=salt, info=label.encode()).derive(key)


def seal(key: bytes, content: bytes, bound_to: bytes, random_bytes: RandomBytes) -> bytes:
    """Encrypt under a key; it opens only with what it is bound to."""
    nonce = random_bytes(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, bound_to)


def unseal(key: bytes, sealed: bytes, bound_to: bytes) -> bytes | None:
    """What was sealed; None when the key is another or anything was changed."""
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], bound_to)
    except (InvalidTag, ValueError):
        return None


def public_of(private: bytes) -> bytes:
    """What a box is filled for, of what it is opened with."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def fill_box(public: bytes, content: bytes, bound_to: bytes, random_bytes: RandomBytes) -> bytes:
    """Encrypt for whoever has the private half: a fresh public half, then what is sealed."""
    once = random_bytes(KEY)
    key = _agreed(once, public, public_of(once), public)
    return public_of(once) + seal(key, content, bound_to, random_bytes)


def open_box(private: bytes, box: bytes, bound_to: bytes) -> bytes | None:
    """What is in the box; None when it was filled for somebody else or changed."""
    fresh, sealed = box[:KEY], box[KEY:]
    try:
        key = _agreed(private, fresh, fresh, public_of(private))
    except ValueError:
        return None
    return unseal(key, sealed, bound_to)


def _agreed(private: bytes, public: bytes, fresh: bytes, receiver: bytes) -> bytes:
    other = X25519PublicKey.from_public_bytes(public)
    shared = X25519PrivateKey.from_private_bytes(private).exchange(other)
    return derived(shared, "taf-desktop box", fresh + receiver)
