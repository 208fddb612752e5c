"""What becomes of claims that a machine made wrong, and of right ones: a table by kind and corruption.

    python -m benchmarks.corruption [seed] [articles]

Runs the way of every claim (locate the quote, confirm the value) over articles put together from lists of our own and,
where they lie beside the checkout, over the five measured articles and the lists. The column that must be 0 is
"through": confirmed without a flag. The last column of the second table is the share of right claims that is confirmed.
"""

from __future__ import annotations

import sys
import time
from collections import Counter, defaultdict

from tests.corruption_claims import Case, measured, written
from tests.corruptions import corrupted, fate

COLUMNS = ("contradicted", "lost", "unverifiable", "flagged", "confirmed")


def main() -> int:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    articles = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    through = 0
    for source, cases in (("written", list(written(seed, articles))), ("measured", list(measured()))):
        started = time.perf_counter()
        through += wrong(source, cases, seed)
        right(source, cases)
        print(f"{time.perf_counter() - started:.1f} s\n")
    return 1 if through else 0


def wrong(source: str, cases: list[Case], seed: int) -> int:
    table: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for case in corrupted(cases, seed):
        found = fate(case)
        table[type(case.value).__name__, case.how][found] += 1
        if found == "confirmed":
            print("THROUGH", case.how, repr(case.value), case.quotes)
    head = f"{source + ': wrong claims':46}" + "".join(f"{name:>14}" for name in (*COLUMNS[:-1], "through"))
    print(head)
    for (kind, how), row in sorted(table.items()):
        print(f"{kind + ', ' + how:46}" + "".join(f"{row[name]:14}" for name in COLUMNS))
    whole: Counter[str] = sum(table.values(), Counter())
    print(f"{'all ' + str(whole.total()):46}" + "".join(f"{whole[name]:14}" for name in COLUMNS))
    return whole["confirmed"]


def right(source: str, cases: list[Case]) -> None:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        table[type(case.value).__name__][fate(case)] += 1
    print(f"{source + ': right claims':46}" + "".join(f"{name:>14}" for name in (*COLUMNS, "share")))
    table["all"] = sum(table.values(), Counter())
    for kind, row in table.items():
        share = row["confirmed"] / max(row.total(), 1)
        print(f"{kind:46}" + "".join(f"{row[name]:14}" for name in COLUMNS) + f"{share:14.1%}")


if __name__ == "__main__":
    sys.exit(main())
