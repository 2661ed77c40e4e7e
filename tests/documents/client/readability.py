"""How easy a text is to read, in English and in Spanish, by published formulas.

Flesch-Kincaid gives the grade of a school in the United States.
Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas (1975).

INFLESZ reads the perspicuity of Szigriszt Pazos: 206.835 - 62.3 * syllables / words - words /
sentences. From 65 on a text is `bastante fácil`; 66 to 75 is what children of twelve read.
Sources: Szigriszt Pazos, Sistemas predictivos de legibilidad del mensaje escrito (1993);
Barrio-Cantalejo and others, Anales del Sistema Sanitario de Navarra 31(2), 135-152 (2008).
"""

import itertools
import re
from collections.abc import Iterable

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SENTENCE = re.compile(r"[^.!?:;]+[.!?:;]?")
STRONG, CLOSED_STRESSED = frozenset("aáeéoó"), frozenset("íú")


def words_of(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return [word.lower() for word in WORD.findall(text)]


def count_sentences(texts: Iterable[str]) -> int:
    """Return how many sentences there are; each text ends one, whether or not a stop does."""
    return sum(bool(words_of(part)) for text in texts for part in SENTENCE.findall(text))


def english_syllables(word: str) -> int:
    """Return about how many syllables an English word has: groups of vowels, a silent e apart."""
    groups = len(re.findall(r"[aeiouy]+", word))
    is_silent = re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouyscxzhg]es$", word)
    return max(1, groups - bool(is_silent))


def spanish_syllables(word: str) -> int:
    """Return how many syllables a Spanish word has: vowels, without those that form a diphthong."""
    plain = re.sub(r"([qg])u(?=[eéií])", r"\1", word)
    plain = re.sub(r"(?<=[aáeéoóuú])y$", "i", plain)
    count = 0
    for group in re.findall(r"[aáeéiíoóuúü]+", plain):
        count += 1
        for left, right in itertools.pairwise(group):
            both_strong = left in STRONG and right in STRONG
            count += both_strong or bool(CLOSED_STRESSED & {left, right} and STRONG & {left, right})
    return max(1, count)


def grade_of(texts: list[str]) -> float:
    """Return the Flesch-Kincaid grade of English texts."""
    words = [word for text in texts for word in words_of(text)]
    syllables = sum(map(english_syllables, words))
    return 0.39 * len(words) / count_sentences(texts) + 11.8 * syllables / len(words) - 15.59


def perspicuity_of(texts: list[str]) -> float:
    """Return the perspicuity of Spanish texts: the higher, the easier."""
    words = [word for text in texts for word in words_of(text)]
    syllables = sum(map(spanish_syllables, words))
    return 206.835 - 62.3 * syllables / len(words) - len(words) / count_sentences(texts)
