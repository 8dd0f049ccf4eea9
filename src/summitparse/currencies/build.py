"""Writes lexicon/names.toml from babel (CLDR).

Run it with `python -m summitparse.currencies.build`.

Babel is not imported when a text is read: loading it costs more time than a short release. The file is committed, and
a test compares it with what this script makes from the installed babel.
"""

import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent / "lexicon" / "names.toml"
# Codes for funds, metals, tests and bonds: no release counts in them. XBT stands in lexicon/practice.toml.
LEFT_OUT = re.compile(r"X(?:A[GU]|B[ABCD]|D[R]|FO|FU|P[DT]|RE|SU|TS|UA|XX)|BOV|CHE|CHW|CLF|COU|MXV|US[NS]|UYI|UYW|ZAL")
HEAD = """# Made by currencies/build.py from babel (CLDR): every currency, its English names, its symbol in English.
# A line a currency, in one string because start-up time counts: code; symbols; names in lower case;
# "old" where it is no tender now.
"""


def table() -> list[str]:
    """ "CODE;symbols;names", with bars between names."""
    from babel import Locale

    now = set(territories().values())
    english = Locale("en")
    plurals = english._data["currency_names_plural"]
    lines = []
    for code, name in sorted(english.currencies.items(), key=lambda pair: (pair[0] not in now, pair[0])):
        if LEFT_OUT.fullmatch(code):
            continue
        forms = [name, *plurals.get(code, {}).values()]
        names = {re.sub(r"\s*\(.*?\)", "", form).lower() for form in forms}
        symbol = english.currency_symbols.get(code, code)
        symbols = symbol if (symbol != code and not symbol.isascii()) or "$" in symbol else ""
        age = "" if code in now else "old"
        lines.append(f"{code};{symbols};{'|'.join(sorted(names))};{age}")
    return lines


def territories() -> dict[str, str]:
    """ISO 3166-1 alpha-2 code to the currency that is legal tender there, the first where there are several."""
    from babel.core import get_global

    found = {}
    for territory, history in sorted(get_global("territory_currencies").items()):
        codes = [code for code, _, end, tender in history if end is None and tender]
        if codes and len(territory) == 2:
            found[territory] = codes[0]
    return found


def text() -> str:
    """The whole file."""
    tender = " ".join(f"{territory}={code}" for territory, code in territories().items())
    return HEAD + "currencies = '''\n" + "\n".join(table()) + f"\n'''\ntender = '''{tender}'''\n"


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
    sys.stderr.write(f"{TARGET.name}: {len(table())} currencies\n")
