from rounds.web.programs.mails import door_changed
from rounds.web.programs.models import Program


def test_the_mail_names_program_doors_and_page_and_no_fact_of_the_person(settings):
    settings.ADDRESS = "https://rounds.example/"
    program = Program(code="gable", name="Gable", specialty="urology", state_code="NY")
    mail = door_changed(program, was="open", now="closed")

    assert mail.subject == "A door is closed now: Gable"
    assert "Gable, urology, NY" in mail.text
    assert "was open for you and is closed now" in mail.text
    assert "in Rounds: https://rounds.example/programs/gable/\n" in mail.text
