"""Words that a loosely matched quote may not change: they carry the number, the unit, the direction or the negation."""

from __future__ import annotations

_NUMBERS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds half third quarter quarters double
triple twice thrice first second third fourth fifth sixth seventh eighth ninth tenth dozen dozens both none zero
ein eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert halb halbe halben
un une deux trois quatre cinq sept huit neuf dix onze douze vingt cent demi
uno una dos tres cuatro cinco seis siete ocho nueve diez medio media cien ciento
due tre quattro cinque sei sette otto nove dieci mezzo cento
um uma dois duas três quatro sete oito nove dez meio meia cem
een twee drie vijf zes zeven acht negen tien half honderd
"""

_UNITS = """
thousand thousands million millions billion billions trillion trillions crore crores lakh lakhs bn mn tn m b k percent
per cent pct points point percentage yuan renminbi rmb euro euros dollar dollars yen won pound pounds sterling rupee
rupees franc francs krona kronor krone kroner peso pesos real reais rouble roubles ruble rubles lira ksh shilling
shillings rand riyal riyals dirham dirhams usd eur cny gbp jpy inr krw chf aud cad hkd sgd
year years month months decade decades week weeks day days hour hours
tausend million millionen milliarde milliarden billionen mrd mio prozent jahr jahre jahren monat monate monaten
woche wochen tag tage mille milliard milliards millions billions md mds an ans année années mois semaine semaines jours
mil millón millones billón billones año años mes meses semana semanas días mila milione milioni miliardo miliardi
mln mld
anno anni mese mesi settimana settimane giorni milhão milhões bilhão bilhões ano anos mês semanas dias
duizend miljoen miljard biljoen jaar jaren maand maanden weken dagen
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
"""

_UP = """
up rise rises rose risen rising increase increases increased increasing gain gains gained gaining grow grows grew grown
growing growth surge surges surged surging soar soars soared soaring jump jumps jumped jumping climb climbs climbed
climbing rally rallies rallied higher uptick upturn
"""

_DOWN = """
down fall falls fell fallen falling decrease decreases decreased decreasing shrink shrinks shrank shrunk shrinking
decline declines declining drop drops dropped dropping plunge plunges plunged plunging slump slumps slumped slumping
tumble tumbles tumbled tumbling slide slides slid sliding lower downturn
"""

_DIRECTIONS = """
lose loses lost loss losses profit profits more less fewer most least over under above below before after until since
maximum minimum buy buys bought sell sells sold acquire acquires acquired accept accepts accepted reject rejects
rejected
approve approves approved win wins won open opens opened close closes closed start starts started stop stops stopped
begin begins began end ends ended north south east west all some if unless may might could should
mehr weniger plus moins más menos più meno mais
"""

_NEGATIONS = """
not no never n't without denied deny denies denying cannot nor neither nobody nothing false falsely untrue unlikely
refuse refuses refused refusing declined fail fails failed failing hardly barely unable lack lacks lacked against
nicht kein keine keinen nie ohne ne pas jamais sans non aucun nunca sin ningún mai senza não sem niet geen nooit zonder
"""

_EACH = f"{_NUMBERS} {_UNITS} {_DIRECTIONS} {_NEGATIONS}"
GUARDED = (
    {word: word for word in _EACH.split()} | dict.fromkeys(_UP.split(), "up") | dict.fromkeys(_DOWN.split(), "down")
)
"""Word -> what may not change: the word itself; that it goes up or down, in whichever word."""
