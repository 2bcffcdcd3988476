"""Servers and clients in two processes: CPython's asyncio and ours in both directions, and curl.

Below network/: server.py prints its ports (plain, TLS) and serves until its standard input ends; client.py is
given the ports. What a client prints must be the same whoever runs it and the server.
"""
import shutil
import subprocess
import tempfile

from .case import ROOT, Case, Failure, describe_exit, difference, run, tail

FOLDER = ROOT / "tests" / "network"


class Serving:
    def __init__(self, command):
        self.command = command

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self.process.stdout.readline().decode().split()

    def __exit__(self, *exc):
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()


def answers(context, client, ports):
    output = run(context, [*client, FOLDER / "client.py", *ports])
    if output.exit_code:
        raise Failure(f"the client: {describe_exit(output.exit_code)}\n{tail(output.stdout + output.stderr)}")
    return output.stdout


def check_curl(context, plain):
    got = run(context, ["curl", "-s", f"http://127.0.0.1:{plain}/"])
    if got.exit_code or got.stdout != b"." * 300_000:
        raise Failure(f"curl: {describe_exit(got.exit_code)}, {len(got.stdout)} bytes")


def check(context):
    cpython, jit = [context.python], [context.asyncc, "run"]
    with Serving([*cpython, FOLDER / "server.py"]) as ports:
        expected = answers(context, cpython, ports)
        from_ours = answers(context, jit, ports)
    with tempfile.TemporaryDirectory() as folder:
        built = run(context, [context.asyncc, "build", "-O0", FOLDER / "server.py", "-o", f"{folder}/server"])
        if built.exit_code:
            raise Failure(tail(built.stderr))
        with Serving([f"{folder}/server"]) as ports:
            from_theirs = answers(context, cpython, ports)
            from_both = answers(context, jit, ports)
            if shutil.which("curl"):
                check_curl(context, ports[0])
    for name, got in (("our client", from_ours), ("our server", from_theirs), ("both ours", from_both)):
        if got != expected:
            raise Failure(f"{name}\n" + difference(expected, got))


def cases(context):
    if context.python:
        yield Case("network/server_and_client", lambda: check(context))
