"""The settings of a project: names, questions, the language model, and erasing a respondent."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from coding.domain.answers import normalise
from coding.domain.commands import ChangeQuestion, RenameProject
from coding.domain.project import Project
from coding.domain.survey import Intake, Question
from coding.services.workspace import Workspace
from coding.ui import resources, session
from coding.ui.components.dialogs import close_dialog, dialog_buttons, open_dialog, show_dialog
from coding.ui.components.encoder_choice import encoder_choice
from coding.ui.components.header import project_header
from coding.ui.components.plain import plain
from coding.ui.session import t

_LANGUAGES: Final = ("nl", "en", "other")


def page() -> None:
    """Draw the page."""
    workspace = project_header(t("settings.title"))
    names = ("project", "questions", "encoder", "erase")
    # With a key the open tab stays open when a message above the tabs comes or goes.
    labels = [t(f"settings.tab_{name}") for name in names]
    project, questions, encoder, erase = st.tabs(labels, key="settings_tabs")
    with project:
        _project(workspace.project)
    with questions:
        _questions(workspace.project)
    with encoder:
        encoder_choice(workspace.project)
    with erase:
        _erase(workspace)
    show_dialog({"erase": ("settings.erase_title", _erase_dialog)})


# Project and coder ----------------------------------------------------------------------------------------------------


def _project(project: Project) -> None:
    with st.form("settings_project", width=640):
        st.text_input(t("settings.project_name"), value=project.info.name, key=_fresh("name", project), max_chars=120)
        st.text_input(
            t("settings.coder"),
            value=session.coder(),
            key="settings_coder",
            help=t("settings.coder_help"),
            max_chars=60,
        )
        st.form_submit_button(
            t("settings.save"), key="settings_save_project", type="primary", icon=":material/check:", on_click=_save
        )
    path = resources.project_path(session.project_name() or "")
    st.caption(t("settings.file", path=plain(str(path))))


def _save() -> None:
    workspace = session.workspace()
    if workspace is None:
        return
    named = session.value(_fresh("name", workspace.project), workspace.project.info.name)
    coder = session.value("settings_coder", session.coder())
    if session.set_coder(coder) and session.dispatch(RenameProject(named)):
        session.notify("success", "settings.saved")


def _fresh(name: str, project: Project) -> str:
    """A widget key that changes with the project, so that fields show what was undone or done elsewhere."""
    return f"settings_{name}_{project.revision}"


# Questions ------------------------------------------------------------------------------------------------------------


def _questions(project: Project) -> None:
    questions = {question.id: question for question in project.questions_in_order()}
    chosen = session.question()
    if chosen is None:
        st.info(t("shell.no_questions"), icon=":material/upload_file:")
        st.page_link("coding/ui/pages/import_file.py", label=t("shell.to_import"), icon=":material/upload_file:")
        return
    st.selectbox(
        t("settings.question"),
        list(questions),
        index=list(questions).index(chosen),
        format_func=lambda key: questions[key].text,
        key="settings_question",
        on_change=_choose_question,
    )
    question = questions[chosen]
    with st.form(f"settings_question_{chosen}", width=760):
        st.text_area(t("settings.question_text"), value=question.text, key=_field("text", project, question), height=80)
        st.selectbox(
            t("settings.question_language"),
            _LANGUAGES,
            index=_LANGUAGES.index(question.language if question.language in _LANGUAGES else "other"),
            format_func=lambda code: t(f"settings.language_{code}"),
            key=_field("language", project, question),
        )
        st.text_area(
            t("settings.non_answers"),
            value="\n".join(question.non_answers),
            key=_field("non_answers", project, question),
            help=t("settings.non_answers_help"),
        )
        st.toggle(
            t("settings.quotes_only"),
            value=question.quotes_only,
            key=_field("quotes_only", project, question),
            help=t("settings.quotes_only_help"),
        )
        st.form_submit_button(
            t("settings.save"),
            key="settings_save_question",
            type="primary",
            icon=":material/check:",
            on_click=_save_question,
            args=(question,),
        )


def _field(name: str, project: Project, question: Question) -> str:
    return _fresh(f"{name}_{question.id}", project)


def _choose_question() -> None:
    session.select_question(session.value("settings_question", ""))


def _save_question(question: Question) -> None:
    workspace = session.workspace()
    if workspace is None:
        return
    project = workspace.project
    words = session.value(_field("non_answers", project, question), "").splitlines()
    changed = replace(
        question,
        text=session.value(_field("text", project, question), question.text).strip(),
        language=session.value(_field("language", project, question), question.language),
        non_answers=tuple(dict.fromkeys(normalise(word) for word in words if word.strip())),
        quotes_only=session.value(_field("quotes_only", project, question), question.quotes_only),
    )
    if session.dispatch(ChangeQuestion(changed)):
        session.notify("success", "settings.saved")


# Erasing --------------------------------------------------------------------------------------------------------------


def _erase(workspace: Workspace) -> None:
    project = workspace.project
    st.write(t("settings.erase_why"))
    known = sorted({person.id for wave in project.waves for person in project.respondents(wave)})
    chosen = st.selectbox(
        t("settings.erase_id"),
        known,
        index=None,
        placeholder=t("settings.erase_placeholder"),
        key="settings_erase",
        width=420,
    )
    if chosen is not None:
        st.caption(
            t("settings.erase_found", count=_answers_of(project, chosen), waves=plain(_waves_of(project, chosen)))
        )
    st.button(
        t("settings.erase"),
        key="settings_erase_ask",
        icon=":material/person_remove:",
        disabled=chosen is None,
        on_click=open_dialog,
        args=("erase", chosen or ""),
    )


def _answers_of(project: Project, person: str) -> int:
    return sum(
        response.key.respondent == person and response.intake in (Intake.ANSWER, Intake.NON_ANSWER)
        for question in project.questions
        for response in project.responses(question).values()
    )


def _waves_of(project: Project, person: str) -> str:
    waves = project.waves_in_order()
    return ", ".join(wave.name for wave in waves if any(who.id == person for who in project.respondents(wave.id)))


def _erase_dialog(person: str) -> None:
    st.warning(t("settings.erase_warning", id=plain(person)), icon=":material/warning:")
    dialog_buttons(t("settings.erase_yes"), _erase_now, person, danger=True)


def _erase_now(person: str) -> None:
    close_dialog()
    if session.erase(person):
        session.forget_widget("settings_erase")
        session.notify("success", "settings.erased", id=person)


if __name__ == "__main__":
    page()
