"""Which language an article is in. English is what the engine reads; the rest is listed as not read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
_SAMPLE = 4_000  # characters
_FEWEST_LETTERS = 40
_SURE = 0.9  # below it a text is not called foreign: to leave an English article out costs more than to read another
_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "for", "from", "had", "has", "have", "he",
    "her", "his", "in", "is", "it", "its", "of", "on", "or", "she", "that", "the", "their", "they", "this", "to",
    "was", "were", "which", "who", "will", "with",
))  # fmt: skip
# In English news 0.30 to 0.45 of all words are these; Dutch, German and Scandinavian texts, which share
# spellings with them, stay below 0.15.
_SHARE = 0.22

_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek",
    "eo": "Esperanto", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ku": "Kurdish", "la": "Latin", "lt": "Lithuanian",
    "lv": "Latvian", "mk": "Macedonian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese", "nb": "Norwegian",
    "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`, by its first 4,000 characters.

    None when there is too little to tell: fewer than 40 letters, or no language that is sure.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    if sum(map(len, words)) < _FEWEST_LETTERS:
        return None
    # py3langid needs 1.4 s to load its model, and nearly every article is told by its function words.
    common = sum(1 for word in words if word in _FUNCTION_WORDS)
    if common >= _SHARE * len(words):
        return ENGLISH
    code, probability = _identifier().classify(" ".join(words))
    return str(code) if code == ENGLISH or probability >= _SURE else None


def foreign(code: str) -> str:
    """The reason why an article in the language `code` is not compared."""
    name = _NAMES.get(code, f"a language other than English ({code})")
    return f'is in {name}; only English is compared (if it is English, set language = "en" in sources.toml)'


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
