# error@5:1: expected an indented block after 'if' statement on line 2
if True:



