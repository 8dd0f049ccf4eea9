"""What a figure measures and for when: short releases through layout, dates and the parser."""

import pytest

from summitparse.dates import find_dates
from summitparse.figures import LinkedFigures, find_figures, link_figures
from summitparse.findings import TimeFindings
from summitparse.language.model import analyse
from summitparse.layout import find_layout


def linked(text: str) -> tuple[LinkedFigures, TimeFindings]:
    layout = find_layout(text)
    times = find_dates(layout)
    parse = analyse([(layout.clean, layout.stretches())])[0]
    return link_figures(find_figures(layout, times=times), layout=layout, parse=parse, times=times), times


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Bilateral trade reached $9 billion.", ["Bilateral trade"]),
        ("The sides opened a $1 billion energy fund.", ["energy fund"]),
        ("The ports handled 110 million tonnes of freight.", ["freight"]),
        ("Exports to Peru rose by 12 percent to $2.3 billion.", ["Exports to Peru", "Exports to Peru"]),
        ("The bank, which holds $48 billion in assets, was founded in 1990.", ["assets"]),
        ("They agreed on investments of up to $100 million.", ["investments"]),
        ("Each of the buildings costs about $40 million.", ["buildings"]),
        ("The region received a grant worth $5 million.", ["grant"]),
        (
            "The ministry plans to add 1.4 GW of capacity by 2029, up from 600 MW in 2024.",
            ["capacity", "capacity"],
        ),
        ("Canada will invest up to C$750 million over five years in offshore wind.", ["offshore wind"]),
        ("The Prime Minister of Japan announced USD 100 million for the health fund.", ["health fund"]),
        ("Two-way trade reached $5 billion.", ["Two-way trade"]),
        ("They signed deals with $3 billion worth of investments.", ["investments"]),
        ("The panels measure 15 cm.", ["panels"]),
        ("The school ordered a telescope for 2,600 euros.", ["telescope"]),
        ("Imports rose to $5 billion, exports to $7 billion.", ["Imports", "exports"]),
        ("Shares of Norvik fell 3%, Larsen Foods by 5%.", ["Shares of Norvik", "Larsen Foods"]),
        ("The pipe (1.5 mm inner diameter) was replaced.", ["inner diameter"]),
        ("The museum will offer tickets, ranging from $2 to $9.", ["tickets"]),
        ("The Customs Union (CU) exported 5 million tonnes.", ["Customs Union (CU)"]),
        ("The city opened a $40 million Young Builders’ Initiative.", ["Young Builders’ Initiative"]),
        ("The plan calls on the council to use $10 million for new schools.", ["new schools"]),
        ("$80 million for bridge repairs in the port;", ["bridge repairs in the port"]),
        ("Patients pay up to $400 for insulin.", ["insulin"]),
        ("The broker envisages a 19% drop for the coal index to $50.", ["drop for the coal index", "coal index"]),
        ("The firm offered a plan with a data cap for $79 a month.", ["plan"]),
        ("The new line is the first plant to run on gas and produces 536 MW.", ["new line"]),
        ("This year the MSRP is $33,790 versus $32,280.", ["MSRP", "MSRP"]),
        ("The greetings cards market worth $2 billion is growing 5 percent a year.", ["greetings cards market"] * 2),
        ("The best-selling car was The Norvik, with $7 million in sales.", ["sales"]),
        ("The New Zealand dollar bought 64.82 US cents late Tuesday.", ["New Zealand dollar"]),
        ("They will cap drug costs for patients at $2,000.", ["drug costs"]),
        ("The programme raised the number of teachers in towns by 10%.", ["number of teachers in towns"]),
        ("The number of users has grown by 75%.", ["number of users"]),
        ("They raised mutual trade to the level of $100 billion.", ["mutual trade"]),
        ("They did 233 million euros worth of repairs.", ["repairs"]),
        ("The city opened a $40 million *Young Builders* initiative.", ["Young Builders* initiative"]),
        ("The bank spends $20 million in River Cleaning Funds.", ["River Cleaning Funds"]),
        ("Half of the 40 schools have heating.", ["schools"]),
        ("The 1,020 MW Punarchu-II project was opened.", ["Punarchu-II project"]),
        ("They handed over a Line of Credit of MUR 10.5 billion.", ["Line of Credit"]),
        (
            "It was noted that in the first quarter of 2024 foreign investment rose by 27.4 per cent.",
            ["foreign investment"],
        ),
        ("(Reference) Exports of fish to Japan amounted to 6 billion yen.", ["Exports of fish to Japan"]),
        ("The plan for “green” roads covers $5 million.", ["plan for “green” roads"]),
        ("Farm output is growing. It will amount to 54 billion roubles.", ["Farm output"]),
        ("The Government allotted Rs. 350 as bonus to farmers.", ["bonus to farmers"]),
        ("Peru owes Chile $7 billion for gas.", ["gas"]),
        ("India achieved defence exports of Rs. 11,178 crore.", ["defence exports"]),
        ("The Government has sanctioned a Line of Credit of Rs 4,850 crore.", ["Line of Credit"]),
        ("The board approved the road, covering 318 km of hills.", ["hills"]),
        ("The notes will have a principal amount of $300 million.", ["principal amount"]),
        ("Counting those that closed, ticket revenues are off more than $182 million.", ["ticket revenues"]),
        ("Weighing 12 kg, the new cradle costs 90 euros.", ["new cradle", "new cradle"]),
        ("The diesel now delivers 193 hp.", ["diesel"]),
        ("The main mirror spans 39 metres.", ["main mirror"]),
        ("Solar modules from the local plant cost 14 cents.", ["Solar modules from the local plant"]),
        ("The firm will sell the console in Peru for $370.", ["console in Peru"]),
        ("They completed the purchase of a mill for $3 million.", ["purchase of a mill"]),
        ("Profit jumped 16% to a record $110 million.", ["Profit", "Profit"]),
        ("It had a loss of $23 million, compared with earnings of $33 million.", ["loss", "earnings"]),
        ("Exports fell to $5 billion, with chip shipments down by 40%.", ["Exports", "chip shipments"]),
        ("Norvik shares closed yesterday at $80, off $1.", ["Norvik shares", "Norvik shares"]),
        ("Net profit at the Danish shipper plunged 83%.", ["Net profit"]),
        ("They gave a $5 million (€4 million) “recovery package”.", ["recovery package"] * 2),
        ("They signed 40 supply contracts worth a total of $3 billion.", ["supply contracts"]),
        ("The index fell 1.4% Thursday.", ["index"]),
        ("They will invest $5 billion in three battery plants.", ["battery plants"]),
        ("Public debt, equivalent to 87% of GDP, will fall.", ["Public debt"]),
        ("The plan costs $13 billion, of which $5 billion is private.", ["plan", "plan"]),
        (
            "It reported a population of about 61% and an income per capita of $6,030.",
            ["population", "income per capita"],
        ),
        ("The expenditure on railways, which was $28 billion, has grown.", ["expenditure on railways"]),
        ("They earned $9 billion from exports of timber.", ["exports of timber"]),
        ("It is planned to allocate $13 million for the repair of schools.", ["repair of schools"]),
        ("Total cost: $5 million", ["Total cost"]),
        ("- Food and beverages: +2.1%", ["Food and beverages"]),
        ("It recycles 78% of the plastic collected in 2022.", ["plastic"]),
        ("They signed two contracts valued at a combined $7 million.", ["contracts"]),
        ("Norvik sold its stake to a Dutch fund for $5 million.", ["stake"]),
        ("A man and two sons, aged 14 and 16, were found.", [None]),
    ],
)
def test_measure(text: str, measures: list[str]) -> None:
    found, _ = linked(text)
    spans = [figure.measure for figure in found.figures if figure.kind != "count"]
    assert [text[span.start : span.end] if span else None for span in spans] == measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        (
            "We have had 22 residential burglaries, compared with an average of 20 per week.",
            [None, "residential burglaries"],
        ),
        ("The best-selling film was The Greatest Showman, with 2.7m combined sales.", ["Greatest Showman"]),
        ("Prices ended at $16, according to the average of eight estimates.", ["Prices", None]),
    ],
)
def test_measure_of_counts(text: str, measures: list[str | None]) -> None:
    found, _ = linked(text)
    spans = [figure.measure for figure in found.figures]
    assert [text[span.start : span.end] if span else None for span in spans] == measures


@pytest.mark.parametrize(
    "text",
    [
        "Mr President, we signed 12 agreements.",
        "A total of 12 agreements were signed.",
        "Canada will donate one million doses.",
        "The ministers agreed to send 1,000 trucks.",
        "It took six years and one flood.",
        "President Example promised 40,000 jobs.",
        "Last year was 4,000 megawatts.",
        "President of Uruguay Visits Beijing; Seven Agreements Signed",
        "The partnership has implemented over 40 projects.",
        "The ministry has evacuated 3,426 nationals.",
    ],
)
def test_who_gives_or_speaks_is_not_measured(text: str) -> None:
    found, _ = linked(text)
    assert [figure.measure for figure in found.figures] == [None]


def test_parts_of_a_thing_are_about_the_thing() -> None:
    text = "The firm repaired 12 sections of the northern road."
    found, _ = linked(text)
    assert [text[f.measure.start : f.measure.end] for f in found.figures if f.measure] == ["northern road"]


def test_two_years_of_one_rise() -> None:
    found, times = linked("Trade grew from EUR 700 mln in 2013 to EUR 3.5 bln in 2022.")
    assert [times.dates[f.period.index].value for f in found.figures if f.period] == ["2013", "2022"]


def test_period_of_the_own_clause() -> None:
    text = "In 2015 exports were $5 billion, and in 2016 imports were $7 billion."
    found, times = linked(text)
    periods = [times.dates[f.period.index].value for f in found.figures if f.period and f.period.kind == "date"]
    assert periods == ["2015", "2016"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("The minister said on Tuesday that exports had risen by 5 percent.", []),
        ("Exports rose by 5 percent, the minister said on Tuesday.", []),
        ("“Exports rose by 5 percent in May,” the minister said on Tuesday.", ["XXXX-05"]),
        ("On Tuesday the minister said that exports rose by 5 percent in 2015.", ["2015"]),
        ("The ministry reported exports of $5 billion in 2015.", ["2015"]),
        ("The minister told reporters on Tuesday that trade is growing. It amounts to $5 billion.", []),
    ],
)
def test_when_a_figure_was_named_is_no_period_of_it(text: str, periods: list[str]) -> None:
    found, times = linked(text)
    assert [times.dates[figure.period.index].value for figure in found.figures if figure.period] == periods


def test_period_may_be_a_range() -> None:
    found, _ = linked("From January to September 2016 arrivals rose 5 percent.")
    (figure,) = found.figures
    assert figure.period is not None and figure.period.kind == "range"


def test_unit_of_a_count_is_what_its_measure_names() -> None:
    found, _ = linked("The report says that visitor arrivals from Peru rose 5 percent to 2,662.")
    assert [figure.unit for figure in found.figures] == ["%", "visitor arrival"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("He owns 670 planes, 113 of which are new.", ["plane", "plane"]),
        ("7,000 people will work here, and another 1,000 at the port.", ["person", "person"]),
        ("They have only one large techno park.", ["large techno park"]),
        ("The list has 300 names and more than 43 past bosses.", ["name", "past boss"]),
    ],
)
def test_unit_of_a_count_by_the_count_before(text: str, units: list[str]) -> None:
    found, _ = linked(text)
    assert [figure.unit for figure in found.figures] == units


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In the coming years, the bank is expected to lend $2 billion.", ["PXY"]),
        ("They cleared 50,000 tonnes of sand, so that the port could open 78 days later.", [None]),
        ("They carry 333,000 tonnes of freight daily.", ["P1D"]),
        ("The line has a capacity of 15 million tonnes a year.", [None]),
        ("It has been so for years. The plan costs $4 million.", [None]),
        ("In 2015 it grew. The plan costs $4 million.", ["2015"]),
        ("In 2018 sales were $3 million, in 2019 $5 million.", ["2018", "2019"]),
        ("Inflation was 6%, 5% and 4% in 2018, 2019 and 2020.", ["2018", "2019", "2020"]),
        ("Sales reached $4bn (2021: $3bn).", [None, "2021"]),
        ("In 2022 trade grew by 5% compared to the previous year. The stock is $4 million.", ["2022", "2022"]),
        ("“In 2015 it grew,” he said. The plan costs $4 million.", [None]),
        ("He said: “It grew in 2015.” The bank lends $4 million.", [None]),
        ("On May 5, 2015 it grew. The plan costs $4 million.", [None]),
        ("Trade has doubled since 2019 and reached $612 million in 2023.", ["2023"]),
        ("Trade, which has doubled since 2019, stood at $612 million in 2023.", ["2023"]),
        ("They lent $72 million, bringing the total since 2017 to more than $1 billion.", [None, "2017"]),
        ("This is up from the $1 billion committed in 2023, and will be spent by 2025.", ["2023"]),
        ("Trade stood at Rs. 11,178 crore in 2023.", ["2023"]),
        ("They will put $12 million toward repairing bridges over five years.", ["P5Y"]),
        ("The firm will invest $700 million and create jobs by 2024.", ["2024"]),
        ("Work will be supported by $200 million from the fund beginning in 2025.", ["2025"]),
        ("Exports amounted to 6 billion yen in 2021, down 3.1% from the previous year.", ["2021", "2021"]),
        ("In 2024 trade grew by 5% compared with 2023.", ["2024"]),
        ("In 2024 trade grew by 5% over 2023.", ["2024"]),
        ("They saw twelve ships, down from eight in January 2024.", [None, "2024-01"]),
        ("In 2024 trade stood at $5 million, up 4 percent on 2023.", ["2024", "2024"]),
        ("He said people had left since July 2023, and that the cost could exceed $3 billion.", [None]),
        ("In 2024 inflation slowed to 4.1% from 7.5% in 2023.", ["2024", "2023"]),
        ("The mine will yield 5 million tonnes no earlier than 2025.", ["2025"]),
        ("Trade grew by 5% over the past three years.", ["P3Y"]),
        ("The fee was set at $25, and the stay extended to 90 days.", [None]),
        ("The bank signed on 5 May 2024 a $5 million loan.", [None]),
        ("This is 5% above the level of the same period of 2024.", [None]),
        ("Under the Five-Year Plan, the city will spend $30 billion.", [None]),
        ("In a five-year effort the city will spend $30 billion.", ["P5Y"]),
        ("They approved a $5 million loan with a maturity of 30 years and a grace period of five years.", [None]),
        ("They will lend $5 million over a period of five years.", ["P5Y"]),
        ("Unemployment has dropped to 5.2%, its lowest level in 14 years.", [None]),
        ("The plant has a capacity of 2.4 GW and will burn 5 tonnes per day.", [None, None]),
        ("They ship 5 tonnes of rice and 3 tonnes of wheat every year.", ["P1Y", "P1Y"]),
        ("The yard makes 300 tonnes of steel every day and will employ 200 people.", ["P1D", None]),
        ("Over 200 trains run on the 15 lines every day.", ["P1D", "P1D"]),
        ("They will raise the force by 1,000 men and spend $2 million over three years.", [None, "P3Y"]),
        ("Trade grew in the first five months of 2019. Revenues soared by 45 percent.", ["P5M"]),
    ],
)
def test_period_is_of_the_clause_or_of_the_calendar(text: str, periods: list[str | None]) -> None:
    found, times = linked(text)
    dates = [times.dates[f.period.index].value if f.period else None for f in found.figures]
    assert dates == periods


def test_elided_scale_is_noticed() -> None:
    found, _ = linked("Our trade was $9 billion. Today it amounts to $35.5.")
    assert [notice.code for notice in found.notices] == ["elided-unit"]
    assert [float(figure.value) for figure in found.figures] == [9e9, 35.5]


def test_a_price_is_not_elided() -> None:
    found, _ = linked("Sales were $9 million at $35 a barrel.")
    assert found.notices == ()


def test_without_a_parse_figures_stay() -> None:
    layout = find_layout("Trade reached $9 billion.")
    figures = find_figures(layout)
    assert link_figures(figures, layout=layout, parse=None, times=TimeFindings()).figures == figures


@pytest.mark.parametrize("text", ["Pre-2015 exports reached $5 million.", "In2015 exports reached $5 million."])
def test_a_time_inside_a_word_opens_no_clause(text: str) -> None:
    [figure] = linked(text)[0].figures
    assert figure.value == 5_000_000
