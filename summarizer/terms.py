"""The words that claims and digests use of themselves; apart from the nouns, as a schema is printed without those."""

from __future__ import annotations

from typing import Literal

Match = Literal["exact", "typography", "ellipsis", "fuzzy"]
"""How a quote was found: letter by letter; but for curly quotes, dashes, white space and case; in parts; aligned."""

Status = Literal["verified", "quoted"]
"""`verified`: code re-read the value from the quote and it agrees. `quoted`: the quote is there, code can't read it."""

Agreement = Literal["agreed", "single", "refined", "conflict", "uncompared"]
"""Of the claims for one fact: several sources say the same; one source; some say it more precisely; they can't all be
true; code can't tell (free text in other words, currencies without a rate)."""

Stand = Literal["same", "coarser", "finer", "withheld", "combined", "uncompared", "related", "uncertain", "differs"]
"""Of a claim to the kept value. The first five support it; of the others code can't tell, or they stand against it."""
