"""The English model that comes with summitparse (`models/language`), put together without spaCy's own loader.

That reads a pipeline's config, asks all installed packages for their parts and prepares what a training needs, which
takes longer than a release. The layers and the weights are the same: `spacy.load("models/language")` gives equal tags
and trees, and a test holds it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

WIDTH, DEPTH = 96, 4
# Which features of a word have an embedding, and how many rows each has (config.cfg).
EMBEDDED = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500, "SPACY": 50, "IS_SPACE": 50}
# What is told of a new word: that, and what anyone asks. Whether it looks like an address costs more than all of it.
TOLD = ("NORM", "SHAPE", "PREFIX", "SUFFIX", "IS_ALPHA", "IS_SPACE")

# What stands before an ending in letters; and digits, which are none.
_BEFORE_LETTERS = re.compile("[0-9'’]")
_DIGITS = frozenset("0123456789")

Search = Callable[[str], Any]


class Pipeline:
    """What `summitparse.language` asks of a spaCy pipeline: its vocabulary, tokenizer and components."""

    def __init__(self, tokenizer: Any, components: Iterable[Any]) -> None:
        self.vocab = tokenizer.vocab
        self.tokenizer = tokenizer
        self.pipeline = [(component.name, component) for component in components]
        self.pipe_names = [name for name, _ in self.pipeline]

    def get_pipe(self, name: str) -> Any:
        return dict(self.pipeline)[name]

    def replace_pipe(self, component: Any) -> None:
        """Puts a component in place of the one that has its name."""
        self.pipeline = [(name, component if name == component.name else old) for name, old in self.pipeline]

    def pipe(self, texts: Iterable[str], *, batch_size: int) -> Iterator[Any]:
        """A spaCy `Doc` a text, in order."""
        docs: Iterator[Any] = map(self.tokenizer, texts)
        for _, component in self.pipeline:
            docs = component.pipe(docs, batch_size=batch_size)
        return docs


def load(
    folder: Path, words: Mapping[str, Any], prefixes: Callable[[Search], Search], infixes: Callable[[Search], Search]
) -> Pipeline:
    """The pipeline in the folder, which has the layers of `models/language/config.cfg`. Its tokenizer has `words` as
    further special cases, and finds the beginnings of words and what parts them inside by what `prefixes` and `infixes`
    make of its own searches."""
    from spacy.ml.models.parser import build_tb_parser_model
    from spacy.ml.models.tagger import build_tagger_model
    from spacy.ml.models.tok2vec import MaxoutWindowEncoder, MultiHashEmbed, build_Tok2Vec_model, tok2vec_listener_v1
    from spacy.pipeline import DependencyParser, Tagger, Tok2Vec
    from srsly import read_json

    vocab = _vocabulary(folder / "vocab")
    embed = MultiHashEmbed(WIDTH, list(EMBEDDED), list(EMBEDDED.values()), include_static_vectors=False)
    encode = MaxoutWindowEncoder(WIDTH, window_size=1, maxout_pieces=3, depth=DEPTH)
    tok2vec = Tok2Vec(vocab, build_Tok2Vec_model(embed, encode))
    tagger = Tagger(vocab, build_tagger_model(tok2vec_listener_v1(WIDTH, "tok2vec")))
    tagger.cfg.update(read_json(folder / "tagger" / "cfg"))
    listener = tok2vec_listener_v1(WIDTH, "tok2vec")
    model = build_tb_parser_model(listener, "parser", False, hidden_width=64, maxout_pieces=2, use_upper=True)
    parser = DependencyParser(vocab, model, "parser")
    parser.moves.from_disk(folder / "parser" / "moves", exclude=["strings"])
    model.attrs["resize_output"](model, parser.moves.n_moves)
    components = (tok2vec, tagger, parser)
    for component in components:
        _fill(component.model, folder / component.name / "model")
    return Pipeline(_tokenizer(vocab, folder / "tokenizer", words, prefixes, infixes), components)


def _vocabulary(folder: Path) -> Any:
    from spacy.attrs import IDS, NORM
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.lang.norm_exceptions import BASE_NORMS
    from spacy.lookups import Lookups
    from spacy.util import add_lookups
    from spacy.vocab import Vocab
    from srsly import read_json

    norms = Lookups().from_disk(folder).get_table("lexeme_norm")
    getters = {IDS[name]: LEX_ATTRS[IDS[name]] for name in TOLD}
    getters[NORM] = add_lookups(LEX_ATTRS[NORM], BASE_NORMS, norms)
    vocab = Vocab(lex_attr_getters=getters)
    for label in read_json(folder / "strings.json"):  # not the words: each text brings its own
        vocab.strings.add(label)
    return vocab


def _tokenizer(
    vocab: Any,
    path: Path,
    words: Mapping[str, Any],
    prefixes: Callable[[Search], Search],
    infixes: Callable[[Search], Search],
) -> Any:
    from spacy.tokenizer import Tokenizer
    from srsly import msgpack_loads

    read = msgpack_loads(path.read_bytes())
    prefix, suffix = re.compile(read["prefix_search"]).search, re.compile(read["suffix_search"]).search
    infix, url = re.compile(read["infix_finditer"]).finditer, re.compile(read["url_match"]).match
    beginning, inside = prefixes(prefix), infixes(infix)
    return Tokenizer(
        vocab,
        rules={**read["exceptions"], **words},  # with all the rest at once: a change later loads them a second time
        # Its patterns are asked for words in which they may find something: hardly one in four.
        prefix_search=lambda word: None if word.isalnum() else beginning(word),
        suffix_search=lambda word: suffix(word) if may_end(word) else None,
        infix_finditer=lambda word: () if word.isalnum() else inside(word),
        url_match=lambda word: url(word) if "." in word else None,
        faster_heuristics=read["faster_heuristics"],
    )


def may_end(word: str) -> bool:
    """Whether the tokenizer may part something from the end of a word: a sign, a unit behind a digit, or "'s"."""
    last = word[-1:]
    if last.isalpha():
        return not word.isalpha() and _BEFORE_LETTERS.search(word) is not None
    return last not in _DIGITS


def _fill(model: Any, path: Path) -> None:
    """Gives the layers of a model their sizes and weights, which spaCy writes in the order of a walk over them."""
    from srsly import msgpack_loads

    read = msgpack_loads(path.read_bytes())
    for layer, node, weights in zip(model.walk(), read["nodes"], read["params"], strict=True):
        for name, size in node["dims"].items():
            if size is not None:
                layer.set_dim(name, size)
        for name, values in weights.items():
            layer.set_param(name, values.copy())  # what msgpack reads cannot be written to
