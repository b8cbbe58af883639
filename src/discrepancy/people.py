"""Nouns of general English that name people, and nouns that name bodies of people.

The lists hold what holds in any field of news. A noun in `MEMBERS` says no more than that somebody belongs; one in
`PEOPLE` alone also says what they are.
"""

from __future__ import annotations

from functools import lru_cache

MEMBERS = frozenset(
    "member man woman person people volunteer recruit candidate applicant fighter staff personnel employee worker"
    " player passenger participant student pupil colleague individual crew trainee newcomer attendee resident".split()
)
"""Nouns that tell nothing but membership: "the recruits" of a battalion are its members."""

NATIONALITIES = frozenset(
    "afghan albanian algerian american angolan arab argentine armenian australian austrian azerbaijani bahraini"
    " bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian burmese"
    " cambodian cameroonian canadian"
    " chadian chilean chinese colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati"
    " eritrean estonian ethiopian filipino finnish french georgian german ghanaian greek guatemalan haitian honduran"
    " hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian"
    " japanese jordanian kazakh kenyan"
    " korean kosovan kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian macedonian malaysian malian"
    " maltese mexican moldovan mongolian moroccan mozambican namibian nepali nicaraguan"
    " nigerian nigerien norwegian omani"
    " pakistani palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan salvadoran"
    " saudi senegalese serbian singaporean slovak slovenian somali spanish sri-lankan sudanese swedish swiss syrian"
    " taiwanese tajik tanzanian thai tunisian turkish turkmen ugandan ukrainian uruguayan"
    " us uzbek venezuelan vietnamese"
    " yemeni zambian zimbabwean briton dutchman englishman frenchman irishman scotsman spaniard swede turk welshman"
    " zealander".split()
)
"""Adjectives of states and peoples, and what a man of one is called where that is another word."""

PEOPLE = (
    MEMBERS
    | (NATIONALITIES - {"us"})
    | frozenset(
        "soldier troop officer defector deserter veteran civilian militant rebel insurgent gunman combatant prisoner"
        " doctor nurse medic engineer scientist researcher teacher professor lawyer journalist reporter activist"
        " protester"
        " demonstrator supporter citizen national migrant refugee immigrant foreigner tourist"
        " visitor pilot sailor driver"
        " footballer athlete cyclist swimmer amateur professional lawmaker senator minister official guard policeman"
        " firefighter rescuer miner farmer patient survivor victim relative expert manager executive director investor"
        " shareholder customer buyer seller client user writer artist actor musician singer"
        " graduate child adult teenager"
        " pensioner villager inmate convict suspect defendant juror witness judge believer monk"
        " priest nun pilgrim trader"
        " banker contractor freelancer technician climber hiker mayor president king queen chairman chairwoman"
        " spokesman spokeswoman spokesperson coach captain striker goalkeeper"
        " midfielder defender boss owner editor author chef cook pharmacist surgeon paramedic midwife librarian"
        " clerk prince"
        " princess ambassador diplomat governor councillor secretary treasurer detective sheriff prosecutor lawyer"
        " accountant"
        " architect astronaut biologist chemist physicist historian economist analyst bomber"
        " attacker driver thief robber"
        " murderer killer gambler boxer runner skier rider golfer referee umpire champion winner"
        " loser father mother son"
        " daughter brother sister husband wife widow grandfather grandmother uncle aunt cousin"
        " friend neighbour neighbor"
        " mercenary conscript reservist commander leader founder"
        " entrepreneur programmer developer designer builder labourer nationalist separatist extremist terrorist"
        " dissident exile minority briton dane finn pole serb swede turk spaniard".split()
    )
)
"""Nouns for people; "us" is a pronoun far more often."""

ORGANISATIONS = frozenset(
    "unit battalion legion brigade regiment company corps corp division squad squadron militia army force group"
    " organisation organization formation party ministry department agency council committee commission court"
    " team club"
    " union association federation league university college school institute hospital firm corporation bank airline"
    " church foundation charity movement alliance coalition government parliament assembly board bureau office police"
    " observatory network startup consortium outfit faction front orchestra choir ensemble band crew"
    " laboratory lab museum newspaper"
    " regulator watchdog retailer manufacturer maker carmaker operator supplier society authority service"
    " newsroom broadcaster".split()
)
"""Nouns for bodies that act; singular."""

AUTHORITIES = frozenset(
    "police policeman policewoman officer officers sheriff deputy deputies detective detectives investigator"
    " investigators trooper troopers marshal marshals prosecutor prosecutors attorney fbi bureau coroner"
    " examiner patrol firefighter firefighters rescuer rescuers paramedic paramedics medic medics ambulance"
    " hospital doctor doctors authorities enforcement court judge jury juror jurors foreman complaint affidavit"
    " indictment warrant records coastguard survey seismologist seismologists meteorologist meteorologists".split()
)
"""Those whose office it is to find out, to rescue and to treat: of everyday facts they are everybody's source."""

GENERIC_BODIES = frozenset("unit group organisation organization formation outfit body".split())
"""Nouns that any body can be called by, whatever its own name ends in."""

_IRREGULAR = {
    "men": "man", "women": "woman", "people": "person", "children": "child", "gunmen": "gunman",
    "policemen": "policeman", "servicemen": "serviceman", "staff": "staff", "personnel": "personnel",
    "countrymen": "countryman", "crew": "crew", "police": "police", "businessmen": "businessman",
    "fishermen": "fisherman", "parties": "party",
}  # fmt: skip


def is_authority(speaker: str) -> bool:
    """Whether a speaker is of those whose office it is to know: "Sheriff Hess", "police", "the FBI"."""
    return any(word.strip(".,'’").removesuffix("'s") in AUTHORITIES for word in speaker.lower().split())


@lru_cache(maxsize=4096)  # asked of every noun by one rule after another
def singular(word: str) -> str:
    """The lemma of a plural noun; a word that is no plural comes back as it is, in lower case."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


@lru_cache(maxsize=4096)
def is_person_plural(word: str) -> bool:
    """Whether a word names several people: "soldiers", "staff"."""
    word = word.lower()
    if word in ("staff", "personnel", "crew", "people"):
        return True
    return singular(word) != word and singular(word) in PEOPLE


def is_member_noun(word: str) -> bool:
    """Whether a noun in the plural tells nothing but membership."""
    return is_person_plural(word) and (singular(word) in MEMBERS or word.lower() in MEMBERS)


@lru_cache(maxsize=4096)
def is_organisation(word: str) -> bool:
    return singular(word) in ORGANISATIONS or word.lower() in ORGANISATIONS
