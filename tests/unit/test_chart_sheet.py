"""What is put on a sheet stands where it was put, as a picture and as a drawing."""

from __future__ import annotations

import io

import pytest
from lxml import etree  # type: ignore[import-untyped]  # lxml brings no types
from PIL import Image, ImageChops

from coding.files.chart_png import sheet_png
from coding.files.chart_sheet import Sheet
from coding.files.chart_svg import sheet_svg

SVG = "{http://www.w3.org/2000/svg}"
BLACK = "#000000"


def picture(sheet: Sheet, dots: int = 72) -> Image.Image:
    return Image.open(io.BytesIO(sheet_png(sheet, "titel", "verteld", dots))).convert("L")


def inked(sheet: Sheet, dots: int = 72) -> tuple[int, int, int, int]:
    """The smallest rectangle of pixels (left, top, right, bottom) around all that is not white."""
    found = ImageChops.invert(picture(sheet, dots)).getbbox()
    assert found is not None
    return found


@pytest.mark.parametrize("dots", [72, 144])
def test_boxes_and_lines_stand_where_they_were_put(dots: int) -> None:
    scale = dots // 72
    sheet = Sheet(100.0, 50.0)
    sheet.box(10.0, 5.0, 20.0, 8.0, BLACK)
    assert inked(sheet, dots) == tuple(scale * at for at in (10, 5, 30, 13))
    sheet = Sheet(100.0, 50.0)
    sheet.line((10.0, 60.0), (20.0, 20.0), BLACK, 2.0)
    left, top, right, bottom = inked(sheet, dots)
    assert (left, right) == (10 * scale, 60 * scale)
    assert bottom - top == 2 * scale


@pytest.mark.parametrize(("align", "left", "right"), [("left", 60, 200), ("center", 30, 100), ("right", 0, 61)])
def test_a_text_stands_around_its_height_at_its_side_of_the_place(align: str, left: int, right: int) -> None:
    sheet = Sheet(200.0, 40.0)
    sheet.text(60.0, 20.0, "HHHH", 12.0, align=align)
    found = inked(sheet)
    assert left <= found[0] < found[2] <= right
    assert found[1] > 40 - 30
    assert found[3] < 30
    if align == "center":
        assert abs((found[0] + found[2]) / 2 - 60) <= 1.5


def test_a_dotted_frame_has_gaps_and_hatching_shows() -> None:
    sheet = Sheet(60.0, 40.0)
    sheet.frame(10.0, 10.0, 40.0, 20.0, BLACK)
    row = [picture(sheet, 144).getpixel((x, 20)) for x in range(24, 96)]
    assert min(row) < 100 < 200 < max(row)  # type: ignore[operator, type-var]  # one number per pixel of a grey picture
    plain, hatched = Sheet(60.0, 40.0), Sheet(60.0, 40.0)
    plain.box(10.0, 10.0, 40.0, 20.0, "#cccccc")
    hatched.box(10.0, 10.0, 40.0, 20.0, "#cccccc", "xxxx", BLACK)
    assert len(picture(plain).getcolors() or ()) == 2
    assert picture(hatched).getextrema()[0] < picture(plain).getextrema()[0]  # type: ignore[operator]  # likewise


def test_later_marks_lie_on_top() -> None:
    sheet = Sheet(20.0, 20.0)
    sheet.box(0.0, 0.0, 20.0, 20.0, BLACK)
    sheet.box(0.0, 0.0, 20.0, 20.0, "#ffffff")
    assert picture(sheet).getextrema() == (255, 255)


def test_a_drawing_holds_the_same_marks() -> None:
    sheet = Sheet(100.0, 50.0)
    sheet.box(10.0, 5.0, 20.0, 8.25, "#cccccc", "////", BLACK)
    sheet.line((10.0, 60.0), (20.0, 20.0), BLACK, 2.0)
    sheet.text(60.0, 20.0, "<b>&\x01", 10.0, bold=True, align="right")
    root = etree.fromstring(sheet_svg(sheet, "titel <1>", "verteld"))
    assert root.findtext(f"{SVG}title") == "titel <1>"
    _, box, hatching = (dict(node.attrib) for node in root.findall(f"{SVG}rect"))
    assert {k: box[k] for k in ("x", "y", "width", "height")} == {"x": "10", "y": "5", "width": "20", "height": "8.25"}
    assert hatching == {**box, "fill": f"url(#{root.find(f'.//{SVG}pattern').get('id')})"}
    (line,) = root.findall(f"{SVG}line")
    assert [line.get(name) for name in ("x1", "y1", "x2", "y2", "stroke-width")] == ["10", "20", "60", "20", "2"]
    (words,) = root.findall(f"{SVG}text")
    assert (words.text, words.get("text-anchor"), words.get("font-weight")) == ("<b>&␁", "end", "bold")
