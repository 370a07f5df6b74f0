from rounds.web.catalog.importers.places import area_of


def test_a_zip_code_has_its_state_zone_and_an_approximate_point():
    guam, nowhere = area_of("96910"), area_of("00000")

    assert (guam.state_code, guam.time_zone) == ("GU", "Pacific/Guam")
    assert (round(guam.latitude), round(guam.longitude)) == (13, 145)
    assert nowhere is None
