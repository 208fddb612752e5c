"""Results into files, whole or not at all; and onto a stream."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from summarizer.errors import WriteError


def write(chunks: Iterable[str], target: Path) -> None:
    """Writes under a temporary name beside the target, then renames: nobody ever reads half a file.

    Raises:
        WriteError: the folder is missing or not writable, or the disk is full; an old file stays as it was.
    """
    scratch = ""
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=target.parent, prefix=f".{target.name}.", suffix=".part", delete=False
        ) as file:
            scratch = file.name
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(scratch, 0o666 & ~_umask())
        os.replace(scratch, target)
    except BaseException as problem:
        if scratch:
            Path(scratch).unlink(missing_ok=True)
        if isinstance(problem, OSError):
            way_out = "nothing was lost: what was paid for is in the ledger; choose another --out"
            raise WriteError(f"{target} can't be written ({problem.strerror or problem}); {way_out}") from None
        raise


def write_stream(chunks: Iterable[str], stream: TextIO) -> None:
    """Writes to a stream that is open already (standard output).

    Raises:
        WriteError: the disk behind it is full. A reader that went away (a closed pipe) is no error.
    """
    try:
        stream.writelines(chunks)
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as problem:
        raise WriteError(f"standard output can't be written ({problem.strerror or problem})") from None


def _umask() -> int:
    """The process's file mask; there is no way to read it without setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
