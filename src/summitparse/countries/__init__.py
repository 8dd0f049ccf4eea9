"""Countries by name, adjective and people's name, and the cities of the world."""

from summitparse.countries.find import Country, CountryMention, country_of, find_countries
from summitparse.countries.places import find_places

__all__ = ["Country", "CountryMention", "country_of", "find_countries", "find_places"]
