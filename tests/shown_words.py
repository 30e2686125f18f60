"""Finds words that reach the screen past the catalogue: literals where the window's code takes words.

Which parameters take words is read from the code itself (`words`, `title`, `placeholder`…, a widget's
`name`), so a new widget is watched from its first line on; Qt's own setters and constructors are listed.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_MARKED = {"_", "later", "translate", "ngettext", "translate_plural"}
_SILENT = {"debug", "info", "warning", "error", "exception", "critical", "setObjectName", "setProperty"}
_TEXT = {"words", "title", "placeholder", "sentence", "hint", "detail", "action_words", "accept_words"}
_TEXT |= {"unit", "tip", "state", "spoken", "text", "label", "caption", "question", "message", "note"}
_QT = {"setText", "setPlainText", "setHtml", "setPlaceholderText", "setToolTip", "setStatusTip", "setTitle"}
_QT |= {"setWindowTitle", "setAccessibleName", "setAccessibleDescription", "setPrefix", "setSuffix"}
_QT |= {
    "setApplicationDisplayName",
    "setSpecialValueText",
    "setWhatsThis",
    "drawText",
    "addAction",
    "addMenu",
}
_QT |= {"addItem", "insertItem", "addTab", "addRow", "QLabel", "QPushButton", "QToolButton", "QCheckBox"}
_QT |= {"QRadioButton", "QGroupBox", "QMenu", "QAction", "QAccessibleAnnouncementEvent"}
_PROSE = re.compile(r"[^\W\d_]{2},? [^\W\d_]|^[A-Z][a-z]+$")
_WORD = re.compile(r"[^\W\d_]{2}")
_PASSED_ON = {"format", "join", "strip", "replace", "capitalize", "title", "lower", "upper"}

Trees = Mapping[str, ast.Module]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, order=True)
class Bare:
    """A literal that bypasses the catalogue."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The parameters of something callable that take words."""

    places: frozenset[int]
    names: frozenset[str]


def bare_arguments(trees: Trees) -> list[Bare]:
    """Return the literals with a word in them that are handed over as words."""
    known = _signatures(trees.values())
    return [
        Bare(f"{file}:{literal.lineno}", str(literal.value))
        for file, call in _calls(trees)
        if _name(call.func) not in _MARKED
        for argument in _text_arguments(call, known)
        for literal in _literals(argument)
        if _WORD.search(str(literal.value))
    ]


def bare_prose(trees: Trees) -> list[Bare]:
    """Return every literal that reads like prose, save docstrings, keys, logs and exceptions."""
    found = []
    for file, tree in trees.items():
        silent = {id(node) for part in _silent(tree) for node in ast.walk(part)}
        found += [
            Bare(f"{file}:{node.lineno}", node.value)
            for node in ast.walk(tree)
            if id(node) not in silent and isinstance(node, ast.Constant) and isinstance(node.value, str)
            if _PROSE.search(node.value)
        ]
    return found


def button_words(trees: Trees) -> set[str]:
    """Return the messages that stand on buttons."""
    return {
        str(marked.args[0].value)
        for _file, call in _calls(trees)
        if "button" in ast.unparse(call.func).lower() and _name(call.func) not in {"IconButton", "LineButton"}
        for argument in call.args
        for marked in ast.walk(argument)
        if isinstance(marked, ast.Call)
        and _name(marked.func) == "_"
        and isinstance(marked.args[0], ast.Constant)
    }


def _calls(trees: Trees) -> Iterator[tuple[str, ast.Call]]:
    for file, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield file, node


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _signatures(trees: Iterable[ast.Module]) -> Mapping[str, list[Signature]]:
    nodes = [node for tree in trees for node in ast.walk(tree)]
    classes = {node.name: node for node in nodes if isinstance(node, ast.ClassDef)}
    found: dict[str, list[Signature]] = defaultdict(list)
    for node in nodes:
        if isinstance(node, ast.ClassDef):
            # What a widget is called is read aloud; what a function calls `name` is a key.
            found[node.name].append(_signature(*_constructor(node, classes), _TEXT | {"name"}))
        elif isinstance(node, Function) and not node.name.startswith("__"):
            found[node.name].append(_signature(*_parameters(node), _TEXT))
    return found


def _signature(places: list[str], names: list[str], text: set[str]) -> Signature:
    return Signature(
        frozenset(place for place, name in enumerate(places) if name in text),
        frozenset(text.intersection(places, names) | text.intersection(names)),
    )


def _parameters(function: Function) -> tuple[list[str], list[str]]:
    places = [argument.arg for argument in function.args.args]
    if places[:1] in (["self"], ["cls"]):
        places = places[1:]
    return places, places + [argument.arg for argument in function.args.kwonlyargs]


def _constructor(node: ast.ClassDef, classes: Mapping[str, ast.ClassDef]) -> tuple[list[str], list[str]]:
    for part in node.body:
        if isinstance(part, ast.FunctionDef) and part.name == "__init__":
            return _parameters(part)
    fields = [
        part.target.id
        for part in node.body
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
    ]
    if fields and node.decorator_list:
        return fields, fields
    bases = [classes[_name(base)] for base in node.bases if _name(base) in classes]
    return _constructor(bases[0], classes) if bases else ([], [])


def _text_arguments(call: ast.Call, known: Mapping[str, list[Signature]]) -> Iterator[ast.expr]:
    name = _name(call.func)
    if name in _QT:
        yield from (*call.args, *(keyword.value for keyword in call.keywords))
        return
    signatures = known.get(name, [])
    # Of several functions with this name nobody knows here which one is meant: a place counts if all agree.
    places = frozenset.intersection(*(one.places for one in signatures)) if signatures else frozenset()
    names = frozenset[str]().union(*(one.names for one in signatures))
    yield from (argument for place, argument in enumerate(call.args) if place in places)
    yield from (keyword.value for keyword in call.keywords if keyword.arg in names)


def _literals(node: ast.expr) -> Iterator[ast.Constant]:
    """Yield the literals that end up in the text of `node`; what is compared or looked up does not."""
    match node:
        case ast.Constant(value=str()):
            yield node
        case (
            ast.JoinedStr(values=parts)
            | ast.BoolOp(values=parts)
            | ast.List(elts=parts)
            | ast.Tuple(elts=parts)
        ):
            for part in parts:
                yield from _literals(part)
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
            yield from _literals(one)
            yield from _literals(other)
        case ast.Call(func=ast.Attribute(value=text, attr=method), args=arguments) if method in _PASSED_ON:
            for part in (text, *arguments):
                yield from _literals(part)
        case ast.NamedExpr(value=part) | ast.Starred(value=part) | ast.FormattedValue(value=part):
            yield from _literals(part)
        case ast.ListComp(elt=part) | ast.GeneratorExp(elt=part):
            yield from _literals(part)


def _silent(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        match node:
            case ast.Raise() | ast.Expr(value=ast.Constant()):
                yield node
            case ast.Call(func=function) if _name(function) in _MARKED | _SILENT | {"TypeVar"}:
                yield node
            case ast.Dict(keys=keys):
                yield from (key for key in keys if key is not None)
            case (
                ast.FunctionDef(returns=ast.expr() as annotation)
                | ast.arg(annotation=ast.expr() as annotation)
                | ast.AnnAssign(annotation=annotation)
            ):
                yield annotation
