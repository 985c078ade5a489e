"""Times of acts that take turns within one run, and the row in which a job is held against its limit."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

Act = Callable[[], object]

FEWEST_RUNS, MOST_RUNS = 3, 25
SECONDS = 2.0


class Run(NamedTuple):
    """Milliseconds by the clock and of the processor."""

    clock: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Times:
    """What the runs of one act took, in milliseconds; ``cpu`` is the median of what this process worked for it.

    On a machine that does other work as well the clock tells more than the act took, the processor does not. None for
    what is no time.
    """

    median: float
    least: float
    most: float
    cpu: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A job on a law of so many articles, held against a limit in the same unit.

    ``limit`` is None where nothing bounds the job, or where the peer is not installed; ``target`` is how many times
    the limit the job may take.
    """

    job: str
    articles: int
    times: Times
    against: str = ""
    limit: float | None = None
    target: float | None = None
    unit: str = "ms"

    @property
    def ratio(self) -> float | None:
        return self.times.median / self.limit if self.limit else None

    @property
    def verdict(self) -> str:
        if self.ratio is None or self.target is None:
            return ""
        return "ok" if self.ratio <= self.target else "over"


def interleaved(*acts: Act, seconds: float = SECONDS, ahead: Act = lambda: None) -> tuple[Times, ...]:
    """The times of each act, which take turns so that a slow spell of the machine meets all of them.

    ``ahead`` is done before each run and not measured. Every act runs again while its runs together take less than
    ``seconds``, but three times if one run takes less, and an act that takes longer runs once. The first of three or
    more runs is left out: it fills caches.
    """
    taken: list[list[Run]] = [[] for _ in acts]
    for _turn in range(MOST_RUNS):
        for act, runs in zip(acts, taken, strict=True):
            if _runs_again(runs, seconds * 1000):
                ahead()
                runs.append(_milliseconds(act))
    return tuple(_times(runs[1:] if len(runs) >= FEWEST_RUNS else runs) for runs in taken)


def _runs_again(runs: list[Run], limit: float) -> bool:
    if not runs:
        return True
    clock = [run.clock for run in runs]
    return sum(clock) + min(clock) <= limit or (len(runs) < FEWEST_RUNS and min(clock) <= limit)


def _milliseconds(act: Act) -> Run:
    gc.collect()
    start, worked = time.perf_counter(), time.process_time()
    act()
    return Run((time.perf_counter() - start) * 1000, (time.process_time() - worked) * 1000)


def _times(runs: list[Run]) -> Times:
    clock = [run.clock for run in runs]
    return Times(statistics.median(clock), min(clock), max(clock), statistics.median(run.cpu for run in runs))


def alone(act: Act, seconds: float = SECONDS, ahead: Act = lambda: None) -> Times:
    """The times of an act that nothing is held against."""
    return interleaved(act, seconds=seconds, ahead=ahead)[0]


def held(job: str, articles: int, act: Act, peer: Act | None, against: str, target: float, **options: float) -> Row:
    """The row of a job against a peer; a peer that is None is not installed, and the job is measured alone."""
    if peer is None:
        return Row(job, articles, alone(act, **options), f"{against}: missing", target=target)
    ours, theirs = interleaved(act, peer, **options)
    return Row(job, articles, ours, against, theirs.median, target)
