import gzip

import pytest

from rounds.web.kit.refusal import Refusal
from rounds.web.programs.importers.quotas import read_quotas

HEAD = "state,institution,city,program,code,year,quota,matched\n"
GOOD = "NEW YORK,Gable Hosp-NY,Gable Falls,Family Medicine,3082120C0,2020,8,7\n"


def read(*rows):
    return read_quotas((HEAD + "".join(rows)).encode())


def test_a_row_is_read_with_codes_as_text():
    (one,) = read(GOOD).years

    assert (one.code, one.year, one.offered, one.filled) == ("3082120C0", 2020, 8, 7)
    assert (one.state_code, one.specialty, one.institution) == (
        "NY", "family medicine", "Gable Hosp-NY",
    )  # fmt: skip


def test_a_kind_of_program_we_have_no_word_for_is_kept_without_one():
    (one,) = read(GOOD.replace("Family Medicine", "Psychiatry/Research")).years

    assert (one.program, one.specialty) == ("Psychiatry/Research", "")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("3082120C0", "308", "the code is not one of the Match"),
        ("NEW YORK", "NEW YORKSHIRE", "no state is called NEW YORKSHIRE"),
        (",2020,", ",20,", "the year is no year"),
        (",8,7", ",eight,7", "places offered and filled must be whole numbers"),
        (",8,7", ",8,-1", "places offered and filled must be whole numbers"),
        (",8,7", ",7,8", "more places are filled than offered"),
        ("Gable Hosp-NY", "", "institution or program is missing"),
    ],
)
def test_a_wrong_row_is_told_and_left_out(before, after, says):
    file = read(GOOD.replace(before, after))

    assert file.years == ()
    assert file.rejected[0].reason.startswith(says)


def test_a_year_told_twice_is_refused_both_times():
    file = read(GOOD, GOOD.replace(",8,7", ",9,9"))

    assert file.years == ()
    assert [one.line for one in file.rejected] == [2, 3]


def test_a_file_without_the_columns_is_refused():
    with pytest.raises(Refusal, match="columns are missing"):
        read_quotas(b"a,b\n1,2\n")


def test_the_published_results_are_read_to_the_last_row(shared_data):
    packed = shared_data / "data" / "programs" / "nrmp_program_results_2014_2020_long.csv.gz"
    file = read_quotas(gzip.decompress(packed.read_bytes()))
    of_2020 = [one for one in file.years if one.year == 2020]

    assert (file.rows, file.rejected) == (35_652, ())
    assert len({one.code for one in file.years}) == 7_072
    assert sum(one.offered for one in of_2020) == 37_256
    assert sum(one.filled for one in of_2020) == 35_258
