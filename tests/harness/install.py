"""Installation: what `make install` puts below a prefix works from there, away from the sources."""
import shutil
import tempfile
from pathlib import Path

from .case import ROOT, Case, Failure, describe_exit, run, tail

PROGRAM = "import asyncio\n\nasync def main():\n    await asyncio.sleep(0)\n    print('installed')\n\nasyncio.run(main())\n"


def expect(output, stdout, what):
    if output.exit_code or output.stdout != stdout:
        raise Failure(f"{what}: {describe_exit(output.exit_code)}\n{tail(output.stdout + output.stderr)}")


def standalone_command(c_file):
    """The command that the comment at the top of standalone C shows."""
    lines = c_file.read_text().splitlines()
    return lines[1].removeprefix(" *").strip()


def check_install(context):
    with tempfile.TemporaryDirectory() as folder:
        done = run(context, ["make", "-C", ROOT, "install", f"BUILD={context.build}", f"PREFIX={folder}/first"])
        if done.exit_code:
            raise Failure(tail(done.stderr))
        # A prefix that was moved must work too: nothing may remember where it was made. Its odd
        # name tries the quoting of the C compiler's command.
        moved = f"{folder}/Ann's programs"
        shutil.move(f"{folder}/first", moved)
        asyncc = f"{moved}/bin/asyncc"
        Path(folder, "prog.py").write_text(PROGRAM)
        expect(run(context, [asyncc, "run", "prog.py"], cwd=folder), b"installed\n", "run")
        expect(run(context, [asyncc, "build", "prog.py"], cwd=folder), b"", "build")
        expect(run(context, ["./prog"], cwd=folder), b"installed\n", "the built program")
        expect(run(context, [asyncc, "emit", "--standalone", "prog.py", "-o", "prog.c"], cwd=folder), b"", "emit")
        Path(folder, "prog").unlink()
        command = standalone_command(Path(folder, "prog.c"))
        expect(run(context, ["sh", "-c", command], cwd=folder), b"", command)
        expect(run(context, ["./prog"], cwd=folder), b"installed\n", "the program from standalone C")


def cases(context):
    if not context.sanitized:
        yield Case("install", lambda: check_install(context))
