"""Where in the code a rule has its name: read off the package's own files, so that it cannot go stale."""

import ast
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from summitparse.rules import packages, rules

PACKAGE = "summitparse"
# A package that registers no rule: its templates, by their names, carry out those that dates register.
TEMPLATES = "timex"


@dataclass(frozen=True, slots=True)
class Site:
    """A place in the code: file below the package, line (from 1), function ("" outside of one) and what it is for."""

    path: str
    line: int
    function: str
    purpose: str


def sites_of(rule: str) -> list[Site]:
    """The places of a rule, and where it is made of parts, of each part ("calendar.year+relative.ago").

    A suffix that a later step adds ("-parsed") has a place of its own. Nothing is found for a name that no code knows.
    """
    found: list[Site] = []
    for part in rule.split("+"):
        found += [site for site in _sites_of_part(part) if site not in found]
    return found


def _sites_of_part(name: str) -> tuple[Site, ...]:
    index = names_in_code()
    if name in rules() and (code := rules()[name].code):
        return index.get(code if ":" in code else f"{code}:{name.partition('.')[2]}", ())
    if name in index:
        return index[name]
    for dash in (at for at, sign in enumerate(name) if sign == "-"):
        if name[dash:] in index:
            return (*_sites_of_part(name[:dash]), *index[name[dash:]])
    beginnings = [known for known in index if known.endswith((".", "-")) and name.startswith(known)]
    return index[max(beginnings, key=len)] if beginnings else ()


@cache
def names_in_code() -> dict[str, tuple[Site, ...]]:
    """Every string of the code that can be a rule's name, a suffix of one or the beginning of one, to its places; those
    of the files that a rule names as its `code`, and their functions, behind "FILE:"."""
    found: dict[str, list[Site]] = {}
    for package in (*packages(), TEMPLATES):
        for file, path in _files(files(PACKAGE) / package, package):
            text = file.read_text("utf-8")
            named = _in_code(text, path) if path.endswith(".py") else _in_data(text, path)
            for name, site in named:
                found.setdefault(name, []).append(site)
    for path in {rule.code.partition(":")[0] for rule in rules().values() if rule.code}:
        text = (files(PACKAGE) / path).read_text("utf-8")
        for name, site in (*_in_code(text, path, whole=False), *_functions(text, path)):
            found.setdefault(f"{path}:{name}", []).append(site)
    return {name: tuple(dict.fromkeys(sites)) for name, sites in found.items()}


def _files(folder: Traversable, path: str) -> list[tuple[Traversable, str]]:
    found: list[tuple[Traversable, str]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name in ("rules", "rules.toml"):
            continue  # where rules are registered, which is not where they are carried out
        if entry.is_dir():
            found += _files(entry, f"{path}/{entry.name}")
        elif entry.name.endswith((".py", ".toml")):
            found.append((entry, f"{path}/{entry.name}"))
    return found


def _in_code(text: str, path: str, *, whole: bool = True) -> list[tuple[str, Site]]:
    """Strings that are given as names, with the innermost function around each; those only asked about are left out.
    With `whole` only those that can be the whole name of a rule, else words too."""
    found: list[tuple[str, Site]] = []

    def walk(node: ast.AST, function: str, purpose: str) -> None:
        if _only_asks(node):
            return
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            function = node.name
            purpose = _first_paragraph(node) or purpose
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            name = node.value.removesuffix("+")  # another part follows
            if not whole or _can_be_name(name):
                found.append((name, Site(path, node.lineno, function, purpose)))
        for child in ast.iter_child_nodes(node):
            walk(child, function, purpose)

    tree = ast.parse(text)
    walk(tree, "", _first_paragraph(tree))
    return found


def _functions(text: str, path: str) -> list[tuple[str, Site]]:
    """The functions of a file."""
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef)]
    return [(node.name, Site(path, node.lineno, node.name, _first_paragraph(node))) for node in nodes]


def _first_paragraph(node: ast.Module | ast.FunctionDef | ast.ClassDef) -> str:
    return " ".join((ast.get_docstring(node) or "").split("\n\n")[0].split())


def _only_asks(node: ast.AST) -> bool:
    """A comparison, a set or a table by name, or a call such as `rule.startswith(…)`: none of them makes a record."""
    if isinstance(node, ast.Compare | ast.Set | ast.Dict):
        return True
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in ("startswith", "endswith", "partition")
    return False


def _in_data(text: str, path: str) -> list[tuple[str, Site]]:
    """Names that tables of a lexicon give: `name = "positions.consult"`."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        key, equals, value = line.partition("=")
        name = value.strip().strip('"')
        if equals and key.strip() in ("name", "rule") and _can_be_name(name):
            found.append((name, Site(path, number, "", "")))
    return found


def _can_be_name(text: str) -> bool:
    """ "money.sign-before", and as parts of names "-parsed" and "ratio."."""
    words = text.replace(".", "").replace("-", "")
    return 2 < len(text) < 60 and text.islower() and words.isalnum() and ("." in text or text.startswith("-"))
