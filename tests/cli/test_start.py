import subprocess
import sys

STOPPED_WHILE_LOADING = """
import builtins, sys
load = builtins.__import__
from rounds.cli import main

def stop(name, *rest):
    if name == "rounds.cli.app":
        raise KeyboardInterrupt
    return load(name, *rest)

builtins.__import__ = stop
main()
"""


def test_who_stops_the_command_while_it_loads_gets_no_traceback():
    done = subprocess.run(
        [sys.executable, "-c", STOPPED_WHILE_LOADING], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
