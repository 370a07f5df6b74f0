"""Names and telephone numbers of foreign files as people write them; the raw text is kept apart."""

import re

SMALL = frozenset({"of", "the", "and", "at", "for", "in", "on", "by", "de", "la", "y", "with"})
CAPITALS = """
    ACH AFB AHN AMC ARH BHC CAH CHI CHOC DBA EAMC ER HCA HSHS II III IV IU KU LAC LDS LLC
    LSU LTC MD MUSC NE NMC NW NYC NYU OSF OU PHS PIH PO SE SSM SUNY SW UAB UC UCI UCLA UCSF UF UK
    UMC UNC UNM UPMC US USA USC UT UVA VA VCU
"""
KEPT_UPPER = frozenset(CAPITALS.split())
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
TEN_DIGITS = re.compile(r"(?:\+?1)?([2-9]\d{2})(\d{3})(\d{4})")
SEPARATORS = re.compile(r"[\s().\-/]+")


def readable(text: str) -> str:
    """``MERCY HOSPITAL OF THE VALLEY`` in small letters; what has some already stays as it is."""
    if text != text.upper():
        return text
    words = text.split()
    return " ".join(_readable_word(word, is_first=n == 0) for n, word in enumerate(words))


def _readable_word(word: str, *, is_first: bool) -> str:
    if word.casefold() in SMALL and not is_first:
        return word.lower()
    return WORD.sub(lambda found: _cased(found[0]), word)


def _cased(word: str) -> str:
    """``O'NEIL``, ``MCLEOD``, ``ST.``, ``1ST``: O'Neil, McLeod, St., 1st."""
    if word in KEPT_UPPER:
        return word
    if word[0].isdigit():
        return word.lower()
    if "'" in word:
        head, tail = word.split("'", 1)
        return f"{head.capitalize()}'{tail.capitalize() if len(tail) > 1 else tail.lower()}"
    if word.startswith("MC") and len(word) > 4:
        return f"Mc{word[2:].capitalize()}"
    return word.capitalize()


def telephone(text: str) -> str:
    """``(555) 010-0001`` out of ten digits however they are set apart; anything else as told."""
    found = TEN_DIGITS.fullmatch(SEPARATORS.sub("", text))
    return f"({found[1]}) {found[2]}-{found[3]}" if found else text
