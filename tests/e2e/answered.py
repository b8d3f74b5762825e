"""Whether the app has answered everything that a page asked of it.

Streamlit's own mark on the page turns to "running" only when the server has begun, some tens of milliseconds after a
click: a test that looks in between takes the old page for the new one. So the page counts itself: a request to run the
script is open from the moment it is sent until a run that began later has finished.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from playwright.sync_api import BrowserContext, Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_COUNTER: Final = Path(__file__).with_name("answered.js").read_text(encoding="utf-8")
_NUMBERS: Final = {
    "rerun": BackMsg.RERUN_SCRIPT_FIELD_NUMBER,
    "newSession": ForwardMsg.NEW_SESSION_FIELD_NUMBER,
    "finished": ForwardMsg.SCRIPT_FINISHED_FIELD_NUMBER,
    "early": ForwardMsg.FINISHED_EARLY_FOR_RERUN,
}
"""What the counter must know of Streamlit's messages: numbers of fields, and the value for a run that gives way."""


def count_requests(context: BrowserContext) -> None:
    """Let every page of ``context`` count, from before it loads."""
    context.add_init_script(f"({_COUNTER})({json.dumps(_NUMBERS)})")


def wait_until_answered(page: Page) -> None:
    """Wait until the app has answered everything that ``page`` asked, and has drawn it."""
    page.wait_for_function("() => window.appAnswered()", timeout=60_000)
