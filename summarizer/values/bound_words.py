"""Words that say that a sum is about so much, at least, at most, vague, or secret; in lower case, parted by "|"."""

from __future__ import annotations

BEFORE = {
    "max": "up to|as much as|as many as|no more than|not more than|at most|a maximum of|maximum of|max|not exceeding|"
    "capped at|a cap of|no higher than|as high as|less than|fewer than|south of|lower than|just under|to a maximum of|"
    "bis zu|höchstens|maximal|weniger als|knapp unter|nicht mehr als|jusqu'à|jusqu’à|au plus|au maximum|moins de|"
    "un maximum de|hasta|como máximo|menos de|no más de|un máximo de|fino a|al massimo|meno di|non più di|"
    "um massimo di|até|no máximo|menos que|tot|maximaal|hooguit|ten hoogste|minder dan|upp till|högst|mindre än|op til|"
    "højst|mindre end|opptil|inntil|maksimalt|mindre enn|maksymalnie|nie więcej niż|mniej niż|до|не более|менее|"
    "en fazla|'a kadar|hingga|maksimal|kurang dari|enintään|jopa|až|nejvýše|tối đa|lên tới|不超过|不超過|不到|"
    "不足|最多|"
    "少于|至多|最大|上限|최대",
    "min": "more than|at least|no less than|not less than|upwards of|upward of|in excess of|exceeding|north of|"
    "a minimum of|minimum of|well over|just over|more then|greater than|topping|surpassing|as little as|"
    "no fewer than|mehr als|mindestens|wenigstens|über|plus de|au moins|pas moins de|más de|al menos|por lo menos|"
    "como mínimo|superior a|superiores a|más que|no menos de|oltre|più di|almeno|non meno di|mais de|pelo menos|"
    "acima de|mais que|no mínimo|ao menos|meer dan|minstens|ten minste|ruim|mer än|minst|över|mere end|mindst|mer enn|"
    "over en|ponad|co najmniej|przynajmniej|więcej niż|powyżej|более|больше|не менее|свыше|как минимум|понад|більше|"
    "en az|'dan fazla|lebih dari|sedikitnya|setidaknya|yli|vähintään|více než|nejméně|přes|hơn|trên|ít nhất|"
    "超过|超過|逾|超|至少|不少于|不低于|多于|高于|최소|적어도|少なくとも",
    "approx": "about|around|roughly|approximately|approx|some|nearly|almost|close to|circa|c.|ca|an estimated|"
    "estimated|"
    "near|in the region of|in the neighborhood of|in the neighbourhood of|on the order of|something like|"
    "an approximate|the equivalent of about|rund|etwa|ungefähr|circa|zirka|fast|beinahe|knapp|gut|nahezu|geschätzt|"
    "schätzungsweise|environ|près de|quelque|à peu près|presque|autour de|de l'ordre de|de l’ordre de|cerca de|en "
    "torno a|"
    "unos|unas|alrededor de|aproximadamente|casi|próximo a|cerca di|circa|quasi|intorno a|più o meno|attorno a|"
    "aproximados|quase|perto de|por volta de|em torno de|cerca dos|ongeveer|zo'n|bijna|rond|omkring|cirka|nästan|runt|"
    "ungefär|omtrent|næsten|nesten|rundt|około|niemal|prawie|blisko|около|примерно|почти|порядка|приблизительно|"
    "близько|майже|yaklaşık|neredeyse|sekitar|hampir|kurang lebih|noin|lähes|asi|kolem|téměř|khoảng|gần|~|≈|±|約|约|"
    "大约|"
    "大約|近|将近|將近|接近|およそ|ほぼ|약|대략|거의",
}
DIRECT = {  # bounds only right before the sum: "over a $5bn deal" and "under the $5bn plan" are about something else
    "min": "over|above|beyond|past",
    "max": "under|below|unter|sous|sotto|onder|under",
}
ABOUT = (
    "talks|talk|dispute|row|battle|fight|lawsuit|suit|questions|concern|concerns|negotiations|debate|argument|spread"
)
"""Nouns after which "over" says what something is about."""

FILLERS = (
    "a|an|the|another|additional|extra|further|combined|total of|a total of|whopping|record|his|her|its|their|eine|"
)
FILLERS += "einer|einem|un|une|uma|um|una|des|de|about|around|roughly|some|nearly|almost|insgesamt|estimated|initial"

AFTER = {
    "min": "or more|or higher|and up|and above|or above|at least|at a minimum|oder mehr|ou plus|o más|o più|ou "
    "mais|"
    "of meer|eller mer|и более|lub więcej|veya daha fazla|atau lebih|以上|超|余り|余|이상|넘는|초과|をこえる|"
    "を超える|を上回る",
    "max": "or less|at most|or lower|at maximum|tops|oder weniger|ou moins|o menos|o meno|of minder|eller mindre|"
    "以下|未満|"
    "以内|이하|미만|이내|'a kadar|a kadar|e kadar",
    "approx": "or so|or thereabouts|give or take|oder so|左右|上下|前後|程度|ほど|ぐらい|くらい|弱|強|가량|정도|"
    "안팎|내외|여",
}

VAGUE = (
    r"(?:several|some|few|many|multiple|couple of|hundreds of|tens of|dozens of|thousands of|untold|mehrere|einige|"
    r"zahlreiche|hunderte|dutzende|plusieurs|quelques|des centaines de|des dizaines de|varios|varias|cientos de|"
    r"decenas de|"
    r"miles de|diversi|alcuni|centinaia di|decine di|vários|várias|centenas de|dezenas de|alguns|enkele|tientallen|"
    r"honderden|flera|några|hundratals|flere|noen|kilka|kilkaset|kilkadziesiąt|несколько|сотни|десятки|birkaç|yüzlerce|"
    r"beberapa|ratusan|puluhan)\s+(?:hundred\s+|hundreds\s+of\s+|thousand\s+|thousands\s+of\s+)?"
    r"(?:million|billion|trillion|milliard|millard|mil|milj|mili|bilj|bil|млн|млрд|милл|juta|triliun|lakh|crore)\w*"
    r"|(?<!\d )(?<!\d)(?<!\w)(?:thousands|millions|billions|trillions|multi-?millions?|multi-?billions?|millionen|"
    r"milliarden"
    r"|milliards|miliardi|milioni|bilhões|milhões|miljarden|miljarder|миллиарды|миллионы|crores|lakhs)\b(?!\s*\d)"
    r"|(?:nine|eight|seven|ten|ten|six|double|triple)[- ]figures?\b|an?\s+(?:large|small|substantial|significant|huge|"
    r"massive|hefty|considerable|sizeable|sizable)\s+(?:sum|amount|investment)"
    r"|[数幾几上]\s?[十百千]?[万萬亿億兆]|수\s?[십백천]?[만억조]"
)

_NOT = (
    r"(?:not|\w+n['’]t|never|without|no|nor|neither|declin\w*|refus\w*|reluctan\w*|withh\w+|held back|hold\w* back|"
    r"fail\w* to|avoid\w*|unwilling|stopp\w* short|short of|yet to|unable to|shied away)\b[^.!?;]{0,60}?\b"
)
_ELSE = r"(?!\w*\s+(?:the\s+)?(?:when|where|who|whether|why|which|names?|identit|locat|date|timing|site|buyer))"

MONEY_NOUN = (
    r"amount|sum\b|sums\b|price|value\b|valuation|figure|financial|terms\b|cost\b|costs\b|how much|size of|number on|"
    r"consideration|specifics|dollar|euro|betrag|summe|preis|montant|somme|prix|monto|suma|precio|importo|somma|prezzo|"
    r"valor|preço|bedrag|prijs|belopp|beløb|beløp|kwot|сумм|金额|金額|规模|規模|금액|규모"
)

SECRET_OF_MONEY = (  # says that the sum is secret only where a word for a sum stands by
    _NOT + r"(?:specif\w*|provid\w*|giv\w*|say\w*|said|announc\w*|detail\w*|nam(?:e|ed|ing)\b|"
    r"shar(?:e|ed|ing)\b|publi\w+|stat(?:e|ed|ing)\b|releas\w*|put\w*|clarif\w*|mention\w*|confirm\w*|elaborat\w*|comment\w*|drawn|available|known|clear)"
    r"|(?:kept|keeping|remain\w*|stay\w*)\s+(?:\w+\s+)?(?:secret|private|quiet|silent|mum|under wraps)"
    r"|unknown|unclear|confidential|withh(?:eld|old\w*)|silent (?:on|about)|under wraps"
)

SECRET = (
    r"undisclosed|undivulged|unrevealed|unspecified|"
    + _NOT
    + r"(?:disclos\w*|divulg\w*|reveal\w*|unveil\w*|quantif\w*)"
    + _ELSE
    + r"|(?:nicht|keine?n?|ohne)\b[^.!?;]{0,60}?(?:bekannt|genannt|nennen|mitgeteilt|offengelegt|beziffer\w*|angaben?|"
    r"veröffentlich\w*|verraten|beziffern)|stillschweigen|ungenannt\w*|unbekannt\w*|keine angaben"
    r"|(?:pas|non|sans|aucun\w*|refus\w*)\b[^.!?;]{0,60}?(?:divulgu\w*|dévoil\w*|précis\w*|communiqu\w*|révél\w*|"
    r"publi\w*|montant)|non[- ]divulgué\w*|tenu\w* secret\w*|montant (?:inconnu|confidentiel)"
    r"|(?:no|sin|ni)\b[^.!?;]{0,60}?(?:revel\w*|divulg\w*|precis\w*|detall\w*|especific\w*|public\w*|trascend\w*|"
    r"desvel\w*|informó|facilit\w*)|no revelad\w*|sin especificar|cifra desconocida"
    r"|(?:non|senza|né)\b[^.!?;]{0,60}?(?:rivel\w*|divulg\w*|precis\w*|specific\w*|comunic\w*|res[aoie] not\w*|svel\w*|"
    r"pubblic\w*)"
    r"|(?:não|sem|nem)\b[^.!?;]{0,60}?(?:revel\w*|divulg\w*|especific\w*|inform\w*|detalh\w*|public\w*)"
    r"|(?:niet|geen|zonder)\b[^.!?;]{0,60}?(?:bekend\w*|genoemd|onthul\w*|vrijgegeven|meegedeeld|openbaar\w*|"
    r"prijsgegeven|"
    r"details|bedrag\w*)|onbekend bedrag|niet nader genoemd"
    r"|(?:inte|ikke|ej|utan)\b[^.!?;]{0,60}?(?:offentliggjor\w*|avslöj\w*|uppge\w*|oplys\w*|offentlig\w*|oppgi\w*|"
    r"kjent|"
    r"känd\w*|kendt)|okänd summa|hemlig\w*"
    r"|(?:nie|bez)\b[^.!?;]{0,60}?(?:ujawni\w*|podan\w*|podał\w*|ujawnia\w*|zdradz\w*)"
    r"|не\b[^.!?;]{0,60}?(?:раскры\w*|разглаш\w*|называ\w*|назвал\w*|назван\w*|сообща\w*|сообщил\w*|уточн\w*|указа\w*)"
    r"|неназванн\w*|нераскрыт\w*"
    r"|açıklanm\w*|açıklamad\w*|belirtilme\w*|(?:tidak|belum|tanpa)\b[^.!?;]{0,60}?(?:diungkap\w*|mengungkap\w*|"
    r"disebut\w*|menyebut\w*|merinci)"
    r"|未(?:披露|透露|公开|公開|公布|公佈|说明|說明|揭露|详述)|没有(?:透露|披露|公布)|沒有(?:透露|披露)|不(?:透露|"
    r"披露|公开|愿透露)|保密|非公表|"
    r"非公開|未公表|未公開|明らかにしていない|明らかにしなかった|開示していない|公表していない|公表しなかった|"
    r"비공개|밝히지 않|공개하지 않|"
    r"공개되지 않|알려지지 않"
)
