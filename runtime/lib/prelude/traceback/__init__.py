"""traceback: exceptions and calls as text. Texts of exceptions are C (_traceback); stacks as lists that
programs look into have a module of their own."""

from _traceback import (
    format_exc, format_exception, format_exception_only, format_tb, print_exc, print_exception, print_tb,
)
from traceback.stack import (
    FrameSummary, StackSummary, TracebackException, clear_frames, extract_stack, extract_tb, format_list,
    format_stack, print_list, print_stack, walk_stack, walk_tb,
)
