"""How a command ends: exit statuses, and sentences instead of tracebacks."""

import os
import sys
from errno import ENOSPC
from typing import Any  # Any: typer's own signature

import typer
from typer.core import TyperGroup

from rounds.cli.page import Page
from rounds.cli.problems import problems_as_json, show_problems
from rounds.cli.start import INTERRUPTED
from rounds.core.errors import BadInput, InternalDisagreement, SolverStopped
from rounds.web.kit.refusal import Refusal

ANSWERED, FAULT, BAD_INPUT, STOPPED, UNREAD = 0, 1, 2, 3, 141
WANTS_JSON = "rounds.cli.json"


class KindGroup(TyperGroup):
    """Turns what the core raises into sentences and an exit status; never a traceback."""

    def invoke(self, ctx: Any) -> Any:
        try:
            answer = super().invoke(ctx)
            if sys.stdout is not None:  # None: closed before the start
                sys.stdout.flush()
            return answer
        except BadInput as error:
            if ctx.meta.get(WANTS_JSON):
                typer.echo(problems_as_json(error))
            show_problems(error, Page(to_stderr=True))
            raise typer.Exit(BAD_INPUT) from error
        except (Refusal, SolverStopped, InternalDisagreement) as error:
            sentence, status = _told(error)
            _say(sentence)
            raise typer.Exit(status) from error
        except KeyboardInterrupt as error:
            _say("Stopped.")
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            _drop_what_is_unread()
            raise typer.Exit(UNREAD) from error
        except OSError as error:
            if error.errno != ENOSPC:
                raise
            _drop_what_is_unread()
            _say("The answer could not be written: no space is left there. Make room, ask again.")
            raise typer.Exit(BAD_INPUT) from error


def remember_json(ctx: typer.Context, value: bool) -> bool:
    """Note that the answer, even a refusal, is for a program."""
    ctx.meta[WANTS_JSON] = value
    return value


def _told(error: Refusal | SolverStopped | InternalDisagreement) -> tuple[str, int]:
    if isinstance(error, Refusal):
        return error.sentence, BAD_INPUT
    if isinstance(error, SolverStopped):
        sentence = "No plan was found in the time allowed. Give --seconds more, or ask for less."
        return sentence, STOPPED
    return (
        "Rounds found a contradiction in its own work and shows no result. "
        f"Please report this fault with your files: {error}"
    ), FAULT


def _drop_what_is_unread() -> None:
    """Send the rest nowhere, so that closing down does not fail on it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(sentence: str) -> None:
    Page(to_stderr=True).line(sentence)
