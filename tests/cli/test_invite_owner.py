from tests.cli.site_command import migrated, run


def test_the_first_owner_is_invited_once(tmp_path):
    site = migrated(tmp_path / "site")

    status, said = run(site, "invite-owner", "Director@agency.example")
    assert (status, "director@agency.example is invited as owner." in said) == (0, True)
    status, said = run(site, "invite-owner", "director@agency.example")
    assert (status, "is invited already" in said) == (2, True)
    status, said = run(site, "invite-owner", "director")
    assert (status, "is no e-mail address" in said) == (2, True)
