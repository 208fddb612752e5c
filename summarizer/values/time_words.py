"""The words that tell time in the languages that news is mostly written in, as pieces of regular expressions.

Y M W D X Q: year, month, week, day, decade, quarter (as units) · next, past: adjectives of a coming or a gone span ·
over: a preposition that opens a span · by, by_after: before or after a deadline · since, since_after: before or after
a start · to: between the two ends of a range · ago, hence · adj: what may stand between a number and its unit · half:
"and a half" after the unit · years: phrases that name a year relative to the article's · quarter, half_year: the noun
· first..last: ordinals of quarters and halves · fiscal · end: "the end of" · nouns: a word that is a span by itself.
Month names and weekdays are not here: they come from CLDR.
"""

from __future__ import annotations

from typing import Any

_SINGLE = {  # "a year" lasts a year only in such company: "5 billion a year" doesn't
    f"an? {unit}(?= ago| earlier| from now)|(?:within|over the course of|for|in under|in less than) an? {unit}": iso
    for unit, iso in {"year": "P1Y", "month": "P1M", "week": "P1W", "day": "P1D", "decade": "P10Y"}.items()
}

WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "Y": "years?|yrs?", "M": "months?", "W": "weeks?", "D": "days?", "X": "decades?", "Q": "quarters?",
        "next": "next|coming|upcoming|following|ensuing", "past": "past|last|previous|preceding|prior|recent",
        "over": "over|within|in|during|for|across|throughout", "adj": "more|full|additional|further|other|fiscal|"
        "calendar|consecutive|straight|successive|financial",
        "by": "by|until|till|through|thru|up to|before|no later than|to|ahead of|end(?:ing|ed)(?: in| on)?",
        "since": "since|starting(?: in| from| on)?|from|beginning(?: in| on)?|commencing(?: in)?|as of|effective|after",
        "open": "between|from", "to": "to|and|or|through|until|till|up to", "ago": "ago|earlier", "hence": "from now|hence",
        "half": "and a half", "years": {"this year": 0, "current year": 0, "next year": 1, "last year": -1,
        "the year before": -1, "previous year": -1, "the following year": 1, "coming year": 1},
        "months": {"this month": 0, "next month": 1, "last month": -1},
        "quarter": "quarter|q", "half_year": "half", "first": "first|1st", "second": "second|2nd", "third": "third|3rd",
        "fourth": "fourth|4th", "last": "last|final|closing", "of": "of|in|to|for",
        "fiscal": "fiscal years?|financial years?|fiscal|financial|fys?|business year",
        "end": "end(?: of)?|close of|year-?end|late", "decade_end": "end of (?:the|this) decade",
        "last_day": "last", "next_day": "next|coming",
        "nouns": {"half[- ](?:a[- ])?decade": "P5Y", "quarter[- ]century|quarter of a century": "P25Y",
        "half[- ](?:a[- ])?century": "P50Y", "half[- ]a[- ]year|half[- ]year": "P6M", "(?:a )?fortnight": "P2W",
        "(?:a|one|a whole) century": "P100Y", "year and a half": "P18M", "decade and a half": "P15Y",
        **_SINGLE},
    },
    "de": {
        "Y": "jahre?n?s?|jährige?[nrsm]?|jahres\\w*", "M": "monate?n?s?|monatige?[nrsm]?", "W": "wochen?|wöchige?[nrsm]?",
        "D": "tage?n?|tägige?[nrsm]?", "X": "jahrzehnte?n?s?|dekaden?", "Q": "quartale?n?s?",
        "next": "nächste[nrsm]?|kommende[nrsm]?|folgende[nrsm]?", "past": "vergangene[nrsm]?|letzte[nrsm]?|vorige[nrsm]?",
        "over": "über|innerhalb|binnen|in|während|im laufe", "adj": "weitere[nrsm]?|volle[nrsm]?|ganze[nrsm]?|vollen",
        "by": "bis(?: zum jahr(?:e)?| einschließlich| spätestens| mitte| anfang)?|spätestens|vor", "since": "seit|ab",
        "open": "zwischen|von", "to": "bis|und|oder", "before_ago": "vor", "half": "und ein halbes",
        "years": {"dieses jahr": 0, "diesem jahr": 0, "dieses jahres": 0, "laufenden jahr": 0, "heuer": 0,
        "nächstes jahr": 1, "nächsten jahr": 1, "nächsten jahres": 1, "kommenden jahr": 1, "kommendes jahr": 1,
        "letztes jahr": -1, "letzten jahr": -1, "vergangenen jahr": -1, "vergangenes jahr": -1, "vorjahr": -1,
        "im vorigen jahr": -1}, "months": {"diesen monat": 0, "nächsten monat": 1, "letzten monat": -1},
        "quarter": "quartals?|q", "half_year": "halbjahres|halbjahr|jahreshälfte|hälfte", "first": "erste[nsmr]?",
        "second": "zweite[nsmr]?", "third": "dritte[nsmr]?", "fourth": "vierte[nsmr]?", "last": "letzte[nsmr]?|schluss",
        "of": "des jahres|von|des", "fiscal": "geschäftsjahre?s?|fiskaljahre?s?|gj",
        "end": "ende(?: des jahres)?|jahresende", "decade_end": "ende (?:des|dieses) jahrzehnts",
        "last_day": "letzte[nrm]|vergangene[nrm]", "next_day": "nächste[nrm]|kommende[nrm]",
        "nouns": {"halbes jahr|halben jahr": "P6M", "halbes jahrzehnt": "P5Y", "vierteljahr": "P3M"},
    },
    "fr": {
        "Y": "années?|ans?", "M": "mois", "W": "semaines?", "D": "jours?|journées?", "X": "décennies?", "Q": "trimestres?",
        "next": "prochaine?s?|à venir|suivante?s?", "past": "dernière?s?|derniers?|passée?s?|précédente?s?|écoulée?s?",
        "over": "dans|sur|pendant|durant|au cours de|en|d'ici(?: à)?", "adj": "prochaine?s?|premières?|premiers?|"
        "dernières?|derniers?|autres|bonnes|longues", "by": "d'ici(?: à| fin| la fin)?|jusqu'(?:en|à|au)|avant|à l'horizon|"
        "horizon", "since": "depuis|à partir de|dès|à compter de", "open": "entre|de", "to": "à|et|ou|jusqu'en",
        "before_ago": "il y a", "half": "et demie?", "years": {"cette année": 0, "l'année en cours": 0,
        "l'année prochaine": 1, "l'an prochain": 1, "l'année dernière": -1, "l'an dernier": -1, "l'an passé": -1,
        "l'année passée": -1}, "months": {"ce mois-ci": 0, "le mois prochain": 1, "le mois dernier": -1},
        "quarter": "trimestre|t", "half_year": "semestre|moitié", "first": "premier|première|1er|1re",
        "second": "deuxième|second|seconde|2e|2ème", "third": "troisième|3e|3ème", "fourth": "quatrième|4e|4ème",
        "last": "dernier", "of": "de|de l'année|en", "fiscal": "exercices?(?: fiscal| clos)?|année fiscale",
        "end": "fin|la fin(?: de)?", "decade_end": "fin de (?:la|cette) décennie", "last_day": "dernier",
        "next_day": "prochain", "nouns": {"quinquennal": "P5Y", "triennal": "P3Y", "décennal": "P10Y",
        "biennal": "P2Y", "six-mois": "P6M", "quinquennat": "P5Y"},
    },
    "es": {
        "Y": "años?", "M": "mes(?:es)?", "W": "semanas?", "D": "días?", "X": "décadas?", "Q": "trimestres?",
        "next": "próxim[oa]s?|siguientes?|venider[oa]s?", "past": "pasad[oa]s?|últim[oa]s?|anterior(?:es)?",
        "over": "en|durante|dentro de|por|a lo largo de|en un plazo de", "adj": "próxim[oa]s|últim[oa]s|siguientes|más",
        "by": "para|hasta|antes de|a más tardar en|de aquí a|hacia", "since": "desde|a partir de", "open": "entre|de|desde",
        "to": "y|a|o|hasta", "before_ago": "hace", "half": "y medi[oa]", "years": {"este año": 0, "el presente año": 0,
        "próximo año": 1, "año próximo": 1, "año que viene": 1, "año pasado": -1, "pasado año": -1, "año anterior": -1},
        "months": {"este mes": 0, "próximo mes": 1, "mes que viene": 1, "mes pasado": -1},
        "quarter": "trimestre|t", "half_year": "semestre|mitad", "first": "primer|primera|1er", "second": "segundo|segunda",
        "third": "tercer|tercero|3er", "fourth": "cuarto|4to", "last": "último", "of": "de|del|del año",
        "fiscal": "ejercicios?(?: fiscal)?|año fiscal", "end": "fin(?:ales)?(?: de)?|cierre de",
        "decade_end": "(?:fin|final|finales) de (?:la|esta) década", "last_day": "pasado", "next_day": "próximo",
        "nouns": {"lustro": "P5Y", "quinquenio|quinquenal": "P5Y", "trienio|trienal": "P3Y", "bienio": "P2Y",
        "medio año": "P6M", "semestre": "P6M"},
    },
    "it": {
        "Y": "ann[io]", "M": "mes[ei]", "W": "settiman[ae]", "D": "giorn[io]", "X": "decenni[o]?", "Q": "trimestr[ei]",
        "next": "prossim[oiae]|seguenti|successiv[oi]", "past": "scors[oiae]|ultim[oiae]|passat[oiae]|precedenti",
        "over": "in|nei|negli|entro|nel corso di|nell'arco di|per|nel giro di", "adj": "prossimi|ultimi|successivi",
        "by": "entro(?: il| la)?(?: fine)?|fino al|prima del|al", "since": "dal|a partire dal|da", "open": "tra il|fra il|tra|"
        "fra|dal", "to": "e il|e|al|o|a", "ago": "fa", "half": "e mezzo", "years": {"quest'anno": 0, "anno prossimo": 1,
        "prossimo anno": 1, "anno scorso": -1, "scorso anno": -1}, "months": {"questo mese": 0, "mese prossimo": 1,
        "prossimo mese": 1, "mese scorso": -1, "scorso mese": -1}, "quarter": "trimestre|t", "half_year": "semestre|metà",
        "first": "primo|prima", "second": "secondo|seconda", "third": "terzo", "fourth": "quarto", "last": "ultimo",
        "of": "del|dell'anno|di", "fiscal": "esercizio(?: fiscale)?|anno fiscale", "end": "fine(?: del)?",
        "decade_end": "fine del decennio", "last_day": "scorso|scorsa", "next_day": "prossimo|prossima",
        "nouns": {"quinquennio|quinquennale": "P5Y", "triennio|triennale": "P3Y", "biennio|biennale": "P2Y",
        "decennale": "P10Y", "lustro": "P5Y"},
    },
    "pt": {
        "Y": "anos?", "M": "m[eê]s(?:es)?", "W": "semanas?", "D": "dias?", "X": "décadas?", "Q": "trimestres?",
        "next": "próxim[oa]s?|seguintes?|vindour[oa]s", "past": "passad[oa]s?|últim[oa]s?|anteriores?",
        "over": "em|nos|nas|durante|ao longo de|dentro de|no prazo de|por", "adj": "próxim[oa]s|últim[oa]s|seguintes",
        "by": "até(?: o| ao)?(?: fim de| final de)?|para|antes de", "since": "desde|a partir de", "open": "entre|de",
        "to": "e|a|ou|até", "before_ago": "há", "ago": "atrás", "half": "e mei[oa]", "years": {"este ano": 0,
        "neste ano": 0, "próximo ano": 1, "ano que vem": 1, "ano passado": -1}, "months": {"este mês": 0, "neste mês": 0,
        "próximo mês": 1, "mês que vem": 1, "mês passado": -1}, "quarter": "trimestre|t", "half_year": "semestre|metade",
        "first": "primeir[oa]|1[ºo]", "second": "segund[oa]|2[ºo]", "third": "terceiro|3[ºo]", "fourth": "quarto|4[ºo]",
        "last": "último", "of": "de|do ano de|do", "fiscal": "exercício(?: fiscal)?|ano fiscal", "end": "fi(?:m|nal)(?: de)?",
        "decade_end": "(?:fim|final) da década", "last_day": "passad[oa]|últim[oa]", "next_day": "próxim[oa]",
        "nouns": {"quinquénio|quinquênio|quinquenal": "P5Y", "triénio|triênio|trienal": "P3Y", "biénio|biênio": "P2Y"},
    },
    "nl": {
        "Y": "jaar|jaren|jarige?|jaars", "M": "maanden|maand", "W": "weken|week", "D": "dagen|dag", "X": "decennia|decennium",
        "Q": "kwartalen|kwartaal", "next": "volgende?|komende?|aankomende", "past": "afgelopen|vorige?|laatste",
        "over": "over|binnen|in|gedurende|de", "adj": "komende|volgende|afgelopen", "by": "tegen|tot(?: en met)?|uiterlijk(?: in)?|"
        "vóór|voor", "since": "sinds|vanaf|van", "open": "tussen|van", "to": "tot|en|of|tot en met", "ago": "geleden",
        "half": "en een half", "years": {"dit jaar": 0, "volgend jaar": 1, "komend jaar": 1, "vorig jaar": -1,
        "afgelopen jaar": -1}, "months": {"deze maand": 0, "volgende maand": 1, "vorige maand": -1}, "quarter": "kwartaal|k",
        "half_year": "helft|halfjaar", "first": "eerste", "second": "tweede", "third": "derde", "fourth": "vierde",
        "last": "laatste", "of": "van", "fiscal": "boekjaar|fiscale jaar", "end": "eind(?:e)?(?: van)?",
        "decade_end": "eind(?:e)? van (?:het|dit) decennium", "last_day": "afgelopen|vorige", "next_day": "volgende|komende",
        "nouns": {"halfjaar|half jaar": "P6M"},
    },
}  # fmt: skip
