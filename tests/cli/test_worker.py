import signal
import subprocess

from tests.cli.site_command import ROUNDS, environment, migrated, run


def test_a_worker_works_until_it_is_told_to_stop(tmp_path):
    migrated(tmp_path)
    worker = subprocess.Popen(
        [ROUNDS, "worker"], env=environment(tmp_path), stderr=subprocess.PIPE, text=True
    )
    assert worker.stderr.readline().strip() == "Working."
    worker.send_signal(signal.SIGTERM)
    _, said = worker.communicate(timeout=30)

    assert (worker.returncode, said.strip()) == (0, "Stopped; nothing was left half done.")


def test_a_site_without_tables_has_no_work(tmp_path):
    status, said = run(tmp_path, "worker")

    assert status == 2
    assert "First run: django-admin migrate" in said
