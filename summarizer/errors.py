"""Every error that is raised on purpose. Each message is one line: the fact, the cause, the way out.

SummarizerError
├── UsageError                  the caller can mend it before anything is paid for (exit code 2)
│   ├── SchemaError             a schema that can't be used, with the path of the field
│   ├── InputError              an input that is not there or can't be read at all
│   └── SettingsError           a setting that makes no sense, an alias or correction file that can't be read
├── ProviderError               stops the whole run: no later call could succeed
│   ├── KeyRejected             no key, a wrong key, no permission
│   ├── UnknownModel            the provider doesn't know the model
│   ├── QuotaExhausted          the account is out of money
│   └── BadRequest              the provider refuses the request's form (a mode that it doesn't support)
├── ArticleError                ends one article, never the run; its `reason` is data in `Run.failed`
│   ├── Unreadable              a file that is empty, binary or not an article
│   ├── Refused, Filtered, Truncated, Invalid, RateLimited, Unavailable, TooLong
│   ├── ReplayMiss              a replayed cassette doesn't hold this request
│   └── OverBudget              the next call would cost more than the caller allows
├── LedgerError                 the ledger is damaged, read-only, or its disk is full
└── WriteError                  a result could not be written
"""

from __future__ import annotations


class SummarizerError(Exception):
    """Root of the tree."""


class UsageError(SummarizerError):
    """The caller can mend it; nothing was paid for."""


class SchemaError(UsageError):
    """The schema can't be used."""


class InputError(UsageError):
    """The input is not there or can't be read at all."""


class SettingsError(UsageError):
    """A setting makes no sense."""


class ProviderError(SummarizerError):
    """No later call could succeed: the run stops, what was paid for is kept."""


class KeyRejected(ProviderError):
    """No key, a wrong key, or a key without permission."""


class UnknownModel(ProviderError):
    """The provider doesn't know the model."""


class QuotaExhausted(ProviderError):
    """The account is out of money."""


class BadRequest(ProviderError):
    """The provider refuses the form of the request."""


class ArticleError(SummarizerError):
    """Ends one article; never the run."""


class Unreadable(ArticleError):
    """Empty, binary, or not an article."""


class Refused(ArticleError):
    """The model refused to answer."""


class Filtered(ArticleError):
    """The provider's content filter stopped the answer."""


class Truncated(ArticleError):
    """The answer was cut at the token limit."""


class Invalid(ArticleError):
    """The answer breaks the schema, also after it was asked for again."""


class RateLimited(ArticleError):
    """The provider kept saying 429."""


class Unavailable(ArticleError):
    """The provider could not be reached, or kept failing."""


class TooLong(ArticleError):
    """The provider says that the request is longer than the model can read."""


class ReplayMiss(ArticleError):
    """The cassette that is replayed doesn't hold this request."""


class OverBudget(ArticleError):
    """The next call would cost more than the caller allows."""


class LedgerError(SummarizerError):
    """The ledger is damaged, read-only, or its disk is full."""


class WriteError(SummarizerError):
    """A result could not be written."""
