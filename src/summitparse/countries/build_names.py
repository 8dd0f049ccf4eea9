"""Writes lexicon/names.toml from pycountry (ISO 3166-1) and babel (CLDR).

Run it with `python -m summitparse.countries.build_names`.

Neither library is imported when a text is read: both together cost more time than all of a short release. The file
is committed, and a test compares it with what this script makes from the installed libraries.
"""

import re
import sys
from pathlib import Path

TARGET = Path(__file__).parent / "lexicon" / "names.toml"
# Territories without a population or government of their own, which no release names as a country.
LEFT_OUT = {"AQ", "BV", "BQ", "GS", "HM", "IO", "SJ", "TF", "UM"}
# CLDR codes that ISO 3166-1 does not have.
ADDED = {"EU": "European Union", "XK": "Kosovo"}
# Where CLDR's short name is not what an English text writes.
SHORT = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "CI": "Côte d'Ivoire",
    "HK": "Hong Kong",
    "MO": "Macao",
    "PS": "Palestine",
    "VA": "Vatican City",
}


def table() -> dict[str, list[str]]:
    """Alpha-2 code to names, the common English short name first."""
    import pycountry
    from babel import Locale

    territories = Locale("en").territories
    names = {code: [name] for code, name in ADDED.items()}
    for country in pycountry.countries:
        code = country.alpha_2
        if code in LEFT_OUT:
            continue
        short = SHORT.get(code) or short_form(territories[code])
        forms = [short, country.name, getattr(country, "common_name", ""), getattr(country, "official_name", "")]
        forms = [form for raw in forms for form in (spoken(raw),) if form]
        names[code] = list(dict.fromkeys([*forms, *(saint for form in forms for saint in with_saint(form))]))
    return dict(sorted(names.items()))


def short_form(name: str) -> str:
    """CLDR writes "St. Kitts & Nevis" and "Myanmar (Burma)"."""
    return re.sub(r" \(.*\)", "", name).replace(" & ", " and ").replace("St. ", "Saint ").replace("’", "'")


def spoken(name: str) -> str:
    """ISO 3166 writes "Moldova, Republic of" and "the State of Eritrea"."""
    name = re.sub(r"^[Tt]he | \(.*\)", "", name).replace("’", "'")
    head, comma, tail = name.partition(", ")
    return (
        f"{tail.removeprefix('The ')} {head}"
        if comma and tail.endswith((" of", " of the", "British", "U.S."))
        else name
    )


def with_saint(name: str) -> list[str]:
    return [name.replace("Saint ", abbreviation) for abbreviation in ("St. ", "St ")] if "Saint " in name else []


def render() -> str:
    lines = ["# Made by summitparse.countries.build_names from pycountry and CLDR; corrections go into peoples.toml."]
    for code, names in table().items():
        quoted = ", ".join(f'"{name}"' for name in names)
        lines.append(f"{code} = [{quoted}]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(render(), "utf-8")
    sys.stderr.write(f"{TARGET.name} written\n")
