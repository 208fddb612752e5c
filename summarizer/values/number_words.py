"""Number words of the languages that news is mostly written in, and the words that scale a number.

`ones`: 0 to 20, forms of one number separated by "/". `tens`: 30 to 90. Words between 21 and 99 are composed from
them, the way each language composes. A language that is not here is read by its digits only.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

_ONES = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    "de": "null ein/eine/einem/einen/einer/eines/eins zwei/zweier drei/dreier vier fünf sechs sieben acht neun zehn elf "
    "zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig",
    "fr": "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf vingt",
    "es": "cero un/una/uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte",
    "it": "zero un/una/uno/un' due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
    "quindici sedici diciassette diciotto diciannove venti",
    "pt": "zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze "
    "dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove vinte",
    "nl": "nul een/één/eén twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig",
    "sv": "noll en/ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton "
    "nitton tjugo",
    "da": "nul en/et/én to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten "
    "nitten tyve",
    "nb": "null en/ett/én to tre fire fem seks sju/syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten "
    "atten nitten tjue/tyve",
    "fi": "nolla yksi/yhden/yhdessä kaksi/kahden/kahdessa kolme/kolmen/kolmessa neljä/neljän/neljässä "
    "viisi/viiden/viidessä kuusi/kuuden/kuudessa seitsemän/seitsemässä kahdeksan/kahdeksassa yhdeksän/yhdeksässä "
    "kymmenen/kymmenessä yksitoista/yhdentoista kaksitoista/kahdentoista kolmetoista neljätoista "
    "viisitoista/viidentoista kuusitoista seitsemäntoista kahdeksantoista yhdeksäntoista kaksikymmentä/kahdenkymmenen",
    "pl": "zero jeden/jedna/jedno/jednego/jednej dwa/dwie/dwóch/dwu trzy/trzech cztery/czterech pięć/pięciu sześć/sześciu "
    "siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu "
    "trzynaście/trzynastu czternaście/czternastu piętnaście/piętnastu szesnaście/szesnastu siedemnaście/siedemnastu "
    "osiemnaście/osiemnastu dziewiętnaście/dziewiętnastu dwadzieścia/dwudziestu",
    "cs": "nula jeden/jedna/jedno/jednoho/jedné dva/dvě/dvou tři/tří/třech čtyři/čtyř/čtyřech pět/pěti šest/šesti "
    "sedm/sedmi osm/osmi devět/devíti deset/deseti jedenáct/jedenácti dvanáct/dvanácti třináct/třinácti čtrnáct/čtrnácti "
    "patnáct/patnácti šestnáct/šestnácti sedmnáct/sedmnácti osmnáct/osmnácti devatenáct/devatenácti dvacet/dvaceti",
    "ru": "ноль один/одна/одно/одного/одной/одному два/две/двух/двум/двумя три/трёх/трех/трём/трем "
    "четыре/четырёх/четырех/четырем пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти "
    "одиннадцать/одиннадцати двенадцать/двенадцати тринадцать/тринадцати четырнадцать/четырнадцати "
    "пятнадцать/пятнадцати шестнадцать/шестнадцати семнадцать/семнадцати восемнадцать/восемнадцати "
    "девятнадцать/девятнадцати двадцать/двадцати",
    "uk": "нуль один/одна/одного/одному два/дві/двох три/трьох чотири/чотирьох п'ять/п'яти шість/шести сім/семи "
    "вісім/восьми дев'ять/дев'яти десять/десяти одинадцять/одинадцяти дванадцять/дванадцяти тринадцять/тринадцяти "
    "чотирнадцять/чотирнадцяти п'ятнадцять/п'ятнадцяти шістнадцять/шістнадцяти сімнадцять/сімнадцяти "
    "вісімнадцять/вісімнадцяти дев'ятнадцять/дев'ятнадцяти двадцять/двадцяти",
    "bg": "нула един/една/едно/една два/две/двете три/трите четири пет/петте шест седем осем девет десет/десетте "
    "единадесет/единайсет дванадесет/дванайсет тринадесет четиринадесет петнадесет шестнадесет седемнадесет "
    "осемнадесет деветнадесет двадесет",
    "ro": "zero un/o/una/unu doi/două trei patru cinci șase/şase șapte/şapte opt nouă zece unsprezece "
    "doisprezece/douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece "
    "nouăsprezece douăzeci",
    "hu": "nulla egy két/kettő három négy öt hat hét nyolc kilenc tíz tizenegy tizenkét/tizenkettő tizenhárom tizennégy "
    "tizenöt tizenhat tizenhét tizennyolc tizenkilenc húsz",
    "tr": "sıfır bir iki üç dört beş altı yedi sekiz dokuz on on|bir on|iki on|üç on|dört on|beş on|altı on|yedi "
    "on|sekiz on|dokuz yirmi",
    "el": "μηδέν ένα/μία/μια/έναν/ενός δύο/δυο τρία/τρεις/τριών τέσσερα/τέσσερις/τεσσάρων πέντε έξι επτά/εφτά οκτώ/οχτώ "
    "εννέα/εννιά δέκα έντεκα δώδεκα δεκατρία/δεκατριών δεκατέσσερα δεκαπέντε δεκαέξι δεκαεπτά δεκαοκτώ δεκαεννέα είκοσι",
    "id": "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua|belas tiga|belas empat|belas "
    "lima|belas enam|belas tujuh|belas delapan|belas sembilan|belas dua|puluh",
    "vi": "không một hai ba bốn năm sáu bảy tám chín mười mười|một mười|hai mười|ba mười|bốn mười|lăm mười|sáu mười|bảy "
    "mười|tám mười|chín hai|mươi",
    "ar": "صفر واحد/واحدة اثنان/اثنين/اثنتين ثلاث/ثلاثة أربع/أربعة خمس/خمسة ست/ستة سبع/سبعة ثمان/ثماني/ثمانية تسع/تسعة "
    "عشر/عشرة",
    "he": "אפס אחת/אחד שתי/שני/שתיים/שניים שלוש/שלושה/שלושת ארבע/ארבעה/ארבעת חמש/חמישה/חמשת שש/שישה/ששת שבע/שבעה/שבעת "
    "שמונה/שמונת תשע/תשעה/תשעת עשר/עשרה/עשרת",
    "fa": "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست",
    "hi": "शून्य एक दो तीन चार पांच/पाँच छह/छः/छ सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह अठारह उन्नीस "
    "बीस",
    "ko": "영 한/하나/일 두/둘/이 세/셋/삼/석 네/넷/사/넉 다섯/오 여섯/육 일곱/칠 여덟/팔 아홉/구 열/십",
}
_TENS = {
    "en": "thirty forty fifty sixty seventy eighty ninety",
    "de": "dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "fr": "trente quarante cinquante soixante soixante-dix/septante quatre-vingt/quatre-vingts/huitante quatre-vingt-dix",
    "es": "treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "it": "trenta quaranta cinquanta sessanta settanta ottanta novanta",
    "pt": "trinta quarenta cinquenta/cinqüenta sessenta setenta oitenta noventa",
    "nl": "dertig veertig vijftig zestig zeventig tachtig negentig",
    "sv": "trettio fyrtio femtio sextio sjuttio åttio nittio",
    "da": "tredive fyrre halvtreds tres halvfjerds firs halvfems",
    "nb": "tretti/tredve førti femti seksti sytti åtti nitti",
    "fi": "kolmekymmentä neljäkymmentä viisikymmentä kuusikymmentä seitsemänkymmentä kahdeksankymmentä "
    "yhdeksänkymmentä",
    "pl": "trzydzieści/trzydziestu czterdzieści/czterdziestu pięćdziesiąt/pięćdziesięciu sześćdziesiąt siedemdziesiąt "
    "osiemdziesiąt dziewięćdziesiąt",
    "cs": "třicet/třiceti čtyřicet/čtyřiceti padesát/padesáti šedesát sedmdesát osmdesát devadesát",
    "ru": "тридцать/тридцати сорок/сорока пятьдесят/пятидесяти шестьдесят/шестидесяти семьдесят/семидесяти "
    "восемьдесят девяносто",
    "uk": "тридцять/тридцяти сорок/сорока п'ятдесят/п'ятдесяти шістдесят сімдесят вісімдесят дев'яносто",
    "bg": "тридесет/трийсет четиридесет/четирийсет петдесет шестдесет/шейсет седемдесет осемдесет деветдесет",
    "ro": "treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci",
    "hu": "harminc negyven ötven hatvan hetven nyolcvan kilencven",
    "tr": "otuz kırk elli altmış yetmiş seksen doksan",
    "el": "τριάντα σαράντα πενήντα εξήντα εβδομήντα ογδόντα ενενήντα",
    "id": "tiga|puluh empat|puluh lima|puluh enam|puluh tujuh|puluh delapan|puluh sembilan|puluh",
    "hi": "तीस चालीस पचास साठ सत्तर अस्सी नब्बे",
}
_EXTRA = {  # whole and broken numbers that the tables above don't give
    "en": {"dozen": 12, "a dozen": 12, "a couple of": 2, "couple of": 2, "one-and-a-half": "1.5", "half a dozen": 6},
    "de": {"anderthalb": "1.5", "eineinhalb": "1.5", "zweieinhalb": "2.5", "dreieinhalb": "3.5", "viereinhalb": "4.5"},
    "es": {"veintiuno": 21, "veintiún": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24,
           "veinticinco": 25, "veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29},
    "nl": {"anderhalf": "1.5", "tweeënhalf": "2.5", "twee en een half": "2.5", "drieënhalf": "3.5"},
    "sv": {"ett och ett halvt": "1.5", "två och ett halvt": "2.5"},
    "da": {"halvandet": "1.5", "halvanden": "1.5", "to et halvt": "2.5"},
    "nb": {"halvannet": "1.5", "halvannen": "1.5"},
    "pl": {"półtora": "1.5", "półtorej": "1.5"},
    "ru": {"полтора": "1.5", "полутора": "1.5", "полторы": "1.5"},
    "uk": {"півтора": "1.5"},
    "hu": {"másfél": "1.5"},
    "fi": {"puolitoista": "1.5"},
    "tr": {"bir buçuk": "1.5", "iki buçuk": "2.5"},
    "ar": {"عشرين": 20, "عشرون": 20, "ثلاثين": 30, "ثلاثون": 30, "خمسة عشر": 15, "خمس عشرة": 15},
    "he": {"עשרים": 20, "שלושים": 30},
    "id": {"setengah": "0.5"},
}  # fmt: skip
_HUNDREDS = {
    "en": {"hundred": 100, "thousand": 1000}, "de": {"hundert": 100, "tausend": 1000},
    "fr": {"cent": 100, "cents": 100, "mille": 1000}, "es": {"cien": 100, "ciento": 100, "mil": 1000},
    "it": {"cento": 100, "mille": 1000, "mila": 1000}, "pt": {"cem": 100, "cento": 100, "mil": 1000},
    "nl": {"honderd": 100, "duizend": 1000}, "sv": {"hundra": 100, "tusen": 1000},
    "da": {"hundrede": 100, "tusind": 1000}, "nb": {"hundre": 100, "tusen": 1000},
    "pl": {"sto": 100, "stu": 100, "tysiąc": 1000}, "ru": {"сто": 100, "ста": 100, "тысяча": 1000},
    "tr": {"yüz": 100, "bin": 1000}, "id": {"seratus": 100, "seribu": 1000}, "cs": {"sto": 100, "tisíc": 1000},
}  # fmt: skip
JOINERS = {"en": ("and",), "de": ("und",), "fr": ("et",), "es": ("y",), "pt": ("e",), "nl": ("en",), "ro": ("și",)}
_M, _B, _T = Decimal(10) ** 6, Decimal(10) ** 9, Decimal(10) ** 12
_K = Decimal(1000)
_INDIAN = {"lakh": _K * 100, "lakhs": _K * 100, "crore": _M * 10, "crores": _M * 10}
SCALES: dict[str, dict[str, Decimal]] = {
    "en": {"thousand": _K, "k": _K, "million": _M, "millions": _M, "m": _M, "mn": _M, "mln": _M, "billion": _B,
           "billions": _B, "bn": _B, "b": _B, "trillion": _T, "trillions": _T, "tn": _T, "trn": _T, **_INDIAN},
    "de": {"tausend": _K, "tsd": _K, "million": _M, "millionen": _M, "mio": _M, "milliarde": _B, "milliarden": _B,
           "mrd": _B, "billion": _T, "billionen": _T, "bio": _T},
    "fr": {"mille": _K, "million": _M, "millions": _M, "m": _M, "milliard": _B, "milliards": _B, "md": _B, "mds": _B,
           "billion": _T, "billions": _T},
    "es": {"mil": _K, "millón": _M, "millones": _M, "mil millones": _B, "billón": _T, "billones": _T},
    "it": {"mila": _K, "mille": _K, "milione": _M, "milioni": _M, "mln": _M, "miliardo": _B, "miliardi": _B, "mld": _B},
    "pt": {"mil": _K, "milhão": _M, "milhões": _M, "mil milhões": _B, "bilhão": _B, "bilhões": _B, "trilhão": _T,
           "trilhões": _T},
    "nl": {"duizend": _K, "miljoen": _M, "mln": _M, "miljard": _B, "mld": _B, "mrd": _B, "biljoen": _T},
    "sv": {"tusen": _K, "miljon": _M, "miljoner": _M, "miljard": _B, "miljarder": _B, "biljon": _T, "biljoner": _T},
    "da": {"tusind": _K, "million": _M, "millioner": _M, "mio": _M, "milliard": _B, "milliarder": _B, "mia": _B},
    "nb": {"tusen": _K, "million": _M, "millioner": _M, "milliard": _B, "milliarder": _B},
    "pl": {"tys": _K, "tysiące": _K, "tysięcy": _K, "mln": _M, "milion": _M, "miliony": _M, "milionów": _M, "mld": _B,
           "miliard": _B, "miliardy": _B, "miliardów": _B, "bln": _T, "bilion": _T},
    "cs": {"tisíc": _K, "mil": _M, "milion": _M, "miliony": _M, "milionů": _M, "mld": _B, "miliarda": _B,
           "miliardy": _B, "miliard": _B},
    "ru": {"тыс": _K, "тысяч": _K, "тысячи": _K, "млн": _M, "миллион": _M, "миллиона": _M, "миллионов": _M, "млрд": _B,
           "миллиард": _B, "миллиарда": _B, "миллиардов": _B, "трлн": _T, "триллион": _T, "триллиона": _T},
    "tr": {"bin": _K, "milyon": _M, "milyar": _B, "trilyon": _T},
    "id": {"ribu": _K, "juta": _M, "miliar": _B, "triliun": _T},
    "zh": {"万": _K * 10, "萬": _K * 10, "亿": _M * 100, "億": _M * 100, "万亿": _T, "兆": _T, "千": _K, "百": Decimal(100)},
    "ja": {"万": _K * 10, "億": _M * 100, "兆": _T, "千": _K, "百": Decimal(100)},
    "ko": {"만": _K * 10, "억": _M * 100, "조": _T, "천": _K, "백": Decimal(100)},
}  # fmt: skip


def _forms(table: dict[str, str], language: str, first: int, step: int) -> dict[str, int]:
    words = table.get(language, "").split()
    return {
        form.replace("|", " "): first + step * index for index, word in enumerate(words) for form in word.split("/")
    }


def _between_tens(language: str, ones: dict[str, int], tens: dict[str, int]) -> dict[str, int]:
    """21 to 99 as the language joins a ten and a one: "twenty-five", "fünfundzwanzig", "vingt et un"."""
    found: dict[str, int] = {}
    small = {word: value for word, value in ones.items() if 0 < value < (20 if language == "fr" else 10)}
    for ten, base in tens.items():
        for one, value in small.items():
            if language in ("de", "nl", "da", "nb"):
                for joiner in ("und",) if language == "de" else ("en", "ën", "og"):
                    found[one + joiner + ten] = base + value
            if language == "it":
                found[(ten[:-1] if one[0] in "uo" else ten) + one] = base + value
            if language != "de":
                joined = JOINERS.get(language, ())
                for glue in (" ", "-", "", *(f" {word} " for word in joined), *(f"-{word}-" for word in joined)):
                    found.setdefault(ten + glue + one, base + value)
    return found


@lru_cache(maxsize=64)
def words(language: str) -> dict[str, Decimal]:
    """Lower-case number word -> its value, 0 to 99, plus broken ones ("anderthalb" is 1.5)."""
    ones, tens = _forms(_ONES, language, 0, 1), _forms(_TENS, language, 30, 10)
    twenty = {word: value for word, value in ones.items() if value == 20}
    found: dict[str, int | str] = {**_between_tens(language, ones, {**twenty, **tens}), **tens, **ones}
    found.update(_EXTRA.get(language, {}))
    return {word: Decimal(value) for word, value in found.items()}


def hundreds(language: str) -> dict[str, int]:
    return _HUNDREDS.get(language, {})


def code(language: str) -> str:
    """The two letters that the tables are kept under: "pt-BR" is pt, "no" and "nn" are nb."""
    short = language.replace("_", "-").split("-")[0].lower()
    return {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "ms": "id"}.get(short, short)
