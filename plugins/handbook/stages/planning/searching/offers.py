"""What each entry offers to the search: names, questions, steps, papers, terms, English."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ....entries.case import Case
from ....entries.form import Form
from ....entries.procedure import Procedure, Question
from ....entries.term import Term
from ....locale import words
from ...checking import Entry
from ...linking import Handbook
from ..addresses import GLOSSARY, address_of, step_anchor
from ..standing import standings, told_state
from .plain import plain
from .rooms import rooms

Offer = dict[str, Any]
"""One entry as ``search/shapes.ts`` describes it."""

LONGEST_NAME = 8
"""Characters of a name; what is longer is a sentence."""


def offers(handbook: Handbook) -> list[Offer]:
    """Give all entries in reading order, a procedure before its questions."""
    terms = _terms_by_procedure(handbook)
    found: list[Offer] = []
    for entry in handbook.procedures.values():
        owner = len(found)
        found.append(_procedure(entry, terms[entry.slug], handbook))
        for number, question in enumerate(entry.model.questions, 1):
            found.append(_question(number, question, entry, owner, handbook))
    states, said = standings(handbook), words()["pages"]["states"]
    for offer in _others(handbook):
        state = states.get((offer["kind"], offer["slug"]))
        found.append({**offer, "state": said[state]} if state else offer)
    return found


def _offer(kind: str, slug: str, url: str, title: str, text: str, **more: Any) -> Offer:
    blank = {"chapter": "", "code": "", "note": "", "at": ["", ""], "owner": -1}
    return {"kind": kind, "slug": slug, "url": url, "title": title, "text": plain(text), **blank, **more}


def _terms_by_procedure(handbook: Handbook) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in handbook.terms.values():
        for slug in term.procedures:
            found[slug].append(term)
    return found


def _procedure(entry: Entry[Procedure], terms: list[Term], handbook: Handbook) -> Offer:
    model = entry.model
    steps = [(node, handbook.flows[entry.slug].model.nodes[node].text) for node in handbook.numbers[entry.slug]]
    papers = dict.fromkeys(slug for step in model.steps.values() for slug in (*step.papers.makes, *step.papers.uses))
    said = [["title", model.title], ["code", model.code], *(["also", name] for name in model.also)]
    said += [[_manner(name), name] for name in handbook.asked.get(entry.slug, ())]
    said += [["english", model.title_en], ["text", plain(model.summary)], ["text", plain(model.begins_when)]]
    said += [["step", text, f"#{step_anchor(node)}"] for node, text in steps]
    said += [["paper", handbook.papers[slug].model.title] for slug in papers]
    said += [[field, name] for term in terms for field, name in (("term", term.term), ("term", term.en))]
    made = dict.fromkeys(slug for step in model.steps.values() for slug in step.papers.makes)
    said += [["paper", handbook.papers[slug].model.title_en] for slug in made]
    note = " → ".join(text for _, text in steps)
    url = address_of("procedure", entry.slug, entry.chapter)
    more = {"chapter": entry.chapter, "code": model.code, "note": note, "said": said, "papers": len(papers)}
    more |= told_state(entry.chapter, handbook)
    return _offer("procedure", entry.slug, url, model.title, model.summary, **more)


def _manner(asked: str) -> str:
    """What kind of line a way of asking is: what is longer than a name is said, and nobody types its initials."""
    return "english" if asked.isascii() else "also" if len(asked) <= LONGEST_NAME else "told"


def _question(number: int, question: Question, entry: Entry[Procedure], owner: int, handbook: Handbook) -> Offer:
    url = address_of("procedure", entry.slug, entry.chapter)
    place = handbook.numbers[entry.slug][question.step]
    step = handbook.flows[entry.slug].model.nodes[question.step].text
    at = [f"{entry.model.code}-{place:02} {step}", f"{url}#{step_anchor(question.step)}"]
    said = [*(["ask", ask] for ask in question.ask), ["answer", question.answer]]
    note = "、".join(_basis(text, handbook) for text in question.basis)
    more = {"chapter": entry.chapter, "note": note, "at": at, "owner": owner, "said": said}
    more |= told_state(entry.chapter, handbook)
    return _offer("question", entry.slug, f"{url}#q-{number}", question.ask[0], question.answer, **more)


def _basis(text: str, handbook: Handbook) -> str:
    if text == "unit":
        return str(words()["pages"]["marks"]["unit"])
    if text.startswith("case:"):
        return handbook.cases[text[5:].strip()].model.title
    name, _, label = text.partition(" ")
    return f"《{handbook.regulations[name].model.short}》{label.strip()}"


def _others(handbook: Handbook) -> Iterator[Offer]:
    for slug, case in handbook.cases.items():
        yield _named("case", slug, case.model, case.model.summary, _of_case(case.model, handbook))
    for slug, form in handbook.forms.items():
        yield _named("form", slug, form.model, form.model.purpose, _of_form(form.model))
    for slug, paper in handbook.papers.items():
        yield _named("paper", slug, paper.model, paper.model.purpose, [["text", paper.model.purpose]])
    for slug, diagram in handbook.diagrams.items():
        yield _named("diagram", slug, diagram.model, diagram.model.summary, [["ask", diagram.model.answers]])
    for slug, rule in handbook.regulations.items():
        extra = [["also", rule.model.short], ["text", rule.model.summary]]
        yield _named("regulation", slug, rule.model, rule.model.summary, extra)
    for slug, term in handbook.terms.items():
        said = [["term", term.term], ["english", term.en], *(["term", name] for name in term.also)]
        yield _offer("page", slug, f"{GLOSSARY}#term-{slug}", term.term, term.explain, said=said)
    for slug, chapter in handbook.file.chapters.items():
        if chapter.state != "not-yet":
            said = [["title", chapter.title], ["english", chapter.title_en], ["text", chapter.summary]]
            more = {"said": said, **told_state(slug, handbook)}
            yield _offer("page", slug, f"{slug}/index.html", chapter.title, chapter.summary, **more)
    for slug, url, names, text in rooms(handbook):
        said = [["english" if name.isascii() else "title", name] for name in names]
        yield _offer("page", slug, url, names[0], text, said=said)


def _of_case(case: Case, handbook: Handbook) -> list[list[str]]:
    """The unit, what the case is about, what it wanted to solve."""
    solved = [handbook.difficulties[slug].name for slug in case.solves]
    return [*(["term", name] for name in (case.unit, *case.themes, *solved)), ["text", case.problem]]


def _of_form(form: Form) -> list[list[str]]:
    """Whom it scores, what its parts and items are called."""
    items = [item.name for section in form.sections.values() for item in section.items.values()]
    names = [*(section.title for section in form.sections.values()), *(band.title for band in form.bands.values())]
    texts = dict.fromkeys((form.purpose, *names, *items))
    return [["term", form.subject], *(["text", text] for text in texts)]


def _named(kind: str, slug: str, model: Any, text: str, extra: list[list[str]]) -> Offer:
    names = [["title", model.title], *(["also", name] for name in model.also), ["english", model.title_en]]
    said = [[field, plain(words)] for field, words in (*names, *extra)]
    return _offer(kind, slug, address_of(kind, slug), model.title, text, said=said)
