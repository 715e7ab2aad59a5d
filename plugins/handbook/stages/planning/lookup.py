"""Names become words and addresses: what every planner of pages asks."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from ...entries.condition import Condition, Only
from ...entries.procedure import Procedure
from ...locale import words
from ...views.parts import Basis, BasisGroup, Link, Shelf, Turning
from ..checking import Entry
from ..drawing import Box, Drawing, IllustratedHandbook
from ..linking import Handbook
from .addresses import address_of, article_anchors, step_anchor
from .inline import Inline

BASIS_UNIT = Basis("", "", ("unit",))


def key_of(condition: dict[str, Any]) -> str:
    """Give the key under which pages name a condition: it changes only with the condition."""
    text = json.dumps(condition, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:6]


class Lookup:
    """The handbook as pages of one depth see it. What was asked once is remembered."""

    def __init__(self, illustrated: IllustratedHandbook, root: str) -> None:
        self.illustrated = illustrated
        self.handbook: Handbook = illustrated.handbook
        self.root = root
        self.inline = Inline(self.href)
        self.titles = _titles(self.handbook)
        self.anchors = {slug: article_anchors(entry.model) for slug, entry in self.handbook.regulations.items()}
        self._bases: dict[str, Basis] = {}
        self._links: dict[tuple[str, str], Link | None] = {}
        self._parties: dict[tuple[str, ...], str] = {}

    def href(self, kind: str, slug: str) -> str:
        """Give the address of an entry from here; empty if there is no page for it."""
        if (kind, slug) not in self.titles:
            return ""
        chapter = self.handbook.procedures[slug].chapter if kind == "procedure" else ""
        return self.root + address_of(kind, slug, chapter)

    def link(self, kind: str, slug: str, note: str = "") -> Link | None:
        """Give the link to an entry; None if there is no page for it."""
        key = (kind, slug)
        if key not in self._links:
            href = self.href(kind, slug)
            code = self.handbook.procedures[slug].model.code if kind == "procedure" and href else ""
            self._links[key] = Link(self.titles[key], href, "", code, self.only_of(kind, slug)) if href else None
        link = self._links[key]
        return link if link is None or not note else replace(link, note=note)

    def only_of(self, kind: str, slug: str) -> str:
        """Give the keys of the conditions of an entry; empty if it is for every branch."""
        handbook = self.handbook
        groups: dict[str, dict[str, Entry[Any]]] = {
            "procedure": handbook.procedures,
            "paper": handbook.papers,
            "form": handbook.forms,
        }
        return self.only(groups[kind][slug].model.only) if kind in groups else ""

    def conditions(self, only: Only | None) -> list[dict[str, Any]]:
        """Give conditions as ``Only`` in desk/fit.ts; an empty list is for every branch."""
        return [self._condition(each) for each in self.handbook.condition(only)]

    def _condition(self, condition: Condition) -> dict[str, Any]:
        asked = condition.model_dump(exclude={"basis"}, exclude_defaults=True)
        rule = "、".join(self._rule(text) for text in condition.basis)
        return {**asked, "rule": rule} if rule else asked

    def _rule(self, text: str) -> str:
        basis, said = self.basis(text), words()["pages"]["marks"]
        marks = "、".join(said[mark] for mark in basis.marks)
        return f"{basis.text}（{marks}）" if basis.text and marks else basis.text or marks

    def only(self, only: Only | None) -> str:
        """Give the keys of conditions for an attribute; empty if the thing is for every branch."""
        return " ".join(map(key_of, self.conditions(only)))

    def picture(self, drawing: Drawing | None) -> Drawing | None:
        """Give a drawing whose boxes lead somewhere from here."""
        if drawing is None:
            return None
        return replace(drawing, boxes=tuple(map(self._leading, drawing.boxes)))

    def _leading(self, box: Box) -> Box:
        return replace(box, href=self._target(*box.target.split(":", 1))) if box.target else box

    def _target(self, kind: str, slug: str) -> str:
        return f"#{step_anchor(slug)}" if kind == "step" else self.href(kind, slug)

    def laid(self, entry: Entry[Any], *path: str | int) -> tuple[Basis, ...]:
        """Give the mark of the layer that set something over a lower one; nothing if none did."""
        level = entry.source.level_of(*path)
        return (Basis("", "", (f"layer-{level}",)),) if level else ()

    def own(self, entry: Entry[Any]) -> tuple[Basis, ...]:
        """Give the mark of the layer that an entry is all of; nothing if it lies over another or in the lowest."""
        level = entry.source.level if entry.source.below is None else ""
        return (Basis("", "", (f"layer-{level}",)),) if level not in ("", "national") else ()

    def shared(self, kind: str, *path: str | int) -> tuple[Basis, ...]:
        """The same for something in a file of many small entries, such as the glossary."""
        level = self.handbook.shared[kind].level_of(*path)
        return (Basis("", "", (f"layer-{level}",)),) if level else ()

    def links(self, kind: str, slugs: Iterable[str]) -> tuple[Link, ...]:
        """Give the links to those entries that have a page."""
        return tuple(link for slug in slugs if (link := self.link(kind, slug)))

    def shelves(self, groups: dict[str, tuple[Link, ...]]) -> tuple[Shelf, ...]:
        """Give the groups that hold anything."""
        return tuple(Shelf(key, links) for key, links in groups.items() if links)

    def between(self, kind: str, before: str, after: str) -> Turning:
        """Give the neighbours of an entry; an empty slug means that there is none."""
        return Turning(self.link(kind, before) if before else None, self.link(kind, after) if after else None)

    def turnings(self, kind: str, order: list[str]) -> dict[str, Turning]:
        """Give the neighbours of every entry in an order."""
        around = zip(["", *order], order, [*order[1:], ""], strict=False)
        return {slug: self.between(kind, before, after) for before, slug, after in around}

    def names(self, roles: Iterable[str]) -> str:
        """Name some roles."""
        key = tuple(roles)
        if key not in self._parties:
            self._parties[key] = "、".join(self.handbook.roles[role].name for role in key)
        return self._parties[key]

    def bases(self, texts: Iterable[str]) -> tuple[Basis, ...]:
        """Give what some statements rest on."""
        return tuple(self.basis(text) for text in texts)

    def basis(self, text: str) -> Basis:
        """Give what a statement rests on: ``<regulation> <article>``, ``case:<slug>`` or ``unit``."""
        if text not in self._bases:
            self._bases[text] = self._basis(text)
        return self._bases[text]

    def _basis(self, text: str) -> Basis:
        if text == "unit":
            return BASIS_UNIT
        if text.startswith("case:"):
            slug = text[5:].strip()
            return Basis(self.titles["case", slug], self.href("case", slug), ("case",))
        name, _, label = text.partition(" ")
        label = label.strip()
        model = self.handbook.regulations[name].model
        article = next(article for article in model.articles if article.article == label)
        marks: list[str] = [] if article.force == "article" else [article.force]
        if any(fact.confidence == "recalled" for fact in article.facts):
            marks.append("recalled")
        if model.status == "superseded":
            marks.append("superseded")
        href = f"{self.href('regulation', name)}#{self.anchors[name][label]}"
        return Basis(f"《{model.short}》{label}", href, tuple(marks))

    def gathered(self, texts: Iterable[str]) -> tuple[BasisGroup, ...]:
        """Give all that a page rests on, by regulation, each article once and in the order of the regulation."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for text in texts:
            name, _, label = text.partition(" ")
            if label:
                found[name][label.strip()] = text
        return tuple(self._gather(name, labels) for name, labels in found.items())

    def _gather(self, name: str, labels: dict[str, str]) -> BasisGroup:
        model = self.handbook.regulations[name].model
        order = [article.article for article in model.articles if article.article in labels]
        articles = (self.basis(labels[label]) for label in order)
        own = tuple(Basis(label, basis.href, basis.marks) for label, basis in zip(order, articles, strict=True))
        return BasisGroup(f"《{model.short}》", self.href("regulation", name), own)

    def step(self, procedure: Entry[Procedure], node: str, *, here: bool) -> Link:
        """Give the link to a step: on this page, or on its procedure's."""
        number = self.handbook.numbers[procedure.slug][node]
        text = self.handbook.flows[procedure.slug].model.nodes[node].text
        page = "" if here else self.href("procedure", procedure.slug)
        return Link(text, f"{page}#{step_anchor(node)}", "", f"{procedure.model.code}-{number:02}")


def _titles(handbook: Handbook) -> dict[tuple[str, str], str]:
    """The titles of all entries that have a page, by kind and slug."""
    titles = {("procedure", slug): entry.model.title for slug, entry in handbook.procedures.items()}
    titles |= {("diagram", slug): entry.model.title for slug, entry in handbook.diagrams.items()}
    titles |= {("case", slug): entry.model.title for slug, entry in handbook.cases.items()}
    titles |= {("paper", slug): entry.model.title for slug, entry in handbook.papers.items()}
    titles |= {("form", slug): entry.model.title for slug, entry in handbook.forms.items()}
    titles |= {("calculator", slug): entry.model.title for slug, entry in handbook.calculators.items()}
    titles |= {("course", slug): entry.model.title for slug, entry in handbook.courses.items()}
    titles |= {("regulation", slug): entry.model.title for slug, entry in handbook.regulations.items()}
    return titles | {("term", slug): term.term for slug, term in handbook.terms.items()}
