"""Providers that speak OpenAI's protocol: where they are, which variable holds the key, which mode suits them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from summarizer.errors import KeyRejected, SettingsError
from summarizer.settings import Settings

SentMode = Literal["json_schema", "tools", "json", "md_json"]


@dataclass(frozen=True, slots=True)
class Provider:
    """`key_variable` None: a local server that asks for no key. `limit_name`: what the protocol calls the limit of
    output tokens; OpenAI renamed it, most others kept the old name."""

    base_url: str
    key_variable: str | None
    mode: SentMode = "json_schema"
    limit_name: str = "max_tokens"


PROVIDERS: dict[str, Provider] = {
    "openai": Provider("https://api.openai.com/v1", "OPENAI_API_KEY", limit_name="max_completion_tokens"),
    "ollama": Provider("http://localhost:11434/v1", None),
    "anthropic": Provider("https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", "tools"),
    "cerebras": Provider("https://api.cerebras.ai/v1", "CEREBRAS_API_KEY"),
    "deepseek": Provider("https://api.deepseek.com/v1", "DEEPSEEK_API_KEY", "tools"),
    "fireworks": Provider("https://api.fireworks.ai/inference/v1", "FIREWORKS_API_KEY"),
    "google": Provider("https://generativelanguage.googleapis.com/v1beta/openai", "GOOGLE_API_KEY"),
    "groq": Provider("https://api.groq.com/openai/v1", "GROQ_API_KEY"),
    "mistral": Provider("https://api.mistral.ai/v1", "MISTRAL_API_KEY"),
    "openrouter": Provider("https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"),
    "perplexity": Provider("https://api.perplexity.ai", "PERPLEXITY_API_KEY"),
    "together": Provider("https://api.together.xyz/v1", "TOGETHER_API_KEY"),
    "xai": Provider("https://api.x.ai/v1", "XAI_API_KEY"),
}

_LOCAL_HOSTS = ("//localhost", "//127.", "//[::1]", "//0.0.0.0", "//host.docker.internal")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One model at one address, with the key to it (never shown, never stored)."""

    provider: str
    model: str
    base_url: str
    mode: SentMode
    limit_name: str
    key_variable: str | None

    @property
    def local(self) -> bool:
        return any(host in self.base_url for host in _LOCAL_HOSTS)


def endpoint(settings: Settings, environ: Mapping[str, str]) -> Endpoint:
    """Where `settings.model` is to be asked. Raises SettingsError for a name or a provider that can't be used."""
    name, slash, model = settings.model.partition("/")
    if not slash or not name or not model:
        raise SettingsError(f"model {settings.model!r} has no provider; write it as in openai/gpt-4.1-mini")
    provider = PROVIDERS.get(name)
    if provider is None:
        raise SettingsError(
            f"provider {name!r} is not known; known: {', '.join(PROVIDERS)}; "
            f"any other that speaks OpenAI's protocol: --model openai/{settings.model} and OPENAI_BASE_URL"
        )
    from_environment = environ.get("OPENAI_BASE_URL") if name == "openai" else None
    base_url = (settings.base_url or from_environment or provider.base_url).strip().rstrip("/")
    if not base_url.startswith(("http://", "https://")):
        raise SettingsError(f"base URL {base_url!r} is no address; write it as in http://localhost:8000/v1")
    return Endpoint(
        provider=name,
        model=model,
        base_url=base_url,
        mode=provider.mode if settings.mode == "auto" else settings.mode,
        limit_name=provider.limit_name,
        key_variable=provider.key_variable,
    )


def key_for(place: Endpoint, settings: Settings, environ: Mapping[str, str]) -> str:
    """The key; a placeholder for local servers, which need none. Raises KeyRejected before anything is sent."""
    found = (settings.api_key or environ.get(place.key_variable or "", "")).strip()
    if not (found.isascii() and found.isprintable()):
        raise KeyRejected(f"the key in {place.key_variable} holds characters that no key has; copy it again")
    if found:
        return found
    if place.key_variable is None or place.local:
        return "no-key-needed"
    way_out = f"set {place.key_variable}"
    if place.provider == "openai":
        way_out += ", or OPENAI_BASE_URL for a server of your own, or choose another --model"
    raise KeyRejected(f"no key for {place.provider}: {place.key_variable} is not set; {way_out}")
