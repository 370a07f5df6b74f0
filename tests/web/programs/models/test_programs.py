from rounds.web.programs.models import Program


def test_a_town_is_said_with_its_state():
    assert Program(city="Gable Falls", state_code="NY").town == "Gable Falls, NY"
    assert Program(state_code="NY").town == "NY"
