"""A cheap guess at an article's language: its script, or how many of each language's commonest words it holds."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 1500  # characters
_FEWEST = 4  # common words that a guess must rest on

_COMMON = {
    "en": "the of and to in is that for with was on as by from has have its it at which will said would be this are",
    "de": "der die das und ist von den mit für auf dem ein eine sich nicht im des zu als auch wird werden nach bei hat",
    "fr": "le la les des et est une dans pour que qui sur par au aux du plus avec ne pas cette sont ses ont été elle",
    "es": "el la los las y es una en para que con por del se su al más como sus fue ha este esta no lo según entre",
    "it": "il lo gli la le e è di una in per che con del della dei nel sono si al alla ha più anche come questo non da",
    "pt": "o os as e é um uma em para que com por do da dos das no na se ao mais como foi sua seu não são pela pelo",
    "nl": "de het een en van is dat op te voor met zijn niet aan er door om ook bij naar werd heeft uit maar deze",
    "sv": "och att det som en på är av för med den till inte har om ett men var sig från kommer under",
    "da": "og at det som en på er af for med den til ikke har om et men var sig fra blev efter skal",
    "pl": "w i na z się do nie że jest to o za przez od dla oraz po jak ale był które lat roku",
    "tr": "ve bir bu için ile olarak da de olan daha çok en gibi kadar sonra göre yıl",
    "id": "yang dan di untuk dengan dari pada ini itu akan dalam tidak oleh juga telah sebagai lebih",
}
_LANGUAGES: dict[str, list[str]] = {}  # of a word
for _code, _words in _COMMON.items():
    for _word in dict.fromkeys(_words.split()):
        _LANGUAGES.setdefault(_word, []).append(_code)
_FOREIGN = re.compile("[\u0370-\u1fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SCRIPTS = (  # the first that makes up a fifth of the letters; Japanese before Chinese, whose signs it shares
    ("ja", re.compile("[\u3040-\u30ff]"), 10),
    ("zh", re.compile("[\u3400-\u9fff]"), 5),
    ("ko", re.compile("[\uac00-\ud7af]"), 5),
    ("uk", re.compile("[іїєґІЇЄҐ]"), 40),
    ("ru", re.compile("[\u0400-\u04ff]"), 5),
    ("fa", re.compile("[پچژگ]"), 40),
    ("ar", re.compile("[\u0600-\u06ff]"), 5),
    ("he", re.compile("[\u0590-\u05ff]"), 5),
    ("hi", re.compile("[\u0900-\u097f]"), 5),
    ("el", re.compile("[\u0370-\u03ff]"), 5),
    ("th", re.compile("[\u0e00-\u0e7f]"), 5),
)


def guess_language(text: str, default: str = "en") -> str:
    """ISO 639-1 code of the text's language; `default` where too little speaks for any."""
    sample = text[:_SAMPLE]
    if not sample.isascii() and _FOREIGN.search(sample):
        letters = sum(map(str.isalpha, sample)) or 1
        for code, signs, share in _SCRIPTS:
            if len(signs.findall(sample)) * share > letters:
                return code
    scores = dict.fromkeys(_COMMON, 0)
    words = Counter(sample.lower().replace("'", " ").replace("’", " ").split())
    for word in words.keys() & _LANGUAGES.keys():
        for code in _LANGUAGES[word]:
            scores[code] += words[word]
    best = max(scores, key=scores.__getitem__)
    if scores[best] < _FEWEST or (scores.get(default) == scores[best]):
        return default
    return best
