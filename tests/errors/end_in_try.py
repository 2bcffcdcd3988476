# The end of the file is its last line, as CPython counts.
# error@4:10: expected 'except' or 'finally' block
try:
    x = 1
