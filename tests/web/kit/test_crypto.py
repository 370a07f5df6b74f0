import pytest

from rounds.web.kit.crypto import Unreadable, key_names, name_of_key, seal, unseal

OLD = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
NEW = "YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI="


def test_what_is_sealed_hides_its_words_and_reads_the_same():
    sealed = seal("Ana María")

    assert "Ana" not in sealed
    assert sealed != seal("Ana María")
    assert unseal(sealed) == "Ana María"


def test_a_new_key_seals_and_an_old_one_still_opens(settings):
    settings.DATA_KEYS = [OLD]
    before = seal("before")
    settings.DATA_KEYS = [NEW, OLD]
    after = seal("after")

    assert unseal(before) == "before"
    settings.DATA_KEYS = [NEW]
    assert unseal(after) == "after"
    with pytest.raises(Unreadable):
        unseal(before)


@pytest.mark.parametrize(
    "damage", [lambda s: s[:-2], lambda s: s[:0], lambda s: s[:20] + "~" + s[21:]]
)
def test_what_is_damaged_is_never_read(settings, damage):
    settings.DATA_KEYS = [OLD]
    sealed = seal("words")

    with pytest.raises(Unreadable):
        unseal(damage(sealed))


def test_a_key_has_a_name_that_does_not_tell_it(settings):
    settings.DATA_KEYS = [NEW, OLD]

    assert key_names() == [name_of_key(NEW), name_of_key(OLD)]
    assert len(set(key_names())) == 2
    assert all(len(name) == 12 and name not in NEW + OLD for name in key_names())
