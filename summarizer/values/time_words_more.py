"""The words that tell time in more languages: see `time_words` for what each piece means."""

from __future__ import annotations

from typing import Any

MORE_WORDS: dict[str, dict[str, Any]] = {
    "sv": {
        "Y": "åriga?|års?\\w*|åren", "M": "månader(?:na)?|månad", "W": "veckor(?:na)?|vecka", "D": "dagar(?:na)?|dag",
        "X": "decennier(?:na)?|decennium|årtionden?", "Q": "kvartal(?:en)?", "next": "nästa|kommande", "past": "senaste|gångna|"
        "förra", "over": "under|inom|över|på|om|i", "adj": "kommande|närmaste|senaste", "by": "till(?: och med)?|senast|fram till|"
        "före|innan", "since": "sedan|från(?: och med)?", "open": "mellan|från", "to": "till|och|eller", "ago": "sedan",
        "years": {"i år": 0, "nästa år": 1, "förra året": -1, "i fjol": -1}, "quarter": "kvartalet|kvartal|q",
        "half_year": "halvåret|halvår|hälften", "first": "första", "second": "andra", "third": "tredje", "fourth": "fjärde",
        "last": "sista", "fiscal": "räkenskapsåret|verksamhetsåret", "end": "slutet av", "of": "av|år",
        "decade_end": "slutet av (?:årtiondet|decenniet)", "nouns": {"halvår": "P6M"},
    },
    "da": {
        "Y": "årige?|års?\\w*|årene", "M": "måneder(?:ne)?|måned(?:er)?s?", "W": "uger(?:ne)?|uge", "D": "dage(?:ne)?|dag",
        "X": "årtier(?:ne)?|årti", "Q": "kvartaler(?:ne)?|kvartal", "next": "næste|kommende", "past": "seneste|sidste|forløbne",
        "over": "over|inden for|i|om|på", "adj": "kommende|næste|seneste", "by": "inden(?: udgangen af)?|til(?: og med)?|"
        "frem til|før|senest i", "since": "siden|fra", "open": "mellem|fra", "to": "til|og|eller", "ago": "siden",
        "years": {"i år": 0, "næste år": 1, "sidste år": -1}, "quarter": "kvartal|q", "half_year": "halvår|halvdel",
        "first": "første", "second": "andet|anden", "third": "tredje", "fourth": "fjerde", "last": "sidste", "of": "af|i",
        "fiscal": "regnskabsåret", "end": "slutningen af|udgangen af", "nouns": {"et halvt år|halvår": "P6M"},
    },
    "nb": {
        "Y": "årige?|års?\\w*|årene", "M": "måneder?|månedene", "W": "uker|ukene|uke", "D": "dager|dagene|dag", "X": "tiårene|tiår",
        "Q": "kvartaler|kvartal", "next": "neste|kommende", "past": "siste|forrige", "over": "over|innen|i løpet av|i|om|på",
        "adj": "kommende|neste|siste", "by": "innen(?: utgangen av)?|til(?: og med)?|fram til|frem til|før|senest i",
        "since": "siden|fra", "open": "mellom|fra", "to": "til|og|eller", "ago": "siden", "years": {"i år": 0,
        "neste år": 1, "i fjor": -1}, "quarter": "kvartal|q", "half_year": "halvår", "first": "første", "second": "andre",
        "third": "tredje", "fourth": "fjerde", "last": "siste", "of": "av|i", "fiscal": "regnskapsåret", "end": "slutten av",
    },
    "fi": {
        "Y": "vuotta|vuoden|vuodessa|vuosi|vuotinen|vuotisen", "M": "kuukautta|kuukauden|kuukaudessa|kuukausi",
        "W": "viikkoa|viikon|viikossa", "D": "päivää|päivän|päivässä", "X": "vuosikymmentä|vuosikymmenen|vuosikymmen",
        "next": "seuraavan|ensi|tulevan|lähimmän", "past": "viime|kuluneen|edellisen", "over": "seuraavan",
        "by": "vuoteen", "by_after": "mennessä|asti|saakka|loppuun mennessä", "since": "vuodesta",
        "since_after": "lähtien|alkaen", "to": "-|tai|ja", "ago": "sitten", "years": {"tänä vuonna": 0, "ensi vuonna": 1,
        "viime vuonna": -1}, "adj": "seuraavan|tulevan", "end": "loppuun",
    },
    "pl": {
        "Y": "lata|lat|latach|rok|roku|letni\\w*", "M": "miesi[ąę]c\\w*", "W": "tygodni\\w*|tydzień", "D": "dni|dniach",
        "X": "dekady|dekad|dekadę|dekada|dziesięcioleci\\w*", "Q": "kwartał\\w*", "next": "najbliższ\\w+|kolejn\\w+|następn\\w+|"
        "nadchodząc\\w+", "past": "ostatni\\w+|miniony\\w*|ubiegł\\w+|poprzedni\\w*", "over": "w ciągu|przez|w|na",
        "adj": "najbliższych|kolejnych|ostatnich|następnych", "by": "do(?: końca)?(?: roku)?|przed", "since": "od(?: roku)?|po",
        "open": "między|pomiędzy|od|w latach", "to": "a|i|do|lub", "ago": "temu", "years": {"w tym roku": 0,
        "w przyszłym roku": 1, "w ubiegłym roku": -1, "w zeszłym roku": -1}, "quarter": "kwartale|kwartał|kwartału|q",
        "half_year": "połowie|połowa|półroczu|półrocze", "first": "pierwszy\\w*|pierwszej", "second": "drugi\\w*|drugiej",
        "third": "trzeci\\w*", "fourth": "czwarty\\w*", "last": "ostatni\\w*", "of": "roku", "end": "końca|koniec",
        "fiscal": "rok\\w* obrotow\\w+|rok\\w* fiskaln\\w+", "nouns": {"pół roku|półrocze": "P6M"},
    },
    "cs": {
        "Y": "let|roky|rok|roku|letech|letý\\w*|lety", "M": "měsíc\\w*", "W": "týdn\\w+|týden", "D": "dnů|dní|dny|den",
        "X": "desetiletí|dekád\\w*", "next": "příští\\w*|následující\\w*|nadcházející\\w*", "past": "posledn\\w+|minul\\w+|"
        "uplynul\\w+", "over": "během|v průběhu|v|za|na|po", "adj": "příštích|následujících|posledních|dalších",
        "by": "do(?: konce)?(?: roku)?|před", "since": "od(?: roku)?", "open": "mezi(?: lety)?|od", "to": "a|až|do|nebo",
        "before_ago": "před", "years": {"letos": 0, "v letošním roce": 0, "příští rok": 1, "v příštím roce": 1, "loni": -1,
        "v loňském roce": -1}, "quarter": "čtvrtletí|kvartál\\w*", "first": "první\\w*", "second": "druh\\w+",
        "third": "třetí\\w*", "fourth": "čtvrt[éý]\\w*", "last": "posledn\\w+", "of": "roku", "half_year": "pololetí|polovin\\w+",
        "end": "konce|konec",
    },
    "ru": {
        "Y": "лет|года|году|годов|год|летн\\w+|летия", "M": "месяц\\w*", "W": "недел\\w+", "D": "дней|дня|день",
        "X": "десятилети\\w+|декад\\w*", "Q": "квартал\\w*", "next": "ближайш\\w+|следующ\\w+|предстоящ\\w+", "past":
        "последн\\w+|прошл\\w+|минувш\\w+|предыдущ\\w+", "over": "в течение|за|в|на протяжении|на|через",
        "adj": "ближайших|следующих|последних|прошедших|полных", "by": "к(?: концу)?|до(?: конца)?|не позднее", "since":
        "с(?: начала)?|начиная с", "open": "между|с|в период с", "to": "до|и|по|или", "ago": "назад", "years": {"в этом году": 0,
        "в текущем году": 0, "в следующем году": 1, "в будущем году": 1, "в прошлом году": -1}, "quarter":
        "квартал[еау]?", "half_year": "полугоди[еия]|половин[еаы]", "first": "перв\\w+|i", "second": "втор\\w+|ii",
        "third": "треть\\w+|iii", "fourth": "четв[её]рт\\w+|iv", "last": "последн\\w+", "of": "год[а]?", "end": "конца|концу|конце",
        "fiscal": "финансов\\w+ год\\w*", "nouns": {"полгода": "P6M", "пятилетк\\w+": "P5Y", "полтора года": "P18M"},
        "by_after": "года? включительно",
    },
    "uk": {
        "Y": "років|роки|року|році|рік|річн\\w+", "M": "місяц\\w+", "W": "тижн\\w+", "D": "днів|дні|день", "X": "десятиліт\\w+",
        "next": "найближч\\w+|наступн\\w+", "past": "останн\\w+|минул\\w+", "over": "протягом|за|впродовж|упродовж|через|на",
        "adj": "найближчих|наступних|останніх", "by": "до(?: кінця)?", "since": "з|від|починаючи з", "open": "між|з|від",
        "to": "до|і|та|по|або", "ago": "тому", "years": {"цього року": 0, "наступного року": 1, "минулого року": -1},
        "quarter": "квартал[іу]?", "first": "перш\\w+", "second": "друг\\w+", "third": "трет\\w+", "fourth": "четверт\\w+",
        "nouns": {"півроку": "P6M"},
    },
    "bg": {
        "Y": "години|година|годишен\\w*|годишн\\w+", "M": "месец\\w*", "W": "седмиц\\w+", "D": "дни|ден", "X": "десетилети\\w+",
        "next": "следващ\\w+|предстоящ\\w+", "past": "последн\\w+|изминал\\w+|минал\\w+", "over": "през|за|в рамките на|в",
        "adj": "следващи|последни", "by": "до(?: края на)?", "since": "от", "open": "между|от", "to": "до|и|или", "ago": "преди",
        "years": {"тази година": 0, "следващата година": 1, "миналата година": -1}, "before_ago": "преди",
    },
    "ro": {
        "Y": "ani|an|anilor", "M": "luni|lună|lunilor", "W": "săptămâni", "D": "zile", "X": "decenii|deceniu|decenii(?:le)?",
        "next": "următori\\w*|viitoare|viitor|următorul", "past": "ultimi\\w*|trecut\\w*", "over": "în|pe|timp de|peste",
        "adj": "următori", "by": "până în|până la|înainte de", "since": "din|începând cu|de la", "open": "între|din", "to":
        "și|la|sau|până în", "years": {"anul acesta": 0, "anul viitor": 1, "anul trecut": -1}, "before_ago": "acum", "de": "de",
    },
    "hu": {
        "Y": "éven|évben|évre|éves|évig|év", "M": "hónap\\w*", "W": "hét\\w*", "D": "nap\\w*", "X": "évtized\\w*",
        "next": "következő|elkövetkező", "past": "elmúlt|utóbbi", "over": "következő", "by_after": "-ig|ig|-re|végéig",
        "since_after": "óta|-től|-tól", "to": "-|vagy|és", "years": {"idén": 0, "jövőre": 1, "tavaly": -1},
    },
    "tr": {
        "Y": "yıl\\w*|yıllık|sene\\w*", "M": "ay|ayda|ayın|aylık|ay içinde", "W": "hafta\\w*", "D": "gün\\w*", "X": "on yıl",
        "next": "önümüzdeki|gelecek", "past": "son|geçen|geçtiğimiz", "over": "önümüzdeki", "by_after": "'?\\w{0,3} kadar|"
        "yılına kadar|yılı sonuna kadar", "since_after": "'?\\w{0,3} beri|yılından beri|'?\\w{0,3} itibaren", "to": "ila|veya|ile",
        "ago": "önce", "years": {"bu yıl": 0, "gelecek yıl": 1, "önümüzdeki yıl": 1, "geçen yıl": -1}, "quarter": "çeyreğ\\w+|çeyrek\\w*",
        "first": "ilk|birinci", "second": "ikinci", "third": "üçüncü", "fourth": "dördüncü|son",
    },
    "el": {
        "Y": "έτη|ετών|έτος|χρόνια|χρόνων|χρόνο|ετ[ήέ]ς", "M": "μήνες|μηνών|μήνα", "W": "εβδομάδ\\w+", "D": "ημέρ\\w+|μέρ\\w+",
        "X": "δεκαετί\\w+", "next": "επόμεν\\w+|προσεχ\\w+", "past": "τελευταί\\w+|περασμέν\\w+|προηγούμεν\\w+",
        "over": "σε|μέσα σε|για|εντός", "adj": "επόμενα|τελευταία", "by": "έως(?: το)?|μέχρι(?: το)?|ως το", "since": "από(?: το)?",
        "open": "μεταξύ|από", "to": "έως|και|ή|μέχρι", "years": {"φέτος": 0, "του χρόνου": 1, "πέρυσι": -1}, "before_ago": "πριν",
    },
    "id": {
        "Y": "tahun", "M": "bulan", "W": "minggu|pekan", "D": "hari", "X": "dekade|dasawarsa", "Q": "kuartal|triwulan",
        "next_after": "ke depan|mendatang|berikutnya", "past_after": "terakhir|lalu|silam", "over": "selama|dalam", "by":
        "hingga(?: tahun)?|sampai(?: tahun)?|pada tahun|sebelum(?: tahun)?|paling lambat", "since": "sejak(?: tahun)?|mulai(?: tahun)?",
        "open": "antara|dari", "to": "hingga|sampai|dan|atau", "ago": "lalu|yang lalu", "years": {"tahun ini": 0,
        "tahun depan": 1, "tahun lalu": -1}, "quarter": "kuartal|triwulan", "adj": "lagi",
    },
    "vi": {
        "Y": "năm", "M": "tháng", "W": "tuần", "D": "ngày", "X": "thập kỷ|thập niên", "next_after": "tới|tiếp theo|sắp tới",
        "past_after": "qua|vừa qua", "over": "trong|trong vòng", "by": "đến(?: năm)?|trước(?: năm)?|tới năm", "since":
        "từ(?: năm)?|kể từ(?: năm)?", "to": "đến|và|hoặc", "years": {"năm nay": 0, "năm tới": 1, "năm ngoái": -1},
        "ago": "trước",
    },
    "ar": {
        "Y": "سنوات|سنة|أعوام|عاماً|عاما|عام", "M": "أشهر|شهراً|شهرا|شهر|شهور", "W": "أسابيع|أسبوع", "D": "أيام|يوما|يوم",
        "X": "عقود|عقد", "next_after": "المقبلة|القادمة|المقبل|القادم", "past_after": "الماضية|الأخيرة|الماضي", "over":
        "خلال|على مدى|في غضون", "by": "بحلول(?: عام| نهاية)?|حتى(?: عام| نهاية)?", "since": "منذ(?: عام)?|ابتداء من", "to": "إلى|و|أو",
        "years": {"هذا العام": 0, "العام المقبل": 1, "العام الماضي": -1}, "nouns": {"عامين|سنتين": "P2Y", "شهرين": "P2M", "عقدين": "P20Y"},
    },
    "he": {
        "Y": "שנים|השנים|שנה", "M": "חודשים|החודשים|חודש", "W": "שבועות|שבוע", "D": "ימים|יום", "X": "עשורים|עשור",
        "next_after": "הבאות|הקרובות|הבאים|הקרובים", "past_after": "האחרונות|האחרונים|שעברו", "over": "במשך|בתוך|תוך|במהלך",
        "by": "עד(?: שנת| סוף)?", "since": "מאז(?: שנת)?|החל מ-?", "to": "עד|או|ו", "years": {"השנה": 0, "בשנה הבאה": 1,
        "בשנה שעברה": -1}, "nouns": {"שנתיים|לשנתיים": "P2Y", "חודשיים": "P2M"},
    },
    "fa": {
        "Y": "سال", "M": "ماه", "W": "هفته", "D": "روز", "X": "دهه", "next_after": "آینده|آتی", "past_after": "گذشته|اخیر",
        "over": "طی|در|ظرف", "by": "تا(?: سال| پایان)?", "since": "از(?: سال)?", "to": "تا|و|یا", "years": {"امسال": 0},
    },
    "hi": {
        "Y": "साल|सालों|वर्ष|वर्षों|वर्षीय", "M": "महीने|महीनों|माह|महीना", "W": "सप्ताह|हफ्ते|हफ्तों", "D": "दिन|दिनों", "X": "दशक|दशकों",
        "next": "अगले|आगामी", "past": "पिछले|बीते", "over": "अगले", "by_after": "तक|के अंत तक", "since_after": "से",
        "to": "से|और|या", "years": {"इस साल": 0, "इस वर्ष": 0, "अगले साल": 1, "अगले वर्ष": 1, "पिछले साल": -1, "पिछले वर्ष": -1},
    },
    "zh": {
        "Y": "年间|年期|年內|年内|周年|年", "M": "个月|個月", "W": "个星期|星期|周|週", "D": "天|日", "X": "个十年|個十年", "Q": "个季度|個季度",
        "next": "未来|未來|今后|今後|接下来|接下來", "past": "过去|過去|近", "over": "在|于|於|为期|為期", "by": "到|至|截至", "by_after":
        "年?(?:底|末)?(?:之前|以前|为止|為止|前)", "since": "自|从|從", "since_after": "年?(?:以来|以來|起|开始|開始)", "to": "至|到|和|或",
        "ago": "前", "years": {"今年": 0, "本年": 0, "明年": 1, "去年": -1}, "months": {"本月": 0, "下个月": 1, "下月": 1, "上个月": -1, "上月": -1},
        "quarter": "季度|季", "half_year": "半年", "first": "第一|首|一|上", "second": "第二|二|下", "third": "第三|三", "fourth":
        "第四|四", "fiscal": "财年|財年|财政年度|会计年度", "end": "底|末|年底|年末", "nouns": {"半年": "P6M", "一年半": "P18M", "半个世纪": "P50Y"},
    },
    "ja": {
        "Y": "年間|カ年|か年|ヵ年|ヶ年|年", "M": "カ月間|か月間|ヶ月間|ヵ月間|カ月|か月|ヶ月|ヵ月|箇月", "W": "週間", "D": "日間", "Q": "四半期",
        "next": "今後|向こう|これから|次の", "past": "過去|この|直近", "over": "今後", "by_after": "年?(?:度)?(?:末|中)?(?:までに|まで|迄)",
        "since_after": "年?(?:度)?(?:以降|以来|から)", "to": "から|〜|~|ないし|または|と", "ago": "前", "years": {"今年": 0, "本年": 0, "来年": 1,
        "去年": -1, "昨年": -1, "前年": -1}, "months": {"今月": 0, "来月": 1, "先月": -1}, "quarter": "四半期", "half_year": "半期",
        "first": "第1|第一|上", "second": "第2|第二|下", "third": "第3|第三", "fourth": "第4|第四", "fiscal": "年度|会計年度|事業年度|月期",
        "nouns": {"半年": "P6M", "1年半|一年半": "P18M", "2年半": "P30M"},
    },
    "ko": {
        "Y": "개년|년간|년|해", "M": "개월간|개월|달", "W": "주간|주", "D": "일간|일", "Q": "분기", "X": "십년", "next":
        "향후|앞으로|다음|오는", "past": "지난|최근|과거", "over": "향후", "by_after": "년?\\s*(?:말)?(?:까지|이전)", "since_after":
        "년?\\s*(?:부터|이후|이래)", "to": "에서|~|또는|부터", "ago": "전", "years": {"올해": 0, "금년": 0, "내년": 1, "작년": -1, "지난해": -1},
        "months": {"이번 달": 0, "다음 달": 1, "지난달": -1}, "quarter": "분기", "half_year": "반기", "first": "1|상", "second": "2|하",
        "third": "3", "fourth": "4", "fiscal": "회계연도", "nouns": {"반년": "P6M", "1년 반": "P18M"},
    },
}  # fmt: skip
