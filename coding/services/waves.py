"""A new wave: read in, recognised with the codebook there is, looked through, and taken over.

``add_matched_wave`` imports a matched file; ``recognise_wave`` makes the command that puts what is recognised on the
board; ``waves_view`` shows it in the order in which a researcher wants it.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence

import numpy as np

from coding.analysis.encoder import Encoder, Recall
from coding.analysis.name import name_groups
from coding.analysis.recognise import Kind, Recognised, recognise
from coding.domain.assignments import Suggestion
from coding.domain.codebook import NO_CODE, OTHER, PSEUDO_CODES, Cluster
from coding.domain.commands_waves import ProposeWave
from coding.domain.errors import ImportRefused
from coding.domain.progress import Progress, quiet
from coding.domain.project import Project, QuestionCoding
from coding.domain.segments import Span
from coding.domain.survey import Intake, Response, ResponseKey
from coding.domain.waves import Recognition
from coding.services.add_wave import add_wave
from coding.services.codebook_examples import examples_of
from coding.services.importing import ImportReport
from coding.services.review_rules import rule_hits
from coding.services.waves_match import WaveMatch, mapping_of
from coding.services.workspace import Workspace


def add_matched_wave(workspace: Workspace, match: WaveMatch, wave: str = "", channel: str = "") -> ImportReport:
    """Import a file as it was matched, as one action; headings and categories are remembered.

    ``channel`` names the source if the file is no survey. Raises ImportRefused when no question of the project is in
    the file or the mapping does not fit, CommandRefused when the same file or a wave of that name is there already.
    """
    if not any(one.is_question and one.column for one in match.columns):
        raise ImportRefused("waves.no_question_matched", file=match.table.name)
    return add_wave(workspace, match.table, mapping_of(workspace.project, match, wave), channel)


def recognise_wave(
    project: Project,
    question: str,
    wave: str,
    encoder: Encoder,
    *,
    made_at: str,
    progress: Progress | None = None,
) -> ProposeWave:
    """The command that proposes known codes and new groups for the undecided answers of ``wave``.

    Learned from everything that was decided on this question. Raises EncoderError when the encoder cannot be used.
    Stages told to ``progress``: "encode", "name". Raise from it to cancel.
    """
    say: Progress = progress or quiet
    coding = project.coding_of(question)
    responses = project.responses(question)
    in_order = sorted(responses.values(), key=lambda response: (response.normalised, response.key))
    wanted = frozenset(undecided_in(project, question, wave))
    new = [response for response in in_order if response.key in wanted]
    known = [
        (response.verbatim, frozenset(a.code for a in coding.decisions[response.key]) - PSEUDO_CODES)
        for response in in_order
        if coding.decisions.get(response.key)
    ]
    taught = sorted(examples_of(coding).items())
    codes = {code.id: f"{code.name} {code.description}".strip() for code in coding.open_codes()}
    say("encode", 0, len(new))
    encode = Recall(encoder)
    ruled = [_ruled(coding, response.verbatim) for response in new]
    text = project.questions[question].text
    found = recognise(known, [r.verbatim for r in new], codes, encode, ruled=ruled, taught=taught, question=text)
    say("name", 0, len(found.groups))
    run = uuid.uuid4().hex[:10]
    clusters = _clusters(run, new, found.groups, encode)
    nothing = nothing_applies(coding)
    suggestions = tuple(
        (response.key, _suggestions(response, answer, clusters, nothing))
        for response, answer in zip(new, found.answers, strict=True)
    )
    recognition = Recognition(wave, made_at, encoder.name, encoder.version, project.revision, found.threshold)
    return ProposeWave(question, recognition, clusters, suggestions)


def nothing_applies(coding: QuestionCoding) -> str:
    """Where this researcher puts answers that no code applies to: under Overig, or decided as without argument."""
    counts = {code: len(coding.assigned_members.get(code, ())) for code in (OTHER, NO_CODE)}
    return OTHER if counts[OTHER] >= counts[NO_CODE] else NO_CODE


def whole_of(response: Response) -> Span:
    """The span of a verbatim without the white space around it."""
    start = len(response.verbatim) - len(response.verbatim.lstrip())
    return Span(start, max(start, len(response.verbatim.rstrip())))


def to_recognise(project: Project, wave: str) -> tuple[str, ...]:
    """The questions that have codes and undecided answers in ``wave``, in order."""
    return tuple(
        question.id
        for question in project.questions_in_order()
        if not question.quotes_only
        and project.coding_of(question.id).open_codes()
        and any(undecided_in(project, question.id, wave))
    )


def undecided_in(project: Project, question: str, wave: str) -> tuple[ResponseKey, ...]:
    """The answers of a wave that nobody decided on, in file order; non-answers ("nee") too, where others were coded."""
    decisions = project.coding_of(question).decisions
    return tuple(key for key in to_code_in(project, question, wave) if not decisions.get(key))


def to_code_in(project: Project, question: str, wave: str) -> tuple[ResponseKey, ...]:
    """The responses of a wave that can be coded: answers, and non-answers whose words were coded for somebody."""
    responses, decisions = project.responses(question), project.coding_of(question).decisions
    coded = {responses[key].normalised for key, given in decisions.items() if given and key in responses}
    return tuple(
        key
        for key, response in responses.items()
        if key.wave == wave
        and (
            (intake := project.intake(response)) is Intake.ANSWER
            or (intake is Intake.NON_ANSWER and response.normalised in coded)
        )
    )


def _ruled(coding: QuestionCoding, verbatim: str) -> tuple[str, ...]:
    return tuple(c.id for c in coding.open_codes() if any(rule_hits(rule, verbatim) for rule in c.rules))


def _clusters(
    run: str, new: Sequence[Response], groups: Sequence[Sequence[int]], encode: Recall
) -> tuple[Cluster, ...]:
    """Named clusters of the groups, with how tight each is."""
    if not groups:
        return ()
    texts = sorted({response.normalised for response in new})
    surface = {response.normalised: response.verbatim for response in reversed(new)}
    members = [[surface[new[at].normalised] for at in group] for group in groups]
    vectors = encode(texts)
    named = name_groups(members, [surface[text] for text in texts], vectors)
    row = {text: vectors[i] for i, text in enumerate(texts)}
    return tuple(
        Cluster(f"{run}.{number}", name.name, name.keywords, _tightness([row[new[at].normalised] for at in group]))
        for number, (name, group) in enumerate(zip(named, groups, strict=True))
    )


def _tightness(vectors: Sequence[np.ndarray]) -> float:
    """Mean cosine of the members with their centre, 0–1."""
    points = np.stack(vectors)
    points = points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9)
    centre = points.mean(axis=0)
    cosine = points @ centre / max(float(np.linalg.norm(centre)), 1e-9)
    return round(float(np.clip(cosine, 0, 1).mean()), 4)


def _suggestions(
    response: Response, answer: Recognised, clusters: Sequence[Cluster], nothing: str
) -> tuple[Suggestion, ...]:
    span = whole_of(response)
    if answer.group is not None:
        cluster = clusters[answer.group]
        return (Suggestion(cluster.id, span, cluster.tightness),)
    guesses = answer.guesses if answer.kind is not Kind.DOUBTFUL else answer.guesses[:1]
    return tuple(Suggestion(guess.code or nothing, span, guess.score) for guess in guesses)


def recognition_facts(command: ProposeWave) -> Mapping[str, int]:
    """How many answers a recognition puts where: "certain", "doubtful", "new", and the number of "groups"."""
    clusters = {cluster.id for cluster in command.clusters}
    facts = {"certain": 0, "doubtful": 0, "new": 0, "groups": len(clusters)}
    threshold = command.recognition.threshold
    for _, made in command.suggestions:
        if any(s.group in clusters for s in made):
            facts["new"] += 1
        elif threshold is not None and any(s.score >= threshold for s in made):
            facts["certain"] += 1
        else:
            facts["doubtful"] += 1
    return facts
