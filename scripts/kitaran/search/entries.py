"""What can be found: every page and every term, with what people may call it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kitaran.models.playbook import ObjectionFront, ProductFront
from kitaran.models.text import LOCALES
from kitaran.render.links import url
from kitaran.search.plain import answer, heard, plain, sections

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from kitaran.library import Library, Page
    from kitaran.models.glossary import Term
    from kitaran.models.text import Locale
    from kitaran.render.page import Context, RenderedPage

_DAYS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a search can lead to."""

    url: str
    """Its address from the root of the language that the index belongs to."""
    title: str
    kind: str
    answer: str = ""
    """What helps at once: what to say, what comes next, what a word means."""
    note: str = ""
    """What comes after the answer, such as the next stage."""
    locale: str = ""
    """Its language, where that is not the reader's."""
    reviewed: str = ""
    due: str = ""
    """ISO dates: when it was last checked, and until when that holds."""
    phrases: tuple[tuple[float, str], ...] = ()
    """What people may call it: how well each name fits, and the name. The first is the title."""
    texts: tuple[tuple[float, str], ...] = ()
    """What it says: how much each text counts, and the text."""


def entries(context: Context, pages: Iterable[RenderedPage]) -> Iterator[Entry]:
    """Give everything that readers of one language can find."""
    library = context.library
    for page in pages:
        page_id = page.uri.removesuffix(".md")
        said = library.page(page_id, context.locale)
        if said is not None:
            yield _playbook(context, said)
        elif page.uri != "index.md" and not page.layout:
            yield _other(context, page)
    yield from (_term(context, term) for term in library.glossary.terms)
    yield from _elsewhere(context)


def _twins(library: Library, page_id: str, locale: Locale) -> list[Page]:
    """Give a page in every language, the reader's first."""
    order = sorted(library.settings.languages, key=lambda each: each != locale)
    return [page for each in order if (page := library.page(page_id, each))]


def _playbook(context: Context, page: Page) -> Entry:
    """Describe a playbook by all its languages: people mix them."""
    twins = _twins(context.library, page.id, context.locale)
    phrases: list[tuple[float, str]] = [(1.0, twin.title) for twin in twins]
    texts: list[tuple[float, str]] = []
    names = {twin.title.casefold() for twin in twins}
    for place, twin in enumerate(twins):
        own = 1.0 if place == 0 else 0.85
        phrases += [
            (own * max(0.75, 0.97 - 0.012 * at), name) for at, name in enumerate(twin.words.search)
        ]
        phrases += [(own * 0.85, line) for line in heard(twin.body)]
        phrases += [(own * 0.6, part) for part in sections(twin.body)]
        phrases += [(own * 0.7, objective.text) for objective in twin.objectives]
        texts += [
            (6 * own, twin.title),
            (2 * own, "\n".join(twin.words.search)),
            (1.2 * own, twin.summary),
            (1.2 * own, "\n".join(heard(twin.body))),
            (0.8 * own, "\n".join(sections(twin.body))),
            (0.8 * own, "\n".join(each.text for each in twin.objectives)),
            (0.5 * own, plain(twin.body)),
            *((0.8 * own, text) for text in _product(twin)),
        ]
    for term in context.library.glossary.terms:
        if term.id == page.slug or names & {term.ms.casefold(), term.en.casefold()}:
            named = [term.ms, term.en, *term.synonyms.ms, *term.synonyms.en]
            phrases += [(0.85, name) for name in named]
            texts.append((2.0, "\n".join(named)))
    return Entry(
        _address(context, f"{page.id}.md", page.locale),
        page.title,
        page.kind,
        _answer(page),
        _next(context, page),
        "" if page.locale == context.locale else page.locale,
        page.reviewed.isoformat(),
        due(page).isoformat(),
        tuple(dict.fromkeys(phrases)),
        tuple(texts),
    )


def due(page: Page) -> date:
    """Say until when the last check of a page holds."""
    number, unit = page.front.review_every.split()
    return page.reviewed + timedelta(days=round(int(number) * _DAYS[unit.removesuffix("s")]))


def _address(context: Context, target: str, locale: Locale | None = None) -> str:
    """Give an address from the root of the reader's language."""
    address = url("index.md", target).removeprefix("./")
    languages = context.library.settings.languages
    if locale in (None, context.locale):
        return address
    up = "" if context.locale == languages[0] else "../"
    return up + ("" if locale == languages[0] else f"{locale}/") + address


def _answer(page: Page) -> str:
    """Give what helps at once."""
    if isinstance(page.front, ObjectionFront):
        return answer(page.body) or page.summary
    return page.summary


def _next(context: Context, page: Page) -> str:
    """Name the stage that follows one."""
    stages = [s for s in context.library.pages(page.locale, "stages") if s.kind == "stage"]
    if page.kind != "stage" or len(stages) < 2:
        return ""
    return context.words("next_stage", title=stages[(stages.index(page) + 1) % len(stages)].title)


def _product(page: Page) -> list[str]:
    """Give what a product is for."""
    if not isinstance(page.original.front, ProductFront):
        return []
    words: Any = page.words
    return [words.who_for, *words.needs, *words.competes_with]


_KINDS = {
    "forms": "form",
    "paths": "path",
    "quizzes": "quiz",
    "roleplays": "roleplay",
    "scorecards": "scorecard",
}


def _other(context: Context, page: RenderedPage) -> Entry:
    """Describe a page that is no playbook."""
    folder, _, slug = page.uri.removesuffix(".md").rpartition("/")
    index = slug == "index"
    kind = "page" if index else _KINDS.get(folder, "page")
    library = context.library
    records: dict[str, dict[str, Any]] = {
        "form": dict(library.forms),
        "path": dict(library.paths),
        "roleplay": dict(library.roleplays),
        "scorecard": dict(library.scorecards),
    }
    record = records.get(kind, {}).get(slug)
    names = [page.title]
    if record is not None:
        names += [name for each in LOCALES if (name := record.title.get(each)) != page.title]
    names += [
        str(document.front.get("title") or "")
        for (page_id, _), document in library.documents.items()
        if page_id == page.uri.removesuffix(".md")
    ]
    calls = [name for name in dict.fromkeys(names) if name]
    label = [w for w in (context.words(f"search_kinds.{kind}"),) if kind != "page"]
    phrases = [(0.9, name) for name in calls] + [(0.9, f"{w} {n}") for w in label for n in calls]
    about = str(page.front.get("description") or "")
    body = plain(page.body)
    return Entry(
        _address(context, page.uri),
        page.title,
        kind,
        about or _first(body),
        phrases=tuple(phrases),
        texts=((2.5, "\n".join([*calls, *label])), (0.8, about), (0.15, body)),
    )


def _first(text: str) -> str:
    """Give the first sentences of a text, as far as they are short."""
    line = next((line for line in text.split("\n") if len(line) > 30), "")
    return line if len(line) <= 200 else line[:200].rsplit(" ", 1)[0] + "…"


def _term(context: Context, term: Term) -> Entry:
    """Describe a term by its names; what it means is the answer."""
    own, other = (term.ms, term.en) if context.locale == "ms" else (term.en, term.ms)
    synonyms = [*term.synonyms.ms, *term.synonyms.en]
    phrases = [(1.0, own), (0.95, other), *((0.9, name) for name in synonyms)]
    return Entry(
        f"{_address(context, 'glossary.md')}#{term.id}",
        own[:1].upper() + own[1:],
        "term",
        term.definition.get(context.locale),
        phrases=tuple(phrases),
        texts=(
            (3.0, "\n".join([own, other])),
            (2.0, "\n".join(synonyms)),
            (0.4, f"{term.definition.ms}\n{term.definition.en}"),
        ),
    )


def _elsewhere(context: Context) -> Iterator[Entry]:
    """Give what exists in another language only."""
    library = context.library
    for (page_id, locale), page in library.playbooks.items():
        if locale != context.locale and library.page(page_id, context.locale) is None:
            yield _playbook(context, page)
    for (page_id, locale), document in library.documents.items():
        if locale == context.locale or (page_id, context.locale) in library.documents:
            continue
        title = str(document.front.get("title") or re.sub(r"[\W_]+", " ", page_id))
        body = plain(document.body)
        yield Entry(
            _address(context, f"{page_id}.md", locale),
            title,
            "page",
            str(document.front.get("description") or _first(body)),
            locale=locale,
            phrases=((0.9, title),),
            texts=((2.5, title), (0.15, body)),
        )
