"""Doing many like things on all processors, where that is safe and worth while."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Task = TypeVar("Task")
Made = TypeVar("Made")

WORTH_WHILE = 200
"""From how many tasks on a second process pays."""


def make_all(make: Callable[[Task], Made], tasks: Sequence[Task]) -> list[Made]:
    """Give what ``make`` makes of each task, in order.

    Many tasks are shared among forked copies of this process, unless it runs threads (a fork would copy their
    locks) or the system cannot fork.
    """
    processors = os.cpu_count() or 1
    if len(tasks) < WORTH_WHILE or processors < 2 or threading.active_count() > 1 or not hasattr(os, "fork"):
        return [make(task) for task in tasks]
    share = -(-len(tasks) // (processors * 4))
    with ProcessPoolExecutor(processors, multiprocessing.get_context("fork")) as pool:
        return list(pool.map(make, tasks, chunksize=share))
