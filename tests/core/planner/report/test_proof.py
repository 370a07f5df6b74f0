from dataclasses import replace

from rounds.core.planner.plan import StageName, StageProof
from rounds.core.planner.report.proof import catalog_line, stage_rows


def test_what_was_searched_is_counted_the_older_layer_apart(answer, with_older_layer):
    assert catalog_line(answer) == (
        "Searched: 24 rotation dates, 12 fictional programs. The rules of 1 program are older than "
        "season 2028; such doors are never counted as open."
    )
    assert catalog_line(with_older_layer).startswith(
        "Searched: 24 rotation dates, 12 fictional programs, 35 real programs. "
    )


def test_the_stages_are_told_in_words(answer):
    assert stage_rows(answer) == [
        ("Sure doors", "4", "proven"),
        ("Possible doors", f"{answer.plan.possible_doors}", "proven"),
        ("Cost", "$2,709.60", "proven"),
        ("Letters", f"{answer.plan.letters}", "proven"),
        ("Finish", "Mar 5, 2027", "proven"),
        ("Choice among equals", "QUILL3-270104, LARK3-270208", "proven"),
    ]


def test_a_gap_is_told_in_place_of_a_proof(answer):
    stage = StageProof(StageName.SURE_DOORS, 4, 7)
    gapped = replace(answer, proof=replace(answer.proof, stages=(stage,)))

    assert stage_rows(gapped) == [
        ("Sure doors", "4", "4 sure doors, and no plan can have more than 7")
    ]
