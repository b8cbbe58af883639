"""Words of general English that tell what a capitalised word is. Closed classes only: nothing here names an event."""

from __future__ import annotations

from typing import Final


def word_set(text: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(text.split())


FUNCTION: Final = word_set("""
a about above across after again against all almost along alongside already also although always am amid among an
and another any anyone anything are around as at away back be because been before behind being below besides between
beyond both but by can cannot could currently despite did do does doing done down during each earlier either else
elsewhere even ever every everyone everything except few finally first following for former from further given had
has have having he hence her here hers herself him himself his how however i if in including indeed inside instead
into is it its itself just last later least less let like likely many may maybe me meanwhile might more moreover
most much must my near nearly neither never nevertheless next no nobody none nor not nothing now of off often on
once one only onto or other others our ours out outside over own per perhaps please previously rather recently
regarding same second secondly separately several shall she should shortly similarly since so some somebody someone
something sometimes soon still such ten than that the their theirs them themselves then there therefore these they
thing things third this those though three through throughout thus till to today together tomorrow too toward
towards two under unless unlike until up upon us various very via was we well were what whatever when whenever where
whereas wherever whether which while who whoever whom whose why will with within without would yes yesterday yet you
your yours
""")
"""Function words and sentence adverbs: never a name because a sentence begins with them."""

CALENDAR: Final = word_set("""
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
sundays mon tue tues wed thu thur thurs fri sat january february march april may june july august september october
november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter gmt utc edt est am pm
""")

TITLES: Final = word_set("""
president vice-president premier minister governor chancellor senator sen congressman congresswoman rep
representative mayor secretary ambassador envoy chairman chairwoman chair chief director commissioner speaker judge
justice prosecutor attorney sheriff detective inspector superintendent constable officer general gen colonel col
major maj captain capt lieutenant lt sergeant sgt corporal private commander admiral brigadier marshal mr mrs ms
miss dr doctor prof professor sir dame lord lady king queen prince princess emperor pope archbishop bishop cardinal
father sister brother rabbi imam sheikh ayatollah mullah coach manager spokesman spokeswoman spokesperson ceo
analyst author actor singer striker pilot prime deputy vice foreign defence defense interior finance acting former
""")
"""What stands before a person's name and is no part of it."""

GROUP_NOUNS: Final = word_set("""
academy administration agency airlines airways alliance army assembly association authority bank battalion board
brigade bureau cabinet center centre chamber church club coalition college commission committee company
confederation congress consortium corp corporation corps council court department directorate division duma economy
embassy federation fc force forces foundation front fund group guard guards guild holdings hospital house inc
industries initiative institute institution intelligence international knesset laboratory league legion limited ltd
military militia ministry mission mosque movement museum nations navy network observatory office orchestra
organisation organization parliament partnership party plc police press programme program regiment research rights
school senate service services society squad squadron staff studies syndicate team times trust union unit united
university ventures volunteers workers
""")
"""Head nouns of organisations and units."""

COMPANY_SUFFIXES: Final = word_set("inc ltd plc llc corp co fc gmbh ag sa limited holdings")

PLACE_NOUNS: Final = word_set("""
airport archipelago avenue basin bay beach borough bridge canal canyon cape channel city coast county creek delta
desert district falls forest governorate gulf harbor harbour heights hill hills island islands isle isles lake lakes
mount mountain mountains oblast ocean okrug park peninsula plateau port prefecture province raion range region
reservoir river road sea shire square state states strait straits street territory town valley village volcano
republic kingdom emirates
""")

PLACE_BEFORE: Final = word_set("in near from towards toward at outside inside across around into through throughout")
"""Prepositions that a place follows more often than a person or group."""

PARTICLES: Final = word_set(
    "al el de del della der den di da do dos du la le van von bin ibn ben bint ter ten zu abu y e"
)
"""Lower-case parts inside a person's or place's name."""

ARABIC_ARTICLES: Final = word_set("al el an ar as ash at az ad ul")

DEMONYMS: Final = word_set("""
afghan african albanian algerian american andorran angolan arab arabian argentine argentinian armenian asian
australian austrian azerbaijani azeri bahraini balkan baltic bangladeshi bashkir basque bavarian belarusian belgian
bolivian bosnian brazilian breton british bulgarian burmese buryat cambodian cameroonian canadian caribbean catalan
caucasian chechen chilean chinese colombian congolese corsican croatian cuban cypriot czech damascan danish dutch
ecuadorian egyptian english eritrean estonian ethiopian european filipino finnish flemish french georgian german
ghanaian greek guatemalan gypsy haitian hebrew hispanic honduran hungarian icelandic indian indonesian iranian iraqi
irish islamic islamist israeli italian ivorian jamaican japanese jewish jordanian kazakh kenyan korean kosovar
kurdish kuwaiti kyrgyz lao laotian latin latino latvian lebanese liberian libyan lithuanian macedonian malaysian
malian maltese maori mexican moldovan mongolian montenegrin moroccan mozambican muslim namibian nepalese nepali
nicaraguan nigerian nordic norwegian omani ottoman pakistani palestinian panamanian paraguayan persian peruvian
polish portuguese prussian qatari roma romanian russian rwandan salvadoran saudi scandinavian scottish senegalese
serb serbian siberian sicilian singaporean slavic slovak slovakian slovenian somali soviet spanish sudanese sunni
shia shiite swedish swiss syrian taiwanese tajik tanzanian tatar thai tibetan tunisian turkish turkmen tuvan ugandan
ukrainian uruguayan uyghur uighur uzbek venezuelan vietnamese welsh yakut yemeni yemenite zambian zimbabwean
christian catholic protestant orthodox buddhist hindu democratic republican western eastern northern southern
northwestern northeastern southwestern southeastern north south east west central upper lower anglo democrat tory
""")
"""Adjectives of nationality, faith and direction: part of a name, but no name by themselves."""

PEOPLES: Final = word_set("""
finns danes swedes poles turks greeks britons brits scots dutchman frenchman frenchmen englishman englishmen
irishman irishmen welshman spaniard spaniards arabs kurds serbs croats czechs slovaks jews iraqis israelis
pakistanis saudis muslims christians islamists afghans bosniaks icelanders new-yorkers londoners parisians
muscovites muscovite republicans democrats conservatives liberals tories yakuts buryats tuvans chechens tatars
""")
