"""Units of measure, money, time and share, by the names that pint has for them."""

from __future__ import annotations

from discrepancy.extractors._lexemes import Words, vocabulary

TIMES = {
    "second": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day", "night": "day",
    "week": "week", "month": "month", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip
MEASURES = {
    "km": "kilometre", "kilometre": "kilometre", "kilometer": "kilometre", "mile": "mile", "mi": "mile",
    "metre": "metre", "meter": "metre", "m": "metre", "cm": "centimetre", "centimetre": "centimetre",
    "centimeter": "centimetre", "mm": "millimetre", "millimetre": "millimetre", "millimeter": "millimetre",
    "foot": "foot", "feet": "foot", "ft": "foot", "inch": "inch", "yard": "yard", "kg": "kilogram", "kilo": "kilogram",
    "kilogram": "kilogram", "gram": "gram", "g": "gram", "tonne": "tonne", "ton": "ton", "lb": "pound", "lbs": "pound",
    "pound": "pound",
    "ounce": "ounce", "litre": "litre", "liter": "litre", "gallon": "gallon", "hectare": "hectare", "ha": "hectare",
    "acre": "acre", "mph": "mile_per_hour", "kph": "kilometre_per_hour", "kmh": "kilometre_per_hour",
    "knot": "knot", "degree": "degree", "megawatt": "megawatt", "mw": "megawatt", "gigawatt": "gigawatt",
    "gw": "gigawatt", "kilowatt": "kilowatt", "kw": "kilowatt", "megaton": "megaton", "barrel": "barrel",
}  # fmt: skip
CURRENCIES = {
    "dollar": "USD", "usd": "USD", "euro": "EUR", "eur": "EUR", "sterling": "GBP", "gbp": "GBP", "yen": "JPY",
    "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB", "rupee": "INR", "hryvnia": "UAH",
    "franc": "CHF", "lira": "TRY", "peso": "MXN", "krona": "SEK", "krone": "NOK", "zloty": "PLN", "riyal": "SAR",
    "cent": "USD-cent", "pence": "GBP-penny",
}  # fmt: skip
SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₩": "KRW"}
_SQUARES = {"square": "square_", "sq": "square_", "cubic": "cubic_"}
PERIODS = {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year", "hourly": "hour"}
_PER = vocabulary("a an per each every")
_IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "policemen": "policeman", "policewomen": "policewoman", "firemen": "fireman", "fishermen": "fisherman",
    "servicemen": "serviceman", "gunmen": "gunman", "lives": "life", "wives": "wife", "knives": "knife",
    "thieves": "thief", "halves": "half", "wolves": "wolf", "leaves": "leaf", "shelves": "shelf", "teeth": "tooth",
    "geese": "goose", "mice": "mouse", "crises": "crisis", "buses": "bus", "gases": "gas", "viruses": "virus",
    "campuses": "campus", "countrymen": "countryman", "congressmen": "congressman", "gentlemen": "gentleman",
    "inches": "inch", "kids": "kid", "dead": "person", "others": "other",
}  # fmt: skip
_INVARIANT = vocabulary(
    "police staff personnel series species aircraft spacecraft troops news headquarters gas bus virus crisis "
    "campus status census corps business glass class boss loss press access process address congress analysis "
    "basis"
)


def singular(noun: str) -> str:
    """The lemma of an English noun in lower case, by rule; "troops" and other plurals without one stay as they are."""
    noun = noun.lower().replace("’", "'").removesuffix("'s")
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun in _INVARIANT or not noun.endswith("s") or noun.endswith(("ss", "us", "is")) or len(noun) < 4:
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "shes", "ches", "xes", "zzes")) else noun[:-1]


def plural(noun: str) -> bool:
    """Whether `noun` looks like a plural."""
    noun = noun.lower()
    return noun in _IRREGULAR or noun in ("police", "staff", "personnel", "troops") or singular(noun) != noun


def unit_after(words: Words, last: int) -> tuple[str, str, int] | None:
    """Role, unit and last lexeme of the unit that follows lexeme `last`: "kilometres", "square miles", "per cent"."""
    gap = words.gap(last)
    if gap.startswith(("%", " %")):
        return "share", "percent", last
    if gap.startswith(("°", " °")) and words.raw(last + 1) in ("C", "F"):
        return "measure", {"C": "degree_Celsius", "F": "degree_Fahrenheit"}[words.raw(last + 1)], last + 1
    if gap not in ("", " ", "-", "\u00a0", "‑"):
        return None
    return _named(words, last + 1)


def _named(words: Words, at: int) -> tuple[str, str, int] | None:
    keys = words.keys(at, 3)
    if keys[:1] in (("percent",), ("pct",), ("percentage",)):
        return "share", "percent", at + 1 if keys[1:2] in (("point",), ("points",)) else at
    if keys[:2] == ("per", "cent"):
        return "share", "percent", at + 1
    if keys[:1] and keys[0] in _SQUARES and len(keys) > 1 and singular(keys[1]) in MEASURES:
        return "measure", _SQUARES[keys[0]] + MEASURES[singular(keys[1])], at + 1
    return _plain(words, at)


def _plain(words: Words, at: int) -> tuple[str, str, int] | None:
    key = singular(words.key(at)) if words.key(at) not in MEASURES else words.key(at)
    if key == "more":  # "six more years"
        key, at = singular(words.key(at + 1)), at + 1
        return ("duration", TIMES[key], at) if key in TIMES else None
    if key in MEASURES:
        return _speed(words, at, MEASURES[key])
    if key in TIMES:
        return "duration", TIMES[key], at
    if words.key(at) in ("us", "american") and singular(words.key(at + 1)) == "dollar":
        return "money", "USD", at + 1
    return ("money", CURRENCIES[key], at) if key in CURRENCIES else None


def _speed(words: Words, at: int, unit: str) -> tuple[str, str, int]:
    after = words.keys(at + 1, 2)
    if after in (("per", "hour"), ("an", "hour")):
        return "measure", unit + "_per_hour", at + 2
    if after[:1] == ("h",) and words.gap(at) == "/":
        return "measure", unit + "_per_hour", at + 1
    return "measure", unit, at


def per_after(words: Words, last: int) -> tuple[str, int] | None:
    """What a rate is per, and the last lexeme of saying so: "a month", "monthly", "per capita", "per 100,000"."""
    keys = words.keys(last + 1, 3)
    if not keys or words.gap(last) not in (" ", "-", ", "):
        return None
    if keys[0] in PERIODS:
        return PERIODS[keys[0]], last + 1
    if keys[0] not in _PER or len(keys) < 2:
        return None
    if keys[0] == "per" and words.gap(last + 1) == " " and keys[1] != "cent":
        return keys[1], last + 2
    if keys[1] in TIMES and not (
        keys[0] in ("a", "an") and keys[2:3] in (("ago",), ("after",), ("before",), ("later",), ("earlier",))
    ):
        return TIMES[keys[1]], last + 2
    return None
