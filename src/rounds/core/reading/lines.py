"""On which line of a TOML text does each key stand?"""

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

Path = tuple[str | int, ...]


def line_numbers(text: str) -> dict[Path, int]:
    """The 1-based line of every key path of a TOML text, as far as it parses."""
    tree = Parser(Language(tree_sitter_toml.language())).parse(text.encode(errors="replace"))
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    for node in tree.root_node.named_children:
        if node.type == "pair":
            _note_pair(node, (), lines)
        elif node.type in ("table", "table_array_element"):
            keys = _key_parts(node.named_children[0])
            path = _absolute(keys, counts, is_array=node.type == "table_array_element")
            _note(path, (), node, lines)
            for pair in node.named_children[1:]:
                if pair.type == "pair":
                    _note_pair(pair, path, lines)
    return lines


def _absolute(keys: list[str], counts: dict[Path, int], *, is_array: bool) -> Path:
    path: Path = ()
    for position, key in enumerate(keys):
        path = (*path, key)
        if is_array and position == len(keys) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _note(path: Path, base: Path, node: Node, lines: dict[Path, int]) -> None:
    """The line of a path and of the tables it names on its way below ``base``."""
    for length in range(len(base) + 1, len(path) + 1):
        lines.setdefault(path[:length], node.start_point.row + 1)


def _note_pair(pair: Node, base: Path, lines: dict[Path, int]) -> None:
    path = (*base, *_key_parts(pair.named_children[0]))
    _note(path, base, pair, lines)
    _note_values(pair.named_children[1], path, lines)


def _note_values(value: Node, path: Path, lines: dict[Path, int]) -> None:
    """Every value inside a value; without recursion, for a text may be nested deeply."""
    waiting = [(value, path)]
    while waiting:
        node, at = waiting.pop()
        lines.setdefault(at, node.start_point.row + 1)
        if node.type == "inline_table":
            for pair in (child for child in node.named_children if child.type == "pair"):
                inner = (*at, *_key_parts(pair.named_children[0]))
                _note(inner, at, pair, lines)
                waiting.append((pair.named_children[1], inner))
        elif node.type == "array":
            items = [child for child in node.named_children if child.type != "comment"]
            waiting += [(item, (*at, index)) for index, item in enumerate(items)]


def _key_parts(node: Node) -> list[str]:
    if node.type == "dotted_key":
        return [part for child in node.named_children for part in _key_parts(child)]
    return [(node.text or b"").decode(errors="replace").strip("\"'")]
