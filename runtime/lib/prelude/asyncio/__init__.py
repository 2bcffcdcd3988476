"""asyncio. What runs and waits is C (_asyncio); what is built on top of that is in the modules here."""

from _asyncio import (
    AbstractEventLoop, BaseEventLoop, CancelledError, Future, Handle, InvalidStateError,
    SelectorEventLoop, Task, TimerHandle, all_tasks,
    create_task, current_task, ensure_future, gather, get_event_loop, get_running_loop, iscoroutine,
    iscoroutinefunction, isfuture, new_event_loop, run, set_event_loop, sleep, wait_for, wrap_future,
    _get_running_loop, _set_running_loop,
)
from asyncio.exceptions import (
    BrokenBarrierError, IncompleteReadError, LimitOverrunError, SendfileNotAvailableError, TimeoutError,
)
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.policies import (
    AbstractEventLoopPolicy, DefaultEventLoopPolicy, get_child_watcher, get_event_loop_policy, set_child_watcher,
    set_event_loop_policy,
)
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import Runner
from asyncio.taskgroups import TaskGroup
from asyncio.threads import to_thread
from asyncio.threadsafe import run_coroutine_threadsafe
from asyncio.timeouts import Timeout, timeout, timeout_at
from asyncio.waiting import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, as_completed, shield, wait

from asyncio.protocols import BaseProtocol, BufferedProtocol, DatagramProtocol, Protocol, SubprocessProtocol
from asyncio.transports import (
    BaseTransport, DatagramTransport, ReadTransport, SubprocessTransport, Transport, WriteTransport,
)
from asyncio.streams import StreamReader, StreamReaderProtocol, StreamWriter, open_connection, start_server
from asyncio.unix_streams import open_unix_connection, start_unix_server
from asyncio.servers import AbstractServer
from asyncio.base_events import Server
from asyncio.child_watchers import (
    AbstractChildWatcher, FastChildWatcher, MultiLoopChildWatcher, PidfdChildWatcher, SafeChildWatcher,
    ThreadedChildWatcher,
)
from asyncio import subprocess
from asyncio.subprocess import create_subprocess_exec, create_subprocess_shell

# These become methods of the loop; a program that names one loads it.
from asyncio._loop_connections import connect_accepted_socket as _, create_connection as _, create_server as _
from asyncio._loop_datagrams import create_datagram_endpoint as _
from asyncio._loop_debug import debug as _, set_debug as _
from asyncio._loop_pipes import connect_read_pipe as _, connect_write_pipe as _
from asyncio._loop_resolving import getaddrinfo as _, getnameinfo as _
from asyncio._loop_signals import add_signal_handler as _, remove_signal_handler as _
from asyncio._loop_sockets import (
    sock_accept as _, sock_connect as _, sock_recv as _, sock_recv_into as _, sock_recvfrom as _,
    sock_recvfrom_into as _, sock_sendall as _, sock_sendto as _,
)
from asyncio._loop_sendfile import sendfile as _, sock_sendfile as _
from asyncio._loop_subprocess import subprocess_exec as _, subprocess_shell as _
from asyncio._loop_tls import ssl as _, start_tls as _
from asyncio._loop_unix import create_unix_connection as _, create_unix_server as _
from asyncio._loop_watching import add_reader as _, add_writer as _, remove_reader as _, remove_writer as _
