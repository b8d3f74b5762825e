"""Every sentence Tienkeer shows, in Dutch and English.

Each module of this package holds ``TEXTS``: key → {"nl": …, "en": …}, with ``str.format`` placeholders. The catalogue
is below the layers that speak (interface, command line, reports), because the language of a report is chosen apart
from the language of the screen.
"""

from coding.texts.catalogue import LANGUAGES, Language, error_text, known_keys, text

__all__ = ["LANGUAGES", "Language", "error_text", "known_keys", "text"]
