"""A fingerprint of the catalog: the same terms and programs in any order give the same hash."""

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from hashlib import sha256

from rounds.core.eligibility.programs import Program
from rounds.core.planner.offers import Term


def catalog_hash(terms: Iterable[Term], programs: Iterable[Program]) -> str:
    """SHA-256 in hex over one canonical line per term and per program, the lines sorted.

    A line is JSON without spaces: a record is its type's name and its fields in their declared
    order, a set is sorted, a day is ISO 8601. Copies count: a term listed twice changes the hash.
    """
    memo: dict[int, str] = {}
    lines = sorted(canonical(record, memo) for record in (*terms, *programs))
    digest = sha256()
    for line in lines:
        digest.update(line.encode())
        digest.update(b"\n")
    return digest.hexdigest()


def canonical(value: object, memo: dict[int, str]) -> str:
    """One value as canonical JSON. ``memo`` keeps records already written, by identity.

    Raises TypeError for a value that has no canonical form.
    """
    match value:
        case Enum():
            return json.dumps(value.value)
        case None | bool() | int() | str():
            return json.dumps(value)
        case date():
            return json.dumps(value.isoformat())
        case tuple():
            return f"[{','.join(canonical(part, memo) for part in value)}]"
        case frozenset():
            return f"[{','.join(sorted(canonical(part, memo) for part in value))}]"
    if not is_dataclass(value) or isinstance(value, type):
        raise TypeError(f"{type(value).__name__} has no canonical form")
    if id(value) not in memo:
        parts = [json.dumps(type(value).__name__)]
        parts += [canonical(getattr(value, field.name), memo) for field in fields(value)]
        memo[id(value)] = f"[{','.join(parts)}]"
    return memo[id(value)]
