"""Countries by name, adjective and people's name."""

from summitparse.countries.find import Country, CountryMention, country_of, find_countries

__all__ = ["Country", "CountryMention", "country_of", "find_countries"]
