"""Sites: different, marked, in different towns, at published rents."""

from rounds.demo.sites import SITES, Place, Style


def test_ids_and_towns_are_different():
    assert len({place.id for place in SITES}) == 25
    assert len({(place.city, place.state) for place in SITES}) == 25


def test_names_end_with_the_mark():
    assert SITES[0].name == "Candlemoor Lantern University Hospital (fictional)"
    assert {place.name.rsplit(" ", 1)[1] for place in SITES} == {"(fictional)"}


def test_a_week_is_a_fifty_second_of_twelve_months():
    assert Place("a", "A", "A", "OH", Style.OFFICE, rent=650).housing_cents_a_week == 150_00
    assert Place("a", "A", "A", "OH", Style.OFFICE, rent=600).housing_cents_a_week == 138_46


def test_rents_stay_within_the_published_range_and_online_costs_nothing():
    rents = [place.rent for place in SITES if place.style is not Style.ONLINE]

    assert (min(rents), max(rents)) == (600, 1500)
    assert {(p.rent, p.travel) for p in SITES if p.style is Style.ONLINE} == {(0, 0)}
