"""Choices for a report, kept in the project file so that the next report starts from them."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import replace
from typing import Any, Final

from cattrs import Converter
from cattrs.errors import CattrsError

from coding.domain.project import Project
from coding.domain.report_settings import ReportSettings
from coding.services.workspace import Workspace

_NAME: Final = "report"


def _converter() -> Converter:
    converter = Converter(omit_if_default=True, detailed_validation=False)
    converter.register_unstructure_hook(bytes, lambda data: base64.b64encode(data).decode())
    converter.register_structure_hook(bytes, lambda stored, _: base64.b64decode(stored, validate=True))
    return converter


_CONVERTER: Final = _converter()
_UNREADABLE: Final = (CattrsError, ValueError, TypeError, KeyError, AttributeError, binascii.Error)


def kept_settings(workspace: Workspace) -> ReportSettings | None:
    """The choices that were kept, as far as the project still has what they name; None if there are none.

    Choices that a newer version kept and this one cannot read are as good as none.
    """
    stored = workspace.kept(_NAME)
    if stored is None:
        return None
    try:
        settings: ReportSettings = _CONVERTER.structure(dict(json.loads(stored)), ReportSettings)
    except _UNREADABLE:
        return None
    return _known(workspace.project, settings)


def keep_settings(workspace: Workspace, settings: ReportSettings) -> None:
    """Keep the choices. Raises ProjectFileError when the file cannot be written."""
    workspace.keep(_NAME, json.dumps(_CONVERTER.unstructure(settings), ensure_ascii=False))


def _known(project: Project, settings: ReportSettings) -> ReportSettings:
    """The choices without questions, waves and variables that are gone."""
    options: dict[str, Any] = {}
    if settings.options.unit not in project.variables:
        options["unit"] = None
    waves = settings.options.waves
    if waves is not None:
        options["waves"] = tuple(wave for wave in waves if wave in project.waves) or None
    questions = settings.questions
    if questions is not None:
        questions = tuple(question for question in questions if question in project.questions) or None
    return replace(
        settings,
        questions=questions,
        options=replace(settings.options, **options),
        own={question: own for question, own in settings.own.items() if question in project.questions},
        banner=tuple(variable for variable in settings.banner if variable in project.variables),
    )
