"""asyncio's event loop policies: who makes loops, and which one a thread has."""

import _asyncio


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    def get_event_loop(self):
        return _asyncio._own_event_loop()

    def set_event_loop(self, loop):
        _asyncio._set_own_event_loop(loop)

    def new_event_loop(self):
        return _asyncio.SelectorEventLoop()


def get_event_loop_policy():
    policy = _asyncio._get_policy()
    if policy is None:
        policy = DefaultEventLoopPolicy()
        _asyncio._set_policy(policy)
    return policy


def set_event_loop_policy(policy):
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError('policy must be an instance of AbstractEventLoopPolicy or None, '
                        f"not '{type(policy).__name__}'")
    _asyncio._set_policy(policy)
