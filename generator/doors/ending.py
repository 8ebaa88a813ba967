"""Ending: a server that is asked to end, or whose terminal is closed, sweeps up first, as it does on Ctrl-C."""

from __future__ import annotations

import signal
import threading

ASKED = ("SIGTERM", "SIGHUP")
"""What asks a process to end; not every system has the second one."""


def sweep_up_at_the_end() -> None:
    """Let these signals do what Ctrl-C does: MkDocs then removes the folder in /tmp that has your whole site in it.

    Where somebody has said otherwise (`nohup`), it stays so; and only the main thread may say anything at all.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (getattr(signal, name) for name in ASKED if hasattr(signal, name)):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
