"""Classes of the labels that the English model gives: Penn tags, universal parts of speech and dependencies (those of
ClearNLP), each by what it says of a word."""

# Tags of verbs that make a clause a sentence of its own.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Forms that are surely finite: "VBP" is often an infinitive, and "VBN" a participle.
TENSED = frozenset({"VBD", "VBZ"})
# Every form of a verb but the bare one and that in "-ing".
INFLECTED = frozenset({"VBD", "VBN", "VBZ", "VBP"})
# An infinitive or a command.
BASE = "VB"
# Forms without an ending: a command, an infinitive, or the present tense of several.
BARE = frozenset({"VB", "VBP"})
PAST = frozenset({"VBD", "VBN"})
PRESENT = frozenset({"VBZ", "VBP", "VBG"})
# Tags of nouns.
SINGULAR = frozenset({"NN", "NNP"})
COMMON = frozenset({"NN", "NNS"})
PROPER = frozenset({"NNP", "NNPS"})
PLURAL = frozenset({"NNS", "NNPS"})
# Pronouns and adverbs that open a question or a relative clause, and the pronouns that stand for a noun before them.
WH = frozenset({"WRB", "WP", "WDT", "WP$"})
RELATIVE = frozenset({"WP", "WDT"})

# Parts of speech.
NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = NOUNS | {"PRON"}
# What a noun phrase without a name is made of.
DESCRIBING = frozenset({"NOUN", "DET", "ADJ"})
VERBAL = frozenset({"VERB", "AUX"})

# What a word is to its verb.
NOMINAL_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SUBJECTS = NOMINAL_SUBJECTS | {"csubj", "csubjpass"}
# What a noun is to a verb or a preposition but its subject.
OBJECTS = frozenset({"dobj", "pobj", "attr"})
# What hangs on a noun and is what the noun is: the same by another name, or one more.
BESIDE = frozenset({"appos", "conj"})
AUXILIARIES = frozenset({"aux", "auxpass"})
PASSIVE = frozenset({"nsubjpass", "csubjpass", "auxpass"})
# Clauses that a verb takes, those that a noun takes, and all that hang on a word as clauses.
COMPLEMENTS = frozenset({"ccomp", "xcomp"})
ADNOMINAL = frozenset({"acl", "relcl"})
SUBORDINATE = COMPLEMENTS | ADNOMINAL | {"advcl"}
# What a preposition governs: a noun, or a form in "-ing".
GOVERNED = frozenset({"pobj", "pcomp"})
# What links or parts words, and is no head of a phrase.
LINKING = frozenset({"punct", "case", "cc", "prep"})
# What stands before a noun and is part of it.
PREMODIFIERS = frozenset({"amod", "compound"})
