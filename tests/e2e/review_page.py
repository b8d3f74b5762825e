"""The review page in the words of somebody who uses it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Server, idle

expect.set_options(timeout=20_000)  # two busy cores load a page slowly; nothing waits longer than it must


class ReviewPage:
    """Finds what a person sees; every step waits until the page shows the result."""

    page: Page

    @classmethod
    def on(cls, page: Page) -> ReviewPage:
        """The review page that is open already."""
        found = cls.__new__(cls)
        found.page = page
        return found

    def __init__(self, page: Page, server: Server, project: str) -> None:
        self.page = page
        page.goto(f"{server.url}/board?project={project}")
        expect(self.groups.first).to_be_visible()
        self.settle()

    def settle(self) -> None:
        idle(self.page)

    @property
    def groups(self) -> Locator:
        return self.page.locator(".tk-groups .tk-open")

    @property
    def answers(self) -> Locator:
        return self.page.locator(".tk-answers .tk-answer")

    def group(self, name: str) -> Locator:
        return self.groups.filter(has=self.page.locator(".tk-name", has_text=re.compile(f"^{re.escape(name)}$")))

    def answer(self, text: str) -> Locator:
        return self.answers.filter(has_text=text)

    def open(self, name: str) -> None:
        self.group(name).click()
        expect(self.group(name)).to_have_attribute("aria-current", "true")
        self.settle()

    def count(self, name: str) -> Locator:
        return self.group(name).locator(".tk-count")

    def choose(self, *names: str) -> None:
        for name in names:
            self.page.get_by_label(f"Kies groep {name}").check()

    def choose_answers(self, *texts: str) -> None:
        for text in texts:
            self.answer(text).get_by_role("checkbox").check()

    def press(self, name: str, exact: bool = True) -> None:
        self.page.get_by_role("button", name=name, exact=exact).first.click()

    def list_button(self, which: str, name: str) -> Locator:
        return self.page.locator(f".st-key-{which} .tk-bar, .tk-bar").get_by_role("button", name=name, exact=True)

    def undo(self) -> None:
        self.page.get_by_role("button", name=re.compile("Ongedaan maken: ")).click()
        self.settle()
