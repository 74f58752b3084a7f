"""`make pictures`: the pictures of the README, taken of what a demo left in demo-output/."""

import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from pypdfium2 import PdfDocument

from tests.conftest import chromium

SHOWN = "carmen-castillo"  # asks a question, and has a strength and a concern
TALL = 620  # pixels of the conversation that are shown
DOCS = Path("docs")


def main(out: Path) -> None:
    """Writes docs/card.png, docs/phone.png and docs/report.png."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1180, "height": 900}, device_scale_factor=2)
        page.goto((out / "index.html").resolve().as_uri())
        _shoot(page, "#slack .post:not(.thread)", "card.png", SHOWN.replace("-", " ").title())
        _shoot(page, f"#{SHOWN}", "phone.png")
        browser.close()
    first = PdfDocument(out / f"{SHOWN}.pdf")[0]
    first.render(scale=110 / 72).to_pil().save(DOCS / "report.png")


def _shoot(page: Page, what: str, name: str, words: str = "") -> None:
    box = page.locator(what).filter(has_text=words).first.bounding_box()
    assert box is not None
    tall = {**box, "height": min(box["height"], TALL)}
    page.screenshot(path=DOCS / name, clip=tall, full_page=True)  # type: ignore[arg-type]


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo-output"))
