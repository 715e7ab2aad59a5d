"""A word that means the same as others must say one thing: among the synonyms and in the glossary."""

from ...problems import Report
from ..checking import Entries


def check_synonyms(entries: Entries, report: Report) -> None:
    """Report words that stand in two groups of synonyms, or as another name or a slip of two terms."""
    meant: dict[str, str] = {}
    if entries.glossary:
        for slug, term in entries.terms.items():
            for field in ("also", "slips"):
                for index, name in enumerate(getattr(term, field)):
                    other = meant.setdefault(name, term.term)
                    if other != term.term:
                        path = ("terms", slug, field, index)
                        entries.glossary.report(report, "synonym-two-ways", *path, name=name, other=other, here=term.term)
    if entries.synonyms:
        for group, names in enumerate(entries.synonyms.model.groups):
            for index, name in enumerate(names):
                other = meant.setdefault(name, names[0])
                if other not in (name, *names):
                    parts = {"name": name, "other": other, "here": names[0]}
                    entries.synonyms.report(report, "synonym-two-ways", "groups", group, index, **parts)
