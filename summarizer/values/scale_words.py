"""Words that scale a number ("billion", "Mrd", "lakh crore", "億"), as powers of ten, with one reading per language.

Lower case, without the dot of an abbreviation. A word of `_COMMON` means the same wherever it is used; the long scale
("Billion" is 10**12 in German) and words that are something else in another language stand in `_OWN`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from summarizer.values.number_words import code

_COMMON = {
    2: "hundred hundert hundra honderd hundre hundrede",
    3: """thousand thousands k tausend tsd mila duizend tusen tusind tys tysięcy tysiące тыс тысяч тысячи тысяча тисяч
        хиляди χιλιάδες tisíc tisíce ezer tuhatta ribu rb nghìn ngàn ألف آلاف אלף هزار हज़ार हजार พัน""",
    4: "หมื่น",
    5: "lakh lakhs lac lacs लाख แสน",
    6: """million millions millon mn mln mm m mio millionen millonen millones millón milhões milhão milhoes milioni
        milione milion miliony milionów milionu milióny miliónov milionů millió milioane milioana miljoen miljoner
        miljon
        miljoonaa miljoona milj millioner mill mnkr juta jt milyon миллион миллиона миллионов млн мільйон мільйона
        мільйонів милион милиона εκατομμύρια εκατομμύριο εκατ triệu مليون ملايين میلیون מיליון ล้าน dollarmillion""",
    7: "crore crores cr करोड़ करोड สิบล้าน",
    8: "ร้อยล้าน",
    9: """billion billions bn bln bil b milliard milliards mrd mrds mdr milliarden milliarde millardos millardo miliardi
        miliardo miliard miliardy miliardów miliardu miliardo miliardů miliárd milliárd miliarde miliarda miljard
        miljarden miljarder miljardia miljardi milliarder mds md mld mlrd mia bilhões bilhão bilhoes miliar milyar
        миллиард миллиарда миллиардов млрд мільярд мільярда мільярдів милиард милиарда δισεκατομμύρια δισεκατομμύριο δισ
        tỷ tỉ مليار مليارات میلیارد מיליארד अरब พันล้าน arab""",
    10: "หมื่นล้าน",
    11: "แสนล้าน खरब",
    12: """trillion trillions tn trn trln t billionen billones billón biljoen biljoner biljon biliony bilionů biliões
        bilião biljoonaa trilhões trilhão trilhoes triliun trilyon триллион триллиона триллионов трлн трильйон трильйона
        трильйонів трилион трилиона τρισεκατομμύρια τρισ تريليون تريليونات تریلیون טריליון ล้านล้าน bio""",
    18: "trillionen trillones trillón triljoen",
}
_OWN = {
    "en": {"mil": 6, "mill": 6},
    "de": {"million": 6, "billion": 12, "trillion": 18, "t": 3},
    "fr": {"billion": 12, "billions": 12, "trillion": 18, "trillions": 18, "mille": 3, "g": 9},
    "es": {"mil": 3, "billion": 12, "bill": 12, "mm": 6, "mdd": 6},
    "it": {"mille": 3, "mila": 3},
    "pt": {"mil": 3, "bi": 9, "tri": 12, "mi": 6},
    "nl": {"mrd": 9},
    "da": {"billion": 12, "billioner": 12, "mill": 6},
    "nb": {"billion": 12, "billioner": 12, "mill": 6},
    "sv": {"mdr": 9},
    "fi": {"biljoona": 12, "mrd": 9, "t": 3},
    "cs": {"mil": 6, "bil": 12, "bilion": 12},
    "pl": {"bln": 12, "bilion": 12, "bilionów": 12},
    "sk": {"mil": 6},
    "ro": {"mil": 6, "mld": 9},
    "hr": {"mil": 6, "tisuća": 3},
    "hu": {"billió": 12},
    "tr": {"bin": 3, "mr": 9, "mn": 6},
    "id": {"m": 9, "t": 12},
    "el": {"χιλ": 3},
    "vi": {"tr": 6},
}
_COMPOSED = {
    "en": {"thousand million": 9, "thousand billion": 12, "million million": 12, "lakh crore": 12, "lakh crores": 12,
           "thousand crore": 10, "hundred million": 8, "hundred billion": 11, "hundred thousand": 5},
    "es": {"mil millones": 9, "mil millón": 9, "mil mdd": 9, "miles de millones": 9},
    "pt": {"mil milhões": 9, "mil milhão": 9, "mil bilhões": 12},
    "fr": {"mille milliards": 12, "mille milliard": 12},
    "it": {"mila miliardi": 12, "mila milioni": 9, "mille miliardi": 12},
    "de": {"tausend milliarden": 12},
    "vi": {"nghìn tỷ": 12, "ngàn tỷ": 12},
    "hi": {"लाख करोड़": 12},
}  # fmt: skip

SINGLE = frozenset("kmbtg")
"""Letters that scale only what they are glued to ("15b"), or between a number and its currency ("5 M€")."""

CJK_BIG = {"兆": 12, "조": 12, "億": 8, "亿": 8, "억": 8, "万": 4, "萬": 4, "만": 4}
CJK_SMALL = {"千": 3, "천": 3, "仟": 3, "百": 2, "백": 2, "佰": 2, "十": 1, "십": 1, "拾": 1}
_FIGURES = "〇零 一壱壹 二两兩弐贰 三参叁 四肆 五伍 六陆 七柒 八捌 九玖"
CJK_DIGITS = {c: value for value, forms in enumerate(_FIGURES.split()) for c in forms}

_COMMA_DECIMAL = "de es it pt fr ru id nl tr pl sv da nb fi cs sk sl hr sr hu ro bg uk el vi ca gl lt lv et is"
COMMA_DECIMAL = frozenset(_COMMA_DECIMAL.split())
"""Languages that write 1.234,5; all others write 1,234.5."""
_POINT_DECIMAL_REGIONS = "mx us gt hn ni sv pa do pr pe ch li"
POINT_DECIMAL_REGIONS = frozenset(_POINT_DECIMAL_REGIONS.split())

_TELLING = {
    "de": "millionen milliarden mio mrd tsd billionen tausend",
    "es": "millones millón billones billón",
    "it": "milioni milione miliardi miliardo mila mld",
    "pt": "milhões milhão bilhões bilhão trilhões trilhão",
    "fr": "milliard milliards md mds",
    "nl": "miljoen miljard miljarden biljoen",
    "sv": "miljoner miljarder mdr",
    "ru": "тыс млн млрд трлн миллионов миллиона миллиардов миллиарда",
    "id": "juta triliun miliar",
    "tr": "milyar milyon trilyon",
    "pl": "tys milionów miliardów miliony miliardy",
}
_LANGUAGE_OF = {word: language for language, words in _COMPOSED.items() if language != "en" for word in words}
_LANGUAGE_OF |= {word: language for language, words in _TELLING.items() for word in words.split()}


@lru_cache(maxsize=64)
def scales(language: str) -> dict[str, Decimal]:
    """Every scale word that a text of this language may use -> its factor. "lakh crore" and the like are included."""
    found = {word: 10**power for power, words in _COMMON.items() for word in words.split()}
    for composed in _COMPOSED.values():
        found |= {word: 10**power for word, power in composed.items()}
    found |= {word: 10**power for word, power in _OWN.get(code(language), {}).items()}
    return {word: Decimal(value) for word, value in found.items()}


def decimal_comma(language: str) -> bool:
    """Whether a text of this language writes one and a half as "1,5"; a region may differ ("es-MX")."""
    region = language.replace("_", "-").lower().partition("-")[2]
    return code(language) in COMMA_DECIMAL and region not in POINT_DECIMAL_REGIONS


def language_of(scale: str) -> str:
    """The language that a scale word gives away, English where it gives none away."""
    return _LANGUAGE_OF.get(scale, "en")
