"""The grammar of time expressions: words, templates and rules, and the TIMEX3 readings that they give."""
