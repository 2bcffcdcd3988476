"""What locks and queues have in common: they belong to the loop that first made one of them wait."""

import _asyncio


class LoopBound:
    _loop = None

    def _new_waiter(self):
        """A future of the running loop, which must be the one that came first."""
        running = _asyncio.get_running_loop()
        if self._loop is None:
            self._loop = running
        elif self._loop is not running:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return running.create_future()
