"""What stands before an expression and is part of it: templates, and the TIMEX3 `mod` that each gives."""

POINT = (
    ("(the)? early dash? (part of | in)?", "START"),
    ("(the)? beginning|start|turn|opening of", "START"),
    ("(the)? late dash? (part of | in)?", "END"),
    ("(the)? end|close of", "END"),
    ("(the)? latter|last part of", "END"),
    ("(the)? middle of", "MID"),
    ("(the)? mid dash? (of)?", "MID"),
    ("(the)? mid dash to dash late dash?", "MID"),
    ("earlier (in|on)?", "START"),
    ("later (in|on)?", "END"),
    ("about|around|approximately|roughly|circa", "APPROX"),
    ("sometime (in)?", "APPROX"),
    ("(the)? rest|remainder|remaining of", "END"),
    ("(much|most|part|all) of", ""),
    ("this time of?", ""),
    ("the? same|corresponding|comparable period|time of?", ""),
)
AMOUNT = (
    ("about|around|approximately|roughly|some", "APPROX"),
    ("nearly|almost", "LESS_THAN"),
    ("close to", "LESS_THAN"),
    ("over", "MORE_THAN"),
    ("more than", "MORE_THAN"),
    ("less|fewer than", "LESS_THAN"),
    ("under", "LESS_THAN"),
    ("at least", "EQUAL_OR_MORE"),
    ("at most", "EQUAL_OR_LESS"),
    ("up to", "EQUAL_OR_LESS"),
    ("no more|less|later|longer than", "EQUAL_OR_LESS"),
    ("the? same|corresponding|comparable period", ""),
)
