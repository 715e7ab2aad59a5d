"""The snapshots of editions released so far, which the authors keep beside their files."""

from ...editions import Snapshot, from_bytes
from ...problems import Place, Report, reason_of
from ...settings import Settings

ENDING = ".json.gz"


def read_editions(settings: Settings, report: Report) -> tuple[Snapshot, ...]:
    """Read all snapshots, the oldest first; what cannot be read is reported and left out."""
    found: list[Snapshot] = []
    for path in sorted(settings.editions.glob(f"*{ENDING}")):
        place = Place(path.relative_to(settings.root).as_posix())
        try:
            found.append(from_bytes(path.read_bytes()))
        except OSError as error:
            report.add("file-unreadable", place, reason=reason_of(error))
        except ValueError:
            report.add("edition-damaged", place)
    return tuple(sorted(found, key=lambda snapshot: snapshot.date))
