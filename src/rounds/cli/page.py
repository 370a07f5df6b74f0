"""A calm page on a terminal: headings, lines and tables that stay readable at 60 columns."""

from collections.abc import Sequence
from typing import TextIO

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

NARROWEST, WIDEST = 20, 100
UNSEEN = {
    code: None for code in (*range(32), *range(127, 160)) if code not in (9, 10)
} | dict.fromkeys((*range(8234, 8239), *range(8294, 8298)))


def cleaned(text: str) -> str:
    """The text without control and direction characters: a hostile name draws nothing."""
    return text.translate(UNSEEN)


class Page:
    """Prints plain words; what comes from a file is never taken as markup."""

    def __init__(
        self, file: TextIO | None = None, *, to_stderr: bool = False, columns: int | None = None
    ) -> None:
        self.console = Console(
            file=file, stderr=to_stderr, width=columns, highlight=False, markup=False, emoji=False
        )
        self.console.width = max(self.console.width, NARROWEST)
        self.width = min(self.console.width, WIDEST)

    def lead(self, text: str) -> None:
        """The sentence that answers the question."""
        self._put(Text(cleaned(text), style="bold"))

    def heading(self, text: str) -> None:
        """The title of a section, after an empty line."""
        self.line()
        self._put(Text(cleaned(text), style="bold cyan"))

    def line(self, text: str = "", *, indent: int = 0, style: str = "") -> None:
        """One paragraph, wrapped, indented as a block."""
        self._put(Text(cleaned(text), style=style), indent)

    def quiet(self, text: str, *, indent: int = 0) -> None:
        """A paragraph that stands back."""
        self.line(text, indent=indent, style="dim")

    def item(self, mark: str, text: str, *, indent: int = 0) -> None:
        """A paragraph that hangs beside a mark, such as ``1`` or ``·``."""
        grid = Table.grid(padding=(0, 1))
        grid.add_column(no_wrap=True)
        grid.add_column()
        grid.add_row(Text(cleaned(mark), style="bold"), Text(cleaned(text)))
        self._print(Padding(grid, (0, 0, 0, indent), expand=False))

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        numbers: frozenset[int] = frozenset(),
        last_is_sum: bool = False,
    ) -> None:
        """Rows under heads; the columns in ``numbers`` stand to the right."""
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
        for index, head in enumerate(heads):
            right = index in numbers
            table.add_column(
                cleaned(head),
                justify="right" if right else "left",
                no_wrap=right,
                overflow="fold",
                header_style="dim",
            )
        for index, row in enumerate(rows):
            is_sum = last_is_sum and index == len(rows) - 1
            if is_sum:
                table.add_section()
            table.add_row(*(Text(cleaned(cell)) for cell in row), style="bold" if is_sum else "")
        self._print(Padding(table, (0, 0, 0, 2), expand=False))

    def _put(self, text: Text, indent: int = 0) -> None:
        self._print(Padding(text, (0, 0, 0, indent), expand=False) if text else text)

    def _print(self, shown: RenderableType) -> None:
        """Print; what goes to a file or a pipe carries no spaces at the end of a line."""
        if self.console.is_terminal:
            self.console.print(shown, width=self.width)
            return
        with self.console.capture() as printed:
            self.console.print(shown, width=self.width)
        lines = printed.get().removesuffix("\n").split("\n")
        self.console.file.write("".join(f"{line.rstrip()}\n" for line in lines))
