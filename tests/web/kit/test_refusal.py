from rounds.web.kit.refusal import Refusal


def test_a_refusal_keeps_its_code_its_sentence_and_what_it_is_about():
    refusal = Refusal("term_full", "This term is full.", term="CHI-07")

    assert (refusal.code, refusal.sentence, refusal.params) == (
        "term_full",
        "This term is full.",
        {"term": "CHI-07"},
    )
    assert str(refusal) == "This term is full."
