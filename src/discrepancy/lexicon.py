"""Word classes of general English and general news: which acts are one act, which categories exclude each other.

Lemmas, in lower case. A class belongs here when it holds in any field of news; a word that is only right for one
story does not.
"""

from __future__ import annotations

CREATE = frozenset(
    "form found establish create set launch institute constitute organise organize raise assemble inaugurate".split()
) | {"set up"}
"""To bring a body into being."""

ACTS: dict[str, frozenset[str]] = {
    "create": CREATE,
    "kill": frozenset("kill execute murder slay assassinate massacre behead".split()) | {"shoot dead"},
    "injure": frozenset("injure wound hurt maim".split()),
    "arrest": frozenset("arrest detain apprehend capture jail".split()),
    "enter": frozenset("enter cross invade penetrate breach raid infiltrate".split()) | {"break into", "cross into"},
    "strike": frozenset("strike hit bomb shell bombard attack target pound".split()),
    "seize": frozenset("seize capture occupy take conquer overrun control".split()) | {"take control", "take over"},
    "buy": frozenset("buy acquire purchase".split()) | {"take over"},
    "win": frozenset("win beat defeat triumph".split()),
    "appoint": frozenset("appoint name nominate elect choose".split()),
    "dismiss": frozenset("dismiss fire sack oust remove".split()) | {"lay off"},
    "join": frozenset("join enlist enrol enroll".split()),
    "steal": frozenset("steal rob loot".split()),
    "design": frozenset("design invent develop devise".split()),
    "write": frozenset("write author compose pen".split()),
    "discover": frozenset("discover find detect identify".split()),
    "fund": frozenset("fund finance sponsor bankroll".split()) | {"pay for"},
    "order": frozenset("order command instruct".split()),
    "come": frozenset("come hail stem originate".split()),
    "start": frozenset("start begin ignite trigger spark cause".split()),
}
"""Acts that two verbs of one class name alike. A verb in several classes belongs to each."""

DEEDS = frozenset("kill injure arrest strike seize steal enter order dismiss".split())
"""Classes of acts that somebody answers for: of these it matters who tells them."""

CONTEST = (
    frozenset("thwart repel intercept foil prevent repulse".split()),
    frozenset("seize capture occupy enter cross breach invade infiltrate overrun".split())
    | {"take control", "take over", "break into"},
)
"""What a defender does, and what an attacker does: both cannot have come off."""

OPPOSITES = (
    (frozenset("win prevail succeed triumph".split()), frozenset("lose fail".split())),
    (frozenset("recover survive".split()), frozenset("die perish succumb".split())),
    (frozenset("acquit clear exonerate".split()), frozenset("convict condemn sentence".split())),
    (frozenset("approve pass adopt accept ratify".split()), frozenset("reject veto refuse decline defeat".split())),
    (
        frozenset("rise increase grow climb jump surge".split()),
        frozenset("fall decrease shrink drop decline plunge slump".split()),
    ),
    (frozenset("open reopen resume".split()), frozenset("close shut suspend cancel".split())),
    (frozenset("advance".split()), frozenset("retreat withdraw flee".split())),
)
"""Acts on one object, or of one subject, that cannot both be the outcome of one event."""

CATEGORIES: tuple[tuple[frozenset[str], ...], ...] = (
    (
        frozenset("civilian noncombatant bystander".split()),
        frozenset(
            "soldier troop fighter combatant militant gunman rebel insurgent officer serviceman servicewoman"
            " terrorist jihadist paramilitary guerrilla defector deserter veteran conscript mercenary policeman".split()
        ),
    ),
    (frozenset("adult man woman".split()), frozenset("child minor infant baby toddler schoolchild".split())),
    (frozenset("tourist visitor holidaymaker traveller".split()), frozenset("local resident guide inhabitant".split())),
    (frozenset("amateur novice beginner".split()), frozenset("professional pro".split())),
    (
        frozenset("citizen national local native".split()),
        frozenset("foreigner migrant immigrant alien refugee".split()),
    ),
    (frozenset("employee staff".split()), frozenset("contractor freelancer volunteer outsider".split())),
    (frozenset("outsider independent".split()), frozenset("insider executive employee relative".split())),
    (frozenset("smoker".split()), frozenset("nonsmoker".split())),
    (frozenset("man male boy".split()), frozenset("woman female girl".split())),
    (frozenset("winner champion".split()), frozenset("loser".split())),
    (frozenset("survivor".split()), frozenset("dead fatality casualty".split())),
)
"""Categories of people: nobody is in two sets of one row."""

POPULATIONS: dict[str, frozenset[str]] = {
    "staff": frozenset(
        "nurse doctor medic paramedic surgeon midwife teacher guard cleaner clerk driver engineer technician worker"
        " employee porter receptionist cook waiter librarian lecturer officer manager pharmacist".split()
    ),
    "crew": frozenset("pilot captain sailor steward stewardess attendant engineer co-pilot mate deckhand".split()),
    "civilian": frozenset("child infant baby toddler schoolchild pupil schoolboy schoolgirl shopper bystander".split()),
    "passenger": frozenset("tourist traveller guide commuter pilgrim child woman man pensioner".split()),
    "student": frozenset("pupil undergraduate graduate schoolchild schoolboy schoolgirl".split()),
    "player": frozenset("striker goalkeeper defender midfielder forward captain batsman bowler pitcher".split()),
    "official": frozenset("minister mayor governor councillor senator secretary".split()),
    "resident": frozenset("villager inhabitant tenant householder pensioner".split()),
    "patient": frozenset("volunteer participant subject".split()),
    "participant": frozenset("volunteer patient subject".split()),
}
"""Who belongs to a population without its name being said. "worker" and "employee" share the row of "staff"."""

SYNONYM_POPULATIONS = {"employee": "staff", "worker": "staff", "personnel": "staff", "pupil": "student"}

MEMBERSHIP = frozenset("join form comprise belong serve play work fight train sit include".split()) | {"make up"}
"""Verbs whose subject (or object) is of a group."""


EVENT_NOUNS = frozenset(
    "bomb bomber blast explosion attack attacker strike airstrike bombing bombardment shelling missile rocket raid fire"
    " blaze storm tornado hurricane earthquake flood landslide avalanche plane helicopter"
    " truck car train gunman".split()
)
"""What strikes a site."""

SITES = frozenset(
    "camp crossing market school hospital clinic mosque church temple synagogue station airport hotel restaurant"
    " cafe mall shop bridge checkpoint base barracks"
    " park stadium theatre museum embassy"
    " consulate prison factory refinery plant port harbour office house home university college court bank farm mine"
    " warehouse nightclub bar beach resort convoy bus train ferry terminal headquarters".split()
)
"""Kinds of place that an event strikes."""


def acts_of(predicate: str) -> frozenset[str]:
    """The classes of acts that a predicate belongs to; itself where it belongs to none."""
    found = frozenset(name for name, verbs in ACTS.items() if predicate in verbs)
    return found or frozenset((predicate,))


def same_act(a: str, b: str) -> bool:
    """Whether two predicates name one act."""
    return a == b or bool(acts_of(a) & acts_of(b))


def opposed(a: str, b: str) -> bool:
    """Whether two predicates are outcomes that exclude each other, of one subject or one object."""
    return any(_across(a, b, row) for row in OPPOSITES)


def _across(a: str, b: str, row: tuple[frozenset[str], frozenset[str]]) -> bool:
    one, other = row
    return (a in one and b in other) or (b in one and a in other)


def is_fighter(noun: str) -> bool:
    """Whether a noun names people who bear arms."""
    return noun in CATEGORIES[0][1]


def exclusive(a: str, b: str) -> bool:
    """Whether nobody is both: civilian and soldier, amateur and professional."""
    return any(_set_of(a, row) is not None and _set_of(b, row) is not None and _set_of(a, row) != _set_of(b, row)
               for row in CATEGORIES)  # fmt: skip


def alike(a: str, b: str) -> bool:
    """Whether two category nouns are the same, or stand in one set of general English."""
    return a == b or any(_set_of(a, row) is not None and _set_of(a, row) == _set_of(b, row) for row in CATEGORIES)


def belongs(noun: str, population: str) -> bool:
    """Whether somebody called `noun` is of `population`."""
    name = SYNONYM_POPULATIONS.get(population, population)
    return SYNONYM_POPULATIONS.get(noun, noun) == name or noun in POPULATIONS.get(name, frozenset())


def _set_of(noun: str, row: tuple[frozenset[str], ...]) -> int | None:
    return next((index for index, nouns in enumerate(row) if noun in nouns), None)
