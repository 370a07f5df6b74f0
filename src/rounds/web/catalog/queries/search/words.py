"""Words folded alike for what is stored and what is asked, and the rotations that hold them."""

import re
import unicodedata

from django.db import connection

MOST_WORDS, LONGEST_WORD = 8, 40
WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> list[str]:
    """Small letters without accents, word by word: ``Médecine`` → ``medecine``."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


def asked(text: str) -> list[str]:
    """The words of a question, at most eight, none longer than any word of ours."""
    return [word[:LONGEST_WORD] for word in folded(text)[:MOST_WORDS]]


def rotations_with(words: list[str]) -> list[int]:
    """Published rotations that hold every word, or one that begins so.

    SQLite answers by FTS5, PostgreSQL by its full text; both see the same folded words.
    """
    return _found(words, FOUND)


def best_rotations_with(words: list[str]) -> list[int]:
    """The same, best matches first; weighing them costs time."""
    return _found(words, RANKED)


FOUND = {
    "sqlite": "SELECT rowid FROM catalog_words WHERE catalog_words MATCH %s ORDER BY rowid",
    "postgresql": """
        SELECT rotation_id FROM catalog_rotationtext
        WHERE to_tsvector('simple', body) @@ to_tsquery('simple', %s) ORDER BY rotation_id
    """,
}
RANKED = {
    "sqlite": "SELECT rowid FROM catalog_words WHERE catalog_words MATCH %s ORDER BY rank, rowid",
    "postgresql": """
        SELECT rotation_id FROM catalog_rotationtext, to_tsquery('simple', %s) asked
        WHERE to_tsvector('simple', body) @@ asked
        ORDER BY ts_rank(to_tsvector('simple', body), asked) DESC, rotation_id
    """,
}


def _found(words: list[str], statements: dict[str, str]) -> list[int]:
    if not words:
        return []
    with connection.cursor() as cursor:
        cursor.execute(statements[connection.vendor], [_question(words)])
        return [row[0] for row in cursor.fetchall()]


def _question(words: list[str]) -> str:
    if connection.vendor == "sqlite":
        return " AND ".join(f'"{word}"*' for word in words)
    return " & ".join(f"{word}:*" for word in words)
