"""The problems of one file, gathered while it is read."""

from dataclasses import dataclass, field

from rounds.core.errors import BadInput, Problem
from rounds.core.reading.lines import Path, line_numbers


@dataclass(slots=True)
class Report:
    """Collects the problems of one file."""

    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    _lines: dict[Path, int] | None = None

    def add(self, path: Path, sentence: str) -> None:
        """Note a problem at a key path such as ``("exam", 0, "score")``."""
        self.problems.append(Problem(self.file, self._line(path), dotted(path), sentence))

    def raise_if_any(self) -> None:
        if self.problems:
            raise BadInput(tuple(self.problems))

    def _line(self, path: Path) -> int:
        if self._lines is None:
            self._lines = line_numbers(self.text)
        while path:
            if path in self._lines:
                return self._lines[path]
            path = path[:-1]
        return 0


def dotted(path: Path) -> str:
    """``exam[0].score`` for ``("exam", 0, "score")``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else (f".{part}" if text else part)
    return text
