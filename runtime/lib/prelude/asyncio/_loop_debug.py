"""In programs that name the debug mode, calls are noted: it tells where futures, handles and coroutines were made."""

from _caller import note_origins

debug = set_debug = None  # the words by which programs load this

note_origins()
