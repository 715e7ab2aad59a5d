"""The pages of regulations: their facts by article, each with what rests on it."""

from collections.abc import Iterator

from markupsafe import escape

from ...entries.regulation import Article, Regulation
from ...locale import words
from ...views.parts import Fact, Heading, Link, Turning
from ...views.reference import ArticleView, ChangeView, FactView, RegulationView
from ..checking import Entry
from ..linking import Citation
from .addresses import address_of
from .facts import arranged
from .lookup import Lookup
from .pages import PlannedPage


def plan_regulations(lookup: Lookup) -> Iterator[PlannedPage]:
    """Plan the page of every regulation."""
    for slug, turning in lookup.turnings("regulation", list(lookup.handbook.regulations)).items():
        view = _view(lookup.handbook.regulations[slug], turning, lookup)
        outline = tuple(_outline(view))
        yield PlannedPage(address_of("regulation", slug), "regulation", view.title, outline, view, "regulation", slug)


def _outline(view: RegulationView) -> Iterator[Heading]:
    names = words()["pages"]["regulation_sections"]
    for key in ("notes", "changes"):
        if getattr(view, key):
            yield Heading(names[key], key, 1)
    if view.articles:
        yield Heading(names["articles"], "articles", 1)
        yield from (Heading(article.label, article.id, 2) for article in view.articles)


def _view(entry: Entry[Regulation], turning: Turning, lookup: Lookup) -> RegulationView:
    model, inline = entry.model, lookup.inline
    return RegulationView(
        title=model.title,
        title_en=model.title_en,
        summary=inline(model.summary),
        status=model.status,
        status_note=inline(model.status_note),
        superseded_by=lookup.link("regulation", model.superseded_by) if model.superseded_by else None,
        facts=arranged(_facts(model)),
        articles=tuple(_article(article, entry.slug, lookup) for article in model.articles),
        notes=inline.all(model.notes),
        changes=tuple(ChangeView(change.when, inline(change.text)) for change in model.changes),
        sources=tuple(model.sources),
        turning=turning,
    )


def _facts(model: Regulation) -> tuple[Fact, ...]:
    return (
        Fact("short", escape(f"《{model.short}》")),
        Fact("issued_by", escape(model.issued_by)),
        Fact("issued", escape(model.issued)),
        Fact("effective", escape(model.effective)),
        Fact("reviewed", escape(model.reviewed.isoformat())),
    )


def _article(article: Article, slug: str, lookup: Lookup) -> ArticleView:
    cited = (_citation(citation, lookup) for citation in lookup.handbook.cited.get((slug, article.article), ()))
    return ArticleView(
        id=lookup.anchors[slug][article.article],
        label=article.article,
        force=article.force,
        facts=tuple(FactView(lookup.inline(fact.text), fact.confidence == "recalled") for fact in article.facts),
        cited=tuple(link for link in cited if link),
    )


def _citation(citation: Citation, lookup: Lookup) -> Link | None:
    if not citation.step:
        return lookup.link(citation.kind, citation.slug)
    return lookup.step(lookup.handbook.procedures[citation.slug], citation.step, here=False)
