"""Child processes as methods of the loop."""

from _asyncio import _extend_loop
from asyncio.base_subprocess import subprocess_exec, subprocess_shell

_extend_loop(subprocess_exec, subprocess_shell)
