"""Who publishes a release, from its layout and its words."""

from summitparse.findings import IssuerFinding, Span
from summitparse.issuer.country import issuing_country
from summitparse.issuer.name import issuer_name, letterhead
from summitparse.layout import Layout
from summitparse.rules import weigh
from summitparse.uncollected import uncollected


@uncollected
def find_issuer(layout: Layout) -> IssuerFinding | None:
    """The issuer by name and country, either of which may be unknown; None where both are."""
    lines = letterhead(layout)
    name = issuer_name(layout, lines)
    country = issuing_country(layout, name)
    if country:
        weigh("issuer.country", name or Span(0, 0))
    return IssuerFinding(name, country) if name or country else None
