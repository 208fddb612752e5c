"""What currencies are called: ISO 4217 codes, symbols before or after a number, and words after it.

Each spelling has an ordered choice of codes. The first is what it means when nothing says otherwise; a claim of a later
one is possible but ambiguous.
"""

from __future__ import annotations

from functools import lru_cache

from summarizer.values.number_words import code

_ACTIVE = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG
    HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
    MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF
    SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS
    VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
"""
ISO = frozenset(_ACTIVE.split())
"""Active codes of ISO 4217."""

_RETIRED = "HRK LTL LVL EEK DEM FRF ITL ESP NLG ATS BEF FIM GRD IEP PTE ZWL VEF"
CODES = ISO | frozenset(_RETIRED.split())

_DOLLARS = "USD AUD CAD HKD SGD TWD NZD"
_SYMBOLS = {
    "$ ＄": _DOLLARS, "US$ U$ U$S USD$ $US": "USD", "A$ AU$ AUD$ $A": "AUD", "C$ CA$ CAD$ CDN$ CDN $C": "CAD",
    "HK$ HKD$": "HKD", "NT$ TWD$ NTD": "TWD", "S$ SG$ SGD$": "SGD", "NZ$ NZD$": "NZD", "R$ RS$ BRL$": "BRL",
    "MX$ MEX$ MXN$": "MXN", "AR$ ARS$": "ARS", "COL$ COP$": "COP", "CLP$ CL$": "CLP", "RD$": "DOP", "J$ JA$": "JMD",
    "TT$": "TTD", "N$": "NAD", "FJ$": "FJD", "BDS$": "BBD", "BZ$": "BZD", "$U": "UYU", "€": "EUR", "£ ₤": "GBP EGP",
    "E£ EGP£ LE": "EGP", "¥ ￥": "JPY CNY", "CN¥ RMB¥ RMB CNH YUAN": "CNY", "JP¥": "JPY", "₹": "INR", "RE": "INR",
    "RS": "INR PKR LKR NPR MUR", "₩": "KRW", "₦": "NGN", "₽": "RUB", "₺ TL": "TRY", "₪ NIS": "ILS", "₫": "VND",
    "฿ BT": "THB", "Y": "JPY",
    "WON": "KRW", "₱ PHP₱": "PHP", "₴": "UAH", "₸": "KZT", "₾": "GEL", "₼": "AZN", "₡": "CRC", "₲": "PYG", "₵ GH₵ "
    "GH¢": "GHS",
    "₮": "MNT", "₭": "LAK", "৳ TK": "BDT", "KSH KSHS KES": "KES", "SH SHS": "KES TZS UGX", "USH USHS": "UGX",
    "TSH TSHS": "TZS", "RP": "IDR", "RM": "MYR", "KR": "SEK NOK DKK ISK", "SKR": "SEK", "NKR": "NOK", "DKR": "DKK",
    "FR SFR": "CHF", "ZŁ": "PLN", "KČ": "CZK", "FT": "HUF", "DH DHS": "AED MAD", "SR": "SAR", "QR": "QAR", "KD": "KWD",
    "BD": "BHD", "FCFA CFA": "XOF XAF", "EURO EUROS": "EUR", "S/ S/.": "PEN", "R": "ZAR", "P": "PHP", "N": "NGN",
    "人民币 人民幣": "CNY", "新台币 新台幣 台币 台幣": "TWD", "港币 港幣": "HKD", "美金": "USD", "US": "USD",
}  # fmt: skip
_LETTERS = "R P N Y BT WON US RE SH LE FR BD SR KD QR FT DH"
NEEDS_SCALE = frozenset(_LETTERS.split())
"""Letters that are a currency only before a sum with a scale word or in thousands ("R5bn"), not before "N95"."""

_WORDS = {
    _DOLLARS: "dollar dollars dólar dólares dolar dolares dollari dollaro dolarów dolary dollaria dollarn dolarů "
    "dollár доллар доллара долларов долар долара доларів долари долл δολάρια dolari דולר دولار ดอลลาร์ đô_la ドル 달러 "
    "डॉलर دلار "
    "dollariin dollars_canadian",
    "USD": "us_dollar us_dollars u.s._dollar u.s._dollars us-dollar us-dollars us-dollars american_dollar "
    "american_dollars dollars_américains dólares_estadounidenses dollari_americani dollari_statunitensi "
    "dólares_americanos amerikanische_dollar amerikaanse_dollar amerikanska_dollar долларов_сша доллара_сша доллар_сша "
    "dolarów_amerykańskich abd_doları amerikan_doları dolar_as mdd dólares_de_ee.uu. 美元 美金 美币 米ドル 미국달러 "
    "미달러 "
    "us$ u.s. usd đô_la_mỹ دولار_أمريكي ดอลลาร์สหรัฐ",
    "CAD": "canadian_dollar canadian_dollars dollars_canadiens kanadische_dollar dólares_canadienses 加元 加拿大元 "
    "加ドル "
    "カナダドル 캐나다달러 canadian kanadischer_dollar",
    "AUD": "australian_dollar australian_dollars australische_dollar dollars_australiens dólares_australianos 澳元 "
    "澳币 "
    "豪ドル 호주달러 australian",
    "HKD": "hong_kong_dollar hong_kong_dollars hongkong-dollar dollars_hongkongais dollars_de_hong_kong 港元 港币 港幣 "
    "香港ドル 홍콩달러",
    "TWD": "new_taiwan_dollar new_taiwan_dollars taiwan_dollar taiwan_dollars taiwanese_dollars nt_dollars 新台币 "
    "新台幣 "
    "新臺幣 台币 台幣 台湾ドル 대만달러",
    "SGD": "singapore_dollar singapore_dollars singaporean_dollars singapur-dollar 新元 新加坡元 新币 シンガポールドル "
    "싱가포르달러",
    "NZD": "new_zealand_dollar new_zealand_dollars kiwi_dollars neuseeland-dollar 纽元 新西兰元 "
    "ニュージーランドドル NZドル",
    "EUR": "euro euros euroa eur € евро євро ευρώ eura evro 欧元 歐元 ユーロ 유로 يورو यूरो ยูโร אירו یورو eurot",
    "GBP EGP": "pound pounds £ livre livres",
    "GBP": "pounds_sterling pound_sterling british_pounds british_pound sterling pfund britische_pfund pfund_sterling "
    "libras libra libras_esterlinas sterline sterlina livres_sterling pond pund brittiska_pund puntaa funtów funtů "
    "фунтов "
    "фунтов_стерлингов фунта sterlin quid 英镑 英鎊 ポンド 英ポンド 파운드 جنيه_إسترليني",
    "EGP": "egyptian_pounds egyptian_pound 埃及镑 جنيه جنيه_مصري",
    "CNY": "yuan yuans yüan renminbi rmb chinese_yuan yuan_renminbi юаней юаня юань yuanes yuanů iuanes 人民币 "
    "人民幣 元人民币 "
    "元人民幣 人民元 中国元 中国人民元 위안 위안화 يوان युआन หยวน nhân_dân_tệ yuania",
    "JPY": "yen yens japanese_yen jpy иен иены йен ienes 円 日元 日圆 日圓 엔 엔화 ين येन เยน jeniä",
    "KRW": "won wons south_korean_won korean_won koreanische_won südkoreanische_won вон 원 韩元 韓元 韩圆 ウォン "
    "韓国ウォン",
    "INR": "indian_rupee indian_rupees indische_rupien roupies_indiennes रुपये रुपए 印度卢比 印度盧比 インドルピー "
    "인도루피",
    "PKR": "pakistani_rupee pakistani_rupees",
    "LKR": "sri_lankan_rupees sri_lanka_rupees",
    "INR PKR LKR NPR IDR": "rupee rupees rupien roupies rupias rupie рупий рупии 卢比 盧比 ルピー 루피",
    "CHF": "swiss_franc swiss_francs schweizer_franken franken francs_suisses franchi_svizzeri francos_suizos "
    "francos_suíços zwitserse_frank schweiziska_franc franków_szwajcarskich швейцарских_франков sfr 瑞士法郎 瑞郎 "
    "スイスフラン "
    "스위스프랑",
    "CHF XOF XAF CDF": "franc francs franchi francos frank",
    "XOF XAF": "cfa_francs cfa_franc francs_cfa fcfa",
    "SEK": "kronor swedish_krona swedish_kronor swedish_crowns schwedische_kronen couronnes_suédoises "
    "coronas_suecas sek "
    "svenska_kronor 瑞典克朗 スウェーデンクローナ",
    "NOK": "norwegian_kroner norwegian_krone norwegian_crowns norwegische_kronen norske_kroner couronnes_norvégiennes "
    "coronas_noruegas 挪威克朗 ノルウェークローネ",
    "DKK": "danish_kroner danish_krone danish_crowns dänische_kronen danske_kroner couronnes_danoises coronas_danesas "
    "丹麦克朗 デンマーククローネ",
    "NOK DKK": "kroner krone",
    "SEK NOK DKK ISK": "kr krona",
    "CZK": "koruna korun koruny kč czech_crowns czech_korunas tschechische_kronen české_koruny českých_korun",
    "SEK NOK DKK CZK ISK": "crown crowns couronnes kronen coronas corone",
    "RUB": "rouble roubles ruble rubles rubel рубль рубля рублей руб roubles_russes rublos rubli рублів 卢布 盧布 "
    "ルーブル "
    "루블 روبل ruplaa",
    "IDR": "rupiah indonesian_rupiah 印尼盾 印尼卢比 ルピア 루피아",
    "THB": "baht thai_baht 泰铢 泰銖 バーツ 바트 บาท",
    "MYR": "ringgit malaysian_ringgit 林吉特 令吉 リンギット 링깃",
    "VND": "dong vietnamese_dong đồng 越南盾 ドン",
    "TRY": "turkish_lira turkish_liras türk_lirası türkische_lira lira liras tl lirası 土耳其里拉 トルコリラ",
    "ILS": "shekel shekels new_shekels israeli_shekels schekel shekalim שקל שקלים 谢克尔 シェケル 셰켈",
    "KES": "kenyan_shilling kenyan_shillings kenya_shillings ksh",
    "TZS": "tanzanian_shillings",
    "UGX": "ugandan_shillings uganda_shillings",
    "KES TZS UGX": "shilling shillings",
    "NGN": "naira nairas nigerian_naira 奈拉",
    "ZAR": "rand rands south_african_rand südafrikanische_rand 兰特 ランド",
    "GHS": "cedi cedis ghana_cedis",
    "BRL": "real reais brazilian_reais brazilian_real brasilianische_real reales reales_brasileños réais réaux "
    "雷亚尔 レアル "
    "헤알",
    "MXN": "mexican_peso mexican_pesos pesos_mexicanos mexikanische_pesos mdp 墨西哥比索",
    "ARS": "argentine_pesos argentine_peso pesos_argentinos",
    "CLP": "chilean_pesos pesos_chilenos",
    "COP": "colombian_pesos pesos_colombianos",
    "PHP": "philippine_pesos philippine_peso 菲律宾比索 フィリピンペソ",
    "MXN ARS CLP COP PHP UYU": "peso pesos ペソ 페소 比索",
    "PEN": "soles peruvian_soles nuevos_soles sol",
    "AED": "uae_dirham uae_dirhams emirati_dirhams emirati_dirham 迪拉姆 ディルハム درهم درهم_إماراتي",
    "MAD": "moroccan_dirhams moroccan_dirham",
    "AED MAD": "dirham dirhams dirhems",
    "SAR": "saudi_riyals saudi_riyal saudi_rials ريال_سعودي 沙特里亚尔 サウジリヤル",
    "QAR": "qatari_riyals qatari_riyal",
    "SAR QAR OMR": "riyal riyals ريال 里亚尔",
    "IRR OMR YER": "rial rials",
    "KWD": "kuwaiti_dinars kuwaiti_dinar",
    "BHD": "bahraini_dinars",
    "JOD": "jordanian_dinars",
    "KWD BHD JOD IQD DZD TND LYD RSD": "dinar dinars دينار динара",
    "PLN": "zloty zlotys złoty złotych złote zł zlotych 兹罗提 ズロチ",
    "HUF": "forint forints forintot ft フォリント 福林",
    "RON": "lei leu romanian_lei",
    "BGN": "lev leva лева лв",
    "UAH": "hryvnia hryvnias гривень гривні гривен грн",
    "KZT": "tenge тенге",
    "BDT": "taka takas bangladeshi_taka",
    "ETB": "birr",
    "MMK": "kyat kyats",
    "ZMW": "kwacha",
}
_IN_CHINESE = {"元": "CNY TWD HKD SGD", "圆": "CNY JPY", "円": "JPY", "块": "CNY"}
_BY_LANGUAGE = {
    "da": {"kr": "DKK NOK SEK ISK", "kroner": "DKK NOK", "krone": "DKK NOK"},
    "nb": {"kr": "NOK SEK DKK ISK"},
    "is": {"kr": "ISK SEK NOK DKK"},
    "cs": {"kr": "CZK"},
    "ja": {"元": "CNY TWD", "ドル": _DOLLARS, "원": "KRW"},
    "ko": {"원": "KRW"},
    "zh-tw": {"元": "TWD CNY HKD"},
    "zh-hant": {"元": "TWD CNY HKD"},
    "zh-hk": {"元": "HKD CNY TWD"},
    "es": {"reales": "BRL"},
    "id": {"rupiah": "IDR"},
    "fr": {"livres": "GBP LBP EGP"},
}
SIGNS = "$€£¥₤₹₩₦₽₺₪₫฿₱₴₸₾₼₡₲₵₮₭৳"
"""Signs of currencies, which stand before a number or after it."""


@lru_cache(maxsize=64)
def words(language: str) -> dict[str, tuple[str, ...]]:
    """Lower-case word, symbol or phrase after a number -> codes, the likeliest first."""
    found = {w.replace("_", " ").lower(): codes.split() for codes, ws in _WORDS.items() for w in ws.split()}
    found |= {sign: symbols()[sign] for sign in SIGNS}
    found |= {w: codes.split() for w, codes in _IN_CHINESE.items()}
    for key in (code(language), language.replace("_", "-").lower()):
        found |= {w: codes.split() for w, codes in _BY_LANGUAGE.get(key, {}).items()}
    return {w: tuple(codes) for w, codes in found.items()}


@lru_cache(maxsize=1)
def symbols() -> dict[str, list[str]]:
    """Upper-case symbol or abbreviation before a number -> codes, the likeliest first."""
    return {s: codes.split() for ss, codes in _SYMBOLS.items() for s in ss.split()}
