"""Reads a logo: only what really is a picture, made small and written anew without anything else in the file."""

from __future__ import annotations

import io
import warnings
from typing import Final

from PIL import Image, UnidentifiedImageError

from coding.domain.errors import ExportError

MOST_BYTES: Final = 5_000_000
MOST_PIXELS: Final = 40_000_000
_KEPT: Final = (1200, 600)  # enough for print at the size it gets
_KINDS: Final = ("PNG", "JPEG")


def read_logo(data: bytes) -> bytes:
    """The picture in ``data`` as PNG of at most 1,200 × 600 points, whatever its name said it was.

    Raises ExportError when it is no PNG or JPEG, damaged or too large.
    """
    if len(data) > MOST_BYTES:
        raise ExportError("export.logo_too_large", most=MOST_BYTES // 1_000_000)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its size is looked at below
            picture = Image.open(io.BytesIO(data), formats=_KINDS)
            if picture.width * picture.height > MOST_PIXELS:
                raise ExportError("export.logo_too_many_pixels", wide=picture.width, tall=picture.height)
            picture.load()
    except UnidentifiedImageError as error:
        raise ExportError("export.logo_no_picture") from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:  # what Pillow raises on bad files
        raise ExportError("export.logo_damaged") from error
    plain = picture.convert("RGBA" if "A" in picture.getbands() or "transparency" in picture.info else "RGB")
    plain.thumbnail(_KEPT)
    buffer = io.BytesIO()
    plain.save(buffer, "PNG")
    return buffer.getvalue()
