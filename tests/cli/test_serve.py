from rounds.cli.serve import command_of
from tests.cli.site_command import run


def test_a_site_without_tables_is_not_served(tmp_path):
    status, said = run(tmp_path, "serve")

    assert status == 2
    assert "First run: django-admin migrate" in said


def test_a_port_that_is_none_is_refused(tmp_path):
    status, said = run(tmp_path, "serve", "--port", "99999")

    assert status == 2
    assert "--port" in said


def test_the_server_takes_the_place_of_the_command():
    command = command_of("127.0.0.1", 8000, 2)

    assert command[1:3] == ["-m", "granian"]
    assert command[-1] == "rounds.wsgi:application"
    assert command[command.index("--workers") + 1] == "2"
