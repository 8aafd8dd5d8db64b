"""Facts: the selectors that find what cards and pages of openings say."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from stellenbund.scraping.css import Css, classes_of, escaped
from stellenbund.scraping.labels import find
from stellenbund.scraping.markup import Element, plain
from stellenbund.scraping.probing.call import Call
from stellenbund.scraping.probing.cards import Cards
from stellenbund.scraping.readers.german_words import HEADINGS, LABELS
from stellenbund.scraping.sections import section_under
from stellenbund.scraping.selectors import attribute, following, html, labelled, text

Fields = dict[str, object]
"""A selector for each field, as a declaration writes it."""

_FIELD_OF = {label: field for field, labels in LABELS.items() for label in labels}
_LOOKED_AT = 20
_REFERENCES = ("data-kennziffer", "data-id", "data-reference", "data-job-id", "data-stelle", "id")
SCOPE = ":scope"


def labelled_fields(parts: Sequence[Element]) -> Fields:
    """Return the fields that stand beside known labels in *parts*, with the labels found."""
    seen = Counter(
        label
        for part in parts[:_LOOKED_AT]
        for label in {each.label for each in find(part, _FIELD_OF)}
    )
    labels: dict[str, list[str]] = {}
    for label in sorted(seen, key=lambda each: (-seen[each], list(_FIELD_OF).index(each))):
        labels.setdefault(_FIELD_OF[label], []).append(label)
    return {field: Call(labelled, tuple(labels[field])) for field in LABELS if field in labels}


def texts_in(parts: Sequence[Element]) -> Fields:
    """Return the fields that stand under known headings in *parts*, and the text itself."""
    fields: Fields = {}
    if css := _css_of_text(parts):
        fields["description_html"] = Call(html, (css,))
    for field, headings in HEADINGS.items():
        named = (name for name in headings if any(section_under(part, name) for part in parts))
        if name := next(named, None):
            fields[field] = Call(following, (name,))
    return fields


def card_fields(cards: Cards) -> Fields:
    """Return the fields of cards: title, link, reference, labels and texts."""
    link = link_within(cards)
    url: Fields = {"url": _url(link)} if link else {}
    return {**named_fields(cards), **url, **labelled_fields(cards.tags), **texts_in(cards.tags)}


def named_fields(cards: Cards) -> Fields:
    """Return the fields by which a card is known: reference and title."""
    reference = _attribute_of(cards.tags)
    fields: Fields = {"reference": Call(attribute, (reference,))} if reference else {}
    title = _css_within(cards.titles, cards.tags)
    return fields if title == SCOPE else {**fields, "title": Call(text, (title,))}


def link_within(cards: Cards) -> str | None:
    """Return CSS of the link to an opening's own page within its card, if each has one."""
    return _css_within(cards.links, cards.tags) if cards.links else None


def _url(link: str) -> Call:
    return Call(attribute, ("href",), {} if link == SCOPE else {"of": link})


def title_of_pages(pages: Sequence[Element], titles: Mapping[int, str]) -> str:
    """Return CSS of the heading that repeats, on each page, the title by its place in the list."""
    for number, page in enumerate(pages):
        for tag in page.iter("h1", "h2", "h3"):
            if titles.get(number) and titles[number] in (plain(tag) or ""):
                return _short(tag)
    return "h1"


def _css_within(tags: Sequence[Element], cards: Sequence[Element]) -> str:
    """Return CSS that finds each of *tags* first in its card; ``:scope`` is the card itself."""
    if any(tag is card for tag, card in zip(tags, cards, strict=True)):
        return SCOPE
    for css in _ways_within(tags):
        selected = Css.of(css)
        if all(selected.first(card) is tag for tag, card in zip(tags, cards, strict=True)):
            return css
    return _short(tags[0])


def _ways_within(tags: Sequence[Element]) -> Iterator[str]:
    first = tags[0]
    yield first.tag
    yield _short(first)
    around = first.getparent()
    if around is not None:
        yield f"{_short(around)} {first.tag}"


def _short(tag: Element) -> str:
    """Return how *tag* is selected by its name and its first class."""
    classes = classes_of(tag)
    return f"{tag.tag}.{escaped(classes[0])}" if classes else tag.tag


def _attribute_of(cards: Sequence[Element]) -> str | None:
    """Return the attribute whose values tell the cards apart, and hold a number each."""
    for name in _REFERENCES:
        values = [card.get(name) or "" for card in cards]
        has_numbers = all(any(each.isdigit() for each in value) for value in values)
        if has_numbers and len(set(values)) == len(values):
            return name
    return None


def _css_of_text(parts: Sequence[Element]) -> str | None:
    """Return CSS of what holds most of the text in paragraphs, else of all paragraphs."""
    lengths: Counter[str] = Counter()
    for part in parts:
        for tag in part.iter("p"):
            lengths[_holder(tag, part)] += len(plain(tag) or "")
    return lengths.most_common(1)[0][0] if lengths else None


def _holder(paragraph: Element, part: Element) -> str:
    """Return CSS of the element around *paragraph* within *part*, if that has a class."""
    around = paragraph.getparent()
    names = [] if around is None or around is part else classes_of(around)
    return f".{escaped(names[0])}" if names else "p"
