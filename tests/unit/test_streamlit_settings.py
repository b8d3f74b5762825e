"""How the app is served: to this machine alone, and with nothing of Streamlit's own for programmers on the page."""

from __future__ import annotations

import tomllib
from pathlib import Path

from streamlit import config
from streamlit.web import skills

ROOT = Path(__file__).parents[2]


def test_nothing_is_offered_to_programmers_in_the_app() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    before = {name: config.get_option(name) for name in ("server.headless", "logger.hideWelcomeMessage")}
    try:
        config.set_option("server.headless", settings["server"]["headless"])
        config.set_option("logger.hideWelcomeMessage", settings["logger"]["hideWelcomeMessage"])
        assert skills.nudge_suppression_reason() == "welcome_hidden"
    finally:
        for name, value in before.items():
            config.set_option(name, value)


def test_the_app_listens_to_this_machine_alone_and_reports_to_nobody() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["server"]["address"] == "127.0.0.1"
    assert settings["browser"]["gatherUsageStats"] is False
