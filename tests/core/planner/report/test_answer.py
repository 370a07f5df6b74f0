def test_programs_are_found_by_id_and_rotations_by_number(answer):
    assert answer.programs["juniper-pathology"].specialty == "pathology"
    assert answer.numbers == {"QUILL3-270104": 1, "LARK3-270208": 2}


def test_fiction_is_known_as_such(answer, with_older_layer):
    assert answer.has_fiction is True
    assert with_older_layer.has_fiction is True
