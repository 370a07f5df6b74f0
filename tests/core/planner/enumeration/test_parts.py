from rounds.core.planner.enumeration.parts import POSSIBLE, SURE, Part, Total, total

FIRST = Part(adds=(1, 10), letters=(0b0100, 0b1000), author=7, gives_letter=True)
SECOND = Part(adds=(2, 20), letters=(0b1100, 0b1000), author=7, gives_letter=True)
OTHER = Part(adds=(0, 0), letters=(0b0100, 0), author=8, gives_letter=False)


def test_each_board_has_its_own_sum():
    assert total([FIRST, OTHER], SURE).amount == 1 + 4 + 4
    assert total([FIRST, OTHER], POSSIBLE).amount == 10 + 8


def test_of_one_author_only_what_is_new_counts():
    assert total([FIRST, SECOND], SURE).amount == 1 + 2 + 0b1100
    assert total([SECOND, FIRST], SURE).amount == 1 + 2 + 0b1100
    assert total([FIRST, FIRST, FIRST], POSSIBLE).amount == 30 + 0b1000


def test_nothing_sums_to_nothing():
    assert total([], SURE) == Total()
