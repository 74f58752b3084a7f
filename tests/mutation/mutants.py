"""Mutants: a module with one small thing changed, as a bored or tired author might."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One changed module: where, what, and its syntax tree."""

    line: int
    what: str
    tree: ast.Module


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines."""
    tree = ast.parse(source)
    places = [node for node in ast.walk(tree) if hasattr(node, "lineno")]
    skipped = set(_left_alone(tree))
    for number, node in enumerate(places):
        if id(node) not in skipped:
            yield from _of(tree, number, node)


def _left_alone(tree: ast.Module) -> Iterator[int]:
    """What may change without changing behaviour: docstrings, annotations, decorators, parts of f-strings, what is logged."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield from _all(node)
        if isinstance(node, ast.Expr) and _logs(node.value):
            yield from _all(node)
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            for part in node.decorator_list:
                yield from _all(part)
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(part, ast.AST):
                yield from _all(part)
        if isinstance(node, ast.JoinedStr):
            yield from (id(n) for n in ast.walk(node) if isinstance(n, ast.Constant))


def _logs(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="log"))):
            return True
        case _:
            return False


def _all(node: ast.AST) -> Iterator[int]:
    yield from (id(n) for n in ast.walk(node))


def _of(tree: ast.Module, number: int, node: ast.AST) -> Iterator[Mutant]:
    for what, change in _changes(node):
        changed = copy.deepcopy(tree)
        target = [n for n in ast.walk(changed) if hasattr(n, "lineno")][number]
        change_in_place(changed, target, change(copy.deepcopy(target)))
        ast.fix_missing_locations(changed)
        yield Mutant(line=getattr(node, "lineno", 0), what=what, tree=changed)


def change_in_place(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    """Put `new` where `old` stands."""
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
                return
            if isinstance(value, list) and any(v is old for v in value):
                setattr(parent, name, [new if v is old else v for v in value])
                return


def _changes(node: ast.AST) -> Iterator[tuple[str, "object"]]:
    match node:
        case ast.Compare(ops=[op]) if type(op) in COMPARE:
            swapped = COMPARE[type(op)]
            yield f"{type(op).__name__} to {swapped.__name__}", lambda n: _with(n, ops=[swapped()])
        case ast.BoolOp(op=op):
            other = ast.Or if isinstance(op, ast.And) else ast.And
            yield f"{type(op).__name__} to {other.__name__}", lambda n: _with(n, op=other())
        case ast.UnaryOp(op=ast.Not()):
            yield "not dropped", lambda n: n.operand
        case ast.BinOp(op=op) if type(op) in ARITHMETIC:
            swapped_op = ARITHMETIC[type(op)]
            yield f"{type(op).__name__} to {swapped_op.__name__}", lambda n: _with(n, op=swapped_op())
        case ast.Constant(value=bool() as value):
            yield f"{value} to {not value}", lambda n: _with(n, value=not value)
        case ast.Constant(value=int() | float() as number):
            yield f"{number} to {number + 1}", lambda n: _with(n, value=number + 1)
        case ast.Constant(value=str() as text) if text:
            yield f"{text[:20]!r} changed", lambda n: _with(n, value=f"{text}~")
        case ast.If() | ast.IfExp():
            yield "condition turned", lambda n: _with(n, test=ast.UnaryOp(op=ast.Not(), operand=n.test))
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield "returns None", lambda n: _with(n, value=ast.Constant(value=None))
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield "statement dropped", lambda n: ast.Pass()
        case _:
            return


def _with(node: ast.AST, **fields: object) -> ast.AST:
    for name, value in fields.items():
        setattr(node, name, value)
    return node
