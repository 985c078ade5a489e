"""A bound on processor time, for words that would keep a careless reader busy for hours."""

import signal
from contextlib import contextmanager


class TooLong(Exception):
    pass


@contextmanager
def cpu_limit(seconds):
    """Raises TooLong inside the block when it has used so much processor time."""

    def stop(_signal, _frame):
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
