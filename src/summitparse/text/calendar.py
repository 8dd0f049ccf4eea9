"""The English names of months and weekdays."""

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Every one of them, for words in lower case.
CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
# A month as it is written, in a pattern.
MONTH = f"(?:{'|'.join(month.capitalize() for month in MONTHS)})"
