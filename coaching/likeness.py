"""How much two wordings have in common, without a dictionary: pairs of letters for Chinese, whole words for Latin script."""

SHORT_WORD = 3
WHOLE = 1000
PART = 500


def folded(text: str) -> str:
    """Letters, digits and blanks only, in lower case."""
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())


def overlap(wanted: str, known: str, least: float = 0.5) -> int:
    """How well `known` fits `wanted`, 0 for not at all: the one holds the other, or they share at least this part of their pairs."""
    asked, kept = folded(wanted), folded(known)
    if not asked or not kept:
        return 0
    if kept.isascii():
        return _by_words(asked, kept, least)
    asked, kept = asked.replace(" ", ""), kept.replace(" ", "")
    if kept in asked:
        return WHOLE + len(kept)
    if len(asked) > 1 and asked in kept:
        return PART + len(asked)
    pairs = {kept[i : i + 2] for i in range(len(kept) - 1)}
    shared = sum(1 for pair in pairs if pair in asked)
    return 10 * shared if pairs and shared >= len(pairs) * least else 0


def _by_words(asked: str, kept: str, least: float) -> int:
    if f" {kept} " in f" {asked} ":
        return WHOLE + len(kept)
    if len(asked) > 1 and f" {asked} " in f" {kept} ":
        return PART + len(asked)
    telling = {word for word in kept.split() if len(word) > SHORT_WORD}
    shared = telling & set(asked.split())
    return 10 * len(shared) if telling and len(shared) > len(telling) * least else 0
