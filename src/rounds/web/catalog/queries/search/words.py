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
    """Published rotations that hold every word, or one that begins so; best matches first.

    SQLite answers by FTS5, PostgreSQL by its full text; both see the same folded words.
    """
    if not words:
        return []
    sql, question = _question(words)
    with connection.cursor() as cursor:
        cursor.execute(sql, question)
        return [row[0] for row in cursor.fetchall()]


SQLITE = "SELECT rowid FROM catalog_words WHERE catalog_words MATCH %s ORDER BY rank, rowid"
POSTGRESQL = """
    SELECT rotation_id FROM catalog_rotationtext, to_tsquery('simple', %s) asked
    WHERE to_tsvector('simple', body) @@ asked
    ORDER BY ts_rank(to_tsvector('simple', body), asked) DESC, rotation_id
"""


def _question(words: list[str]) -> tuple[str, list[str]]:
    if connection.vendor == "sqlite":
        return SQLITE, [" AND ".join(f'"{word}"*' for word in words)]
    return POSTGRESQL, [" & ".join(f"{word}:*" for word in words)]
