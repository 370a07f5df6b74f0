from rounds.core.planner.plan import Plan, StageName, StageProof

PROVEN = StageProof(StageName.SURE_DOORS, 3, 3)
OPEN = StageProof(StageName.COST, 900, 700)


def test_the_stages_keep_their_codes_and_their_order():
    assert [stage.value for stage in StageName] == [
        "sure_doors",
        "possible_doors",
        "cost",
        "letters",
        "finish",
        "codes",
    ]


def test_a_stage_is_proven_when_nothing_better_can_exist():
    assert PROVEN.is_proven
    assert not OPEN.is_proven


def test_a_plan_is_proven_when_all_its_stages_are():
    assert Plan((), 3, 3, 0, (), 0, None, (PROVEN,)).is_proven
    assert not Plan((), 3, 3, 0, (), 0, None, (PROVEN, OPEN)).is_proven
