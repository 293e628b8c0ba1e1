# SPDX-License-Identifier: Apache-2.0
"""The body's own kinds: paragraphs, list items, interview turns, preformatted text.

Comes in: a ``Survey``.  Goes out: candidates of kind ``paragraph`` for every passage, and more telling kinds where the
passage shows them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence, Set
from itertools import pairwise

from docforge.detect.boxes import lists_terms
from docforge.detect.candidate import Candidate
from docforge.detect.headline import find_headlines
from docforge.detect.key_points import key_points
from docforge.detect.look import COLON, EDGES, RUNNING, Look, has_numbers, writes_no_stops
from docforge.detect.page_or_copy import clutter_level, is_page
from docforge.detect.page_wording import announces_links, heads_points, is_furniture_phrase, opens_like_link
from docforge.detect.plain_lists import BULLET, opens_item, plain_items
from docforge.detect.printed_twice import says_caption_twice
from docforge.detect.quotation_marks import OPENERS
from docforge.detect.survey import Survey, rows
from docforge.detect.vocabulary import folded, phrases
from docforge.model import TurnRole
from docforge.patterns import FULL_STOPS, has_east_asian, has_unspaced, lazily

__all__ = ["find_body", "opens_answer", "opens_question"]

_DASHES = "—–―-"
_BOXES, _SENTENCE = "□○◇◯", 5
"""What opens the paragraphs of Korean releases; words that a whole sentence has at least."""
_ORDERED = re.compile(
    r"[\s\u3000]{0,8}(?:\(?(?:\d{1,2}|[a-zA-Zа-яА-Я]|[ivxIVX]{1,4})[.)]|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[、．]|[①-⑳]|[（(][一二三四五六七八九十]{1,2}[)）])[\s\u00a0\u3000]{0,8}(?=\S)"
)
_QUESTION = re.compile(
    r"(?:(?:(?:Q|Question|Frage|Pregunta|Pergunta|Domanda|Вопрос|Питання|Soru|السؤال|سؤال|שאלה|질문|问题|問題|質問)\s?#?\d{1,2}"
    r"|Q|Question|Frage|F|P|Pregunta|Pergunta|D|Domanda|V|Вопрос|В|Питання|Сұрақ|S|Soru|السؤال|سؤال|س|سوال|שאלה|ש|प्रश्न|सवाल|Hỏi|Tanya|T|问|問|Q：|질문|문|記者|记者|聞き手)\s?[:：.]|―+|——)\s*"
)
_ANSWER = re.compile(
    r"(?:(?:A|Answer|Antwort|Réponse|R|Respuesta|Resposta|Risposta|О|Ответ|Відповідь|Жауап|C|Cevap|الجواب|جواب|ج|پاسخ|תשובה|ת|उत्तर|जवाब|Đáp|Jawab|J|答|답변|답)\s?[:：.])\s*"
)
_MARKS = ("?", "？", "؟")
_YOU = lazily(
    r"\b(?:you|your|[Dd]u|[Dd]ir|[Dd]ich|[Dd]ein\w*|[Ee]u(?:er|re[mnrs]?)|Sie|Ihr\w*|Ihnen|ihr|[Ee]uch|vous|votre|vos|tu|usted|ustedes|você|lei|Lei|suo|jij|je|u|uw|"
    r"ni|dere|De|вы|вас|вам|вами|Вы|Вас|Вам|ви|сіз\w*|Сіз\w*|siz\w*|pan|pani|Pan\w*|vy|vás|vám|Vy|ön|Ön\w*|anda|Anda)\b"
    r"|您|你|あなた|आप|أنت|أنتم|شما|אתה|אתם"
)
_CERTAIN = 0.88
"""The score of certain running text: what names itself (a label, a dateline) outranks it."""
_QUESTIONS, _ANNOUNCED = 5, 3
"""So many questions make an interview; so many do where a line near the top says that it is one."""
_HEADING = 100
"""Columns that no heading has."""
_TOP = 12
_SAID = 0.7
"""The score of a line that leads into a quotation, and of the quotation."""
_LINK = 0.2
"""The score of an item above everything else."""
_UNKNOWN = 0.25
"""The score of a short line where nothing in the text is page wording: what cannot be placed is text."""
_SPEAKER = re.compile(r"((?:[^\W\d_]{1,3}\.\s?){0,3}[^\W\d_][^:：\n.!?]{1,40})[:：]\s{0,4}(?=\S)")
_SIGNED = 24
"""Columns of a last sentence with a mark of its author or its agency behind the full stop."""
_SIGNED_END = lazily(
    r"[.!?。！？](?:-0-|\([a-zà-žа-я]{2,4}\)|（[^（）\d/]{2,14}）\d{0,8}|【[^【】\d/]{2,14}】|〔[^〔〕\d/]{2,14}〕)$"
)
_SAID_BEHIND = lazily(r"[,.!?…][»”\"“]?\s?[—–―]{1,2}\s[^\W\d_]")
"""The dash behind what is said, before who says it: ``— Техники хватает, — отвечают в мэрии``."""
_REPLIES = 0.6
"""The share of the questions below which the same person speaks."""
_ASKED_AND_ANSWERED = 2
"""So many questions in a row behind dashes, each with its answer, make an interview."""
_LEADING_WORDS = 5
"""Words of a line that leads into the text below it; a label has fewer."""
_BRIEF_SENTENCE, _UNSPACED = 3, 8
"""Words of a sentence that stands alone between two paragraphs, and its columns where no blanks part them."""
_BUTTON_WORDS, _BUTTON = 3, 20
"""Words of an item that is a button, its bullet among them, and its columns."""
_TEASERS = 4
"""So many items in a row between the top of a page and its headline are titles of other stories."""
_BUTTONS = 0.75
"""The share of the items in a row that are as brief as buttons, at least."""
_CUT_BELOW, _CUT_SHORT, _CUT_ON_PAGE, _CUT_WORDS = 2, 24, 60, 6
"""Passages above a last line that was cut short, its columns in clean copy and on pages, and its words, at least."""
_OPENS_REPLY = lazily(r"[—–―-][\s\u00a0]{1,3}\S")
_TRANSCRIPT = 0.6
"""The share of the passages between the first and the last label that a transcript's speakers open."""
_SHOUTED, _MANY_TURNS = 0.35, 5
"""The share where so many labels are in capitals: turns of several paragraphs."""


def find_body(survey: Survey) -> list[Candidate]:
    """Return the readings of every passage as part of the body."""
    out: list[Candidate] = []
    markers = _markers(survey)
    speech, asked = _behind_dashes(survey, markers)
    markers = {index: value for index, value in markers.items() if index not in speech}
    turns = _turn_labels(survey) or asked
    page, items = is_page(survey), plain_items(survey)
    for look in survey.looks:
        if look.prose == 1.0:
            score, note = _CERTAIN, "long, with the end of a sentence in it"
        else:
            score = _CERTAIN * look.prose if look.prose > 0.5 else _short(survey, look, page, items)
            if score < _SAID and (survey.is_introduced(look) or look.index in speech):
                score = _SAID
            sentences = look.sentences
            note = f"{look.words} words, {sentences} sentence(s)" if sentences else f"{look.words} words"
        out.append(Candidate("paragraph", look.index, score, "paragraph.prose", note))
        if look.passage.preformatted:
            out.append(
                Candidate("preformatted", look.index, 0.9, "preformatted.lines", "its line breaks carry meaning")
            )
    links, points = _links(survey, markers), key_points(survey)
    for index, (length, ordered) in markers.items():
        marker = survey.looks[index].text[:length]
        fields = {"marker": marker, "ordered": ordered}
        score = _LINK if index in links else 0.9
        out.append(Candidate("list_item", index, score, "list.marker", f"opens with ‘{marker.strip()}’", fields))
        if index in points:
            out.append(Candidate("key_point", index, score, "list.key-points", "above a byline or date", fields))
    for index, (role, length, note) in turns.items():
        out.append(Candidate("turn", index, 1.08, "turn.label", note, {"role": role, "label_end": length}))
    return out


def _links(survey: Survey, markers: Mapping[int, tuple[int, bool]]) -> Set[int]:
    """Return the items that lead to other stories or are buttons of the page.

    They open the text, or close it right below a label that announces links; buttons are of a word or two, above what
    reads best as the headline, or above the text where page wording is among them.
    """
    links = set(range(_links_on_top(survey, markers)))
    if not markers or not is_page(survey):
        return links
    text = next((look.index for look in survey.running() if look.index not in markers), 0)
    title = max(find_headlines(survey), key=lambda found: found.score, default=None)
    head = title.passage if title is not None else 0
    for run in rows(sorted(index for index, (_, ordered) in markers.items() if not ordered)):
        looks = [survey.looks[index] for index in run]
        if any(look.ends or look.prose >= RUNNING for look in looks):
            continue
        brief = sum(look.words <= _BUTTON_WORDS and look.columns <= _BUTTON for look in looks) >= _BUTTONS * len(looks)
        known = any(is_furniture_phrase(look) or look.text.rstrip()[-1] in ":+" for look in looks)
        buttons = (brief and (run[-1] < head or (known and run[0] < text))) or (
            len(run) >= _TEASERS and run[-1] < head < text and not (run[0] and heads_points(survey.looks[run[0] - 1]))
        )
        if buttons or (run[0] and announces_links(survey.looks[run[0] - 1]) and survey.closes(looks[-1])):
            links.update(run)
    return links


def _links_on_top(survey: Survey, markers: Collection[int]) -> int:
    """Return how many items the text opens with that are no sentences: above a headline they lead to other stories."""
    count = 0
    while count in markers and survey.looks[count].prose < RUNNING:
        count += 1
    return count if count < len(survey.looks) else 0


def _short(survey: Survey, look: Look, page: bool, items: Set[int]) -> float:
    """Return how much a line that is no running text looks like a part of the story.

    *page* is what ``is_page`` says of all, *items* are its ``plain_items``.
    """
    score = _CERTAIN * look.prose
    if COLON in look.signs:  # it may introduce what stands below
        if survey.introduces_quotation(look):
            return max(score, _SAID)
        if _opens_list(survey, look):
            return max(score, 0.6)
    if look.index in items:
        return max(score, 0.6)
    if look.columns >= _SIGNED and _SIGNED_END.search(look.text, max(0, len(look.text) - 40)):
        return max(score, _SAID)  # a sentence and who wrote it
    if lists_terms(look) and survey.is_amid(look):
        return max(score, 0.6)  # the line-up of a team
    if _breaks_off(survey, look):
        return max(score, _SAID)
    level = clutter_level(survey)
    if not page and survey.closes(look) and survey.looks[look.index - 1].prose >= 0.6 and writes_no_stops(look.text):
        return max(score, 0.55)
    if level < 0.1 and has_numbers(look):
        score = max(score, 0.55)  # a row of figures in clean copy is part of the story
    elif not page and _belongs(survey, look):
        score = max(score, 0.55)
    elif not level and survey.is_amid(look):
        score = max(score, _UNKNOWN)
    elif page and _is_amid_sentences(survey, look):
        score = max(score, 0.55)
    return score


def _breaks_off(survey: Survey, look: Look) -> bool:
    """Say whether the last line of all is a paragraph cut short: a sentence begins right below running text."""
    short = _CUT_ON_PAGE if is_page(survey) else _CUT_SHORT
    short = short if look.cased else short // 2
    if look.index != len(survey.looks) - 1 or look.index < _CUT_BELOW or look.ends or look.columns < short:
        return False
    above = survey.looks[look.index - 1]
    if above.prose < RUNNING or not above.ends or is_furniture_phrase(look) or opens_like_link(look):
        return False
    if survey.states_day(look) or any(map(str.isdigit, look.text)):
        return False
    words = look.text.split()
    if not look.cased:
        return len(words) >= _CUT_WORDS or has_unspaced(look.text) or has_east_asian(look.text)
    opens = words[0][0].isupper() or words[0][0] in OPENERS
    if not opens or len(words) < _CUT_WORDS or 2 * sum(word[0].islower() for word in words) <= len(words):
        return False
    last = words[-1]  # a caption closes with a word, mostly one that the text has too
    near = (other.text for other in survey.looks[: look.index] if last in other.text)
    return not any(last == word.strip(EDGES) for text in near for word in text.split())


def _is_amid_sentences(survey: Survey, look: Look) -> bool:
    """Say whether a brief sentence stands between paragraphs of a page or below the last, or a line leads on there."""
    if not survey.runs_at(look.index - 1):
        return False
    if survey.runs_at(look.index + 1):
        return _is_brief_sentence(look) or _leads_on(look)
    return survey.closes(look) and _is_brief_sentence(look)


def _is_brief_sentence(look: Look) -> bool:
    """``Some farmers disagreed.``: buttons have no full stop; what breaks off or is abbreviated has another inside."""
    text = look.text.rstrip()
    if text[-1] not in FULL_STOPS or not (text[0].isupper() if look.cased else text[0].isalpha()):
        return False
    if look.words < _BRIEF_SENTENCE and not (has_unspaced(text) and look.columns >= _UNSPACED):
        return False
    return "." not in text[text.rfind(" ") : -1]


def _leads_on(look: Look) -> bool:
    """Say whether a line leads into the passage below with a colon."""
    return look.text.rstrip()[-1:] in ":：" and look.words >= _LEADING_WORDS and not opens_like_link(look)


def opens_question(look: Look) -> bool:
    """Say whether a passage opens with the label of a question: ``Q:``, ``Frage:``, ``問：``."""
    return _QUESTION.match(look.text) is not None


def opens_answer(text: str) -> bool:
    """Say whether *text* opens with the label of an answer that names nobody: ``A:``, ``Antwort:``, ``答：``."""
    return _ANSWER.match(text) is not None


def _opens_list(survey: Survey, look: Look) -> bool:
    """``Key facts:`` above items."""
    below = survey.introduced_below(look)
    return below is not None and (opens_item(below) or below.index in plain_items(survey))


def _belongs(survey: Survey, look: Look) -> bool:
    """Say whether a short line leads into what follows or stands in a table."""
    if look.text.rstrip()[-1:] in ":：,،，;；—":
        below = survey.below(look)
        if look.words >= 4 or (below is not None and below.passage.preformatted):
            return True
    near = survey.looks[max(0, look.index - 1) : look.index + 2]
    return any(n is not look and n.prose < RUNNING and has_numbers(n) and not survey.dates(n) for n in near)


def _markers(survey: Survey) -> dict[int, tuple[int, bool]]:
    """Return the marker of each list item; a lone marker makes no list, and dialogue dashes need short company."""
    found: dict[int, tuple[int, bool]] = {}
    for look in survey.looks:
        text = look.text
        if text[0].isalpha() and "." not in (near := text[1:6]) and ")" not in near and "、" not in near:
            continue  # neither a bullet nor a letter or number with its point
        head = text[:12]
        match = BULLET.match(head)
        ordered = False
        if match is None:
            match = _ORDERED.match(head)
            ordered = match is not None
        if match is not None and (_starts_list(head, match) if ordered else not _opens_no_item(look)):
            found[look.index] = (match.end(), ordered)
    if len(found) < 2:
        return {}
    found = {index: value for index, value in found.items() if not says_caption_twice(survey, survey.looks[index])}
    return {
        index: value
        for index, value in found.items()
        if any(other in found and found[other][1] == value[1] for other in (index - 1, index + 1))
    }


def _opens_no_item(look: Look) -> bool:
    """Say whether dashes stand on both sides of a line, as around Korean decks, or a box opens whole sentences."""
    text = look.text.rstrip()
    return (text[0] in _DASHES and text[-2:-1].isspace() and text[-1] in _DASHES) or (
        text[0] in _BOXES and look.ends and look.words >= _SENTENCE
    )


def _behind_dashes(
    survey: Survey, markers: Mapping[int, tuple[int, bool]]
) -> tuple[frozenset[int], dict[int, tuple[TurnRole, int, str]]]:
    """Return the passages that a dash opens as speech, and the turns among them where questions are answered.

    Items of a list are none: speech is said by somebody behind a second dash, or asks and answers.
    """
    speech: set[int] = set()
    turns: dict[int, tuple[TurnRole, int, str]] = {}
    opened = (look.index for look in survey.looks if look.text[0] in _DASHES and _opens_speech(look, markers))
    for run in rows(opened):
        looks = [survey.looks[index] for index in run]
        asking = [look.text.rstrip().endswith(_MARKS) for look in looks]
        answered = sum(asks and not replies for asks, replies in pairwise(asking))
        if any(look.ends and _SAID_BEHIND.search(look.text, 3) for look in looks):
            speech.update(run)
        elif answered >= _ASKED_AND_ANSWERED and all(look.ends for look in looks):
            speech.update(run)
            roles = [TurnRole.QUESTION if asks else TurnRole.ANSWER for asks in asking]
            turns.update({look.index: (role, 0, "a dash opens it") for look, role in zip(looks, roles, strict=True)})
    return frozenset(speech), turns


def _opens_speech(look: Look, markers: Mapping[int, tuple[int, bool]]) -> bool:
    """Say whether the dash at the head of a line is a marker, or stands right before a word as Spanish sets it."""
    return look.index in markers or (look.text[0] in "—–" and look.text[1:2] not in _DASHES and len(look.text) > 2)


def _starts_list(head: str, match: re.Match[str]) -> bool:
    """Say whether a number or letter with its point is a marker: ``1.5`` and ``U.N.`` are none."""
    if match.end() <= match.start():
        return False
    if head[match.end() - 1] in " \u00a0\u3000\t、．" or match.end() - match.start() == 1:
        return True
    return not head[match.end() : match.end() + 1].isdigit() and not head[match.end() - 2].isalpha()


def _turn_labels(survey: Survey) -> dict[int, tuple[TurnRole, int, str]]:
    """Return question and answer labels when the text has both, or two speakers that take turns."""
    questions: dict[int, int] = {}
    answers: dict[int, int] = {}
    speakers: dict[str, list[tuple[int, int]]] = {}
    for look in survey.looks:
        text = look.text
        marked = "." in text[1:14] or text[0] in "—―"
        if not marked and COLON not in look.signs:
            continue
        head = text[:60]
        if not (marked or ":" in head or "：" in head):
            continue
        asked, answered = _QUESTION.match(head), _ANSWER.match(head)
        if asked is not None:
            questions[look.index] = asked.end()
        elif answered is not None:
            answers[look.index] = answered.end()
        speaker = _SPEAKER.match(head)
        if speaker is not None and len(speaker[1].split()) <= 5 and not _other_label(speaker[1]):
            speakers.setdefault(speaker[1].strip().casefold(), []).append((look.index, speaker.end()))
    speakers = {name: places for name, places in speakers.items() if not _signs(survey, name, places)}
    if len(questions) >= 2 and len(answers) < 2:
        answers |= _replies(questions, speakers)
    if len(questions) >= 2 and (len(answers) >= 2 or _dashes(survey, questions)):
        out = {i: (TurnRole.QUESTION, n, "a question's label") for i, n in questions.items()}
        out.update({i: (TurnRole.ANSWER, n, "an answer's label") for i, n in answers.items()})
        return out
    # Two who speak much may be only some of those who speak.
    told = max(_alternating(survey, speakers), _transcript(survey, speakers), key=len) if speakers else {}
    return told or _unlabelled(survey)


def _replies(questions: Mapping[int, int], speakers: Mapping[str, list[tuple[int, int]]]) -> dict[int, int]:
    """Return the labels of the one who speaks below most of the *questions*: ``Question 1: …``, ``Ann Lee: …``."""
    for places in speakers.values():
        below = sum(index - 1 in questions for index, _ in places)
        if below >= 2 and below >= _REPLIES * len(questions):
            return dict(places)
    return {}


def _transcript(survey: Survey, speakers: dict[str, list[tuple[int, int]]]) -> dict[int, tuple[TurnRole, int, str]]:
    """Turns of three or more speakers whose labels open most of the passages, such as a press conference has."""
    turns = {index: (name, length) for name, places in speakers.items() for index, length in places}
    returning = sum(len(places) >= 2 for places in speakers.values())
    # Labels in capitals are none of a list: there three turns of two speakers will do.
    shouted = all(survey.looks[index].text[: length - 1].isupper() for index, (_, length) in turns.items())
    if not (shouted and len(turns) >= 3 and len(speakers) >= 2 and returning) and (len(turns) < 5 or returning < 2):
        return {}
    spoken = [look for look in survey.looks[min(turns) : max(turns) + 1] if look.prose >= 0.5 or look.index in turns]
    least = _SHOUTED if shouted and len(turns) >= _MANY_TURNS and returning >= 2 else _TRANSCRIPT
    if len(turns) < least * len(spoken):
        return {}
    return _turns(survey, speakers, "speaks")


def _turns(
    survey: Survey, speakers: dict[str, list[tuple[int, int]]], does: str
) -> dict[int, tuple[TurnRole, int, str]]:
    """Return the turns of *speakers*; who mostly ends with a question is the one who asks."""
    turns: dict[int, tuple[TurnRole, int, str]] = {}
    for name, places in speakers.items():
        asked = sum(survey.looks[index].text.rstrip().endswith(_MARKS) for index, _ in places)
        role = TurnRole.QUESTION if 2 * asked > len(places) else TurnRole.ANSWER
        turns.update({index: (role, length, f"‘{name}’ {does}") for index, length in places})
    return turns


def _unlabelled(survey: Survey) -> dict[int, tuple[TurnRole, int, str]]:
    """Questions of an interview without labels: many, addressed to somebody, answered below in running text."""
    asked = [look for look in survey.looks if look.columns <= 320 and look.text.rstrip()[-1] in _MARKS]
    replied = [look for look in asked if _is_replied_to(survey, look)]
    if len(replied) >= _ASKED_AND_ANSWERED and len(replied) >= _REPLIES * len(asked):
        return {q.index: (TurnRole.QUESTION, 0, "a question that a dash answers") for q in replied}
    announced = len(asked) < _QUESTIONS
    if len(asked) < _ANNOUNCED or (announced and not _says_interview(survey)):
        return {}
    following = [survey.looks[q.index + 1] for q in asked if q.index + 1 < len(survey.looks)]
    answered = sum(1 for a in following if a.prose >= 0.5 and not a.text.rstrip().endswith(_MARKS))
    personal = sum(1 for q in asked if _YOU.search(q.text)) + sum(1 for a in following if a.text[:1] in '„“"«»「')
    spoken = any(q.columns > _HEADING for q in asked)  # headings that ask are shorter
    if answered < 0.7 * len(asked) or personal < (1 if announced else (0.5 if spoken else 0.7) * len(asked)):
        return {}
    return {q.index: (TurnRole.QUESTION, 0, "a question put to somebody") for q in asked}


def _is_replied_to(survey: Survey, look: Look) -> bool:
    """Say whether one passage below a question opens with a dash, as answers do in the North; two are a list."""
    if look.text[0] in _DASHES:
        return False
    reply, behind = (survey.looks[look.index + step : look.index + step + 1] for step in (1, 2))
    opens = [bool(those) and _OPENS_REPLY.match(those[0].text) is not None for those in (reply, behind)]
    return opens == [True, False]


def _says_interview(survey: Survey) -> bool:
    """Say whether a line near the top calls the text an interview."""
    words = phrases("byline", "interview")
    return any(any(map(look.fold.__contains__, words)) for look in survey.looks[:_TOP] if look.fold)


def _other_label(words: str) -> bool:
    """Say whether a label before a colon names a source, a picture or an author rather than a speaker."""
    fold = folded(words)
    uses = (("signoff", "source_label"), ("credits", "label"), ("signoff", "editors_note"))
    return any(fold in phrases(table, use) for table, use in uses)


def _signs(survey: Survey, name: str, places: Sequence[tuple[int, int]]) -> bool:
    """Say whether a label is a byline's, ``Reporter: Ann Lee``; a reporter who takes turns asks."""
    if folded(name) not in phrases("byline", "label"):
        return False
    return not any(survey.looks[index].text.rstrip().endswith(_MARKS) for index, _ in places)


def _dashes(survey: Survey, questions: dict[int, int]) -> bool:
    """Say whether three questions or more are asked, none of them behind a number, as headings are."""
    return len(questions) >= 3 and all(
        ("?" in (text := survey.looks[i].text) or "？" in text) and not any(map(str.isdigit, text[:end]))
        for i, end in questions.items()
    )


def _alternating(survey: Survey, speakers: dict[str, list[tuple[int, int]]]) -> dict[int, tuple[TurnRole, int, str]]:
    frequent = {name: places for name, places in speakers.items() if len(places) >= 2}
    if len(frequent) != 2:
        return {}
    first, second = frequent.values()
    return {} if abs(len(first) - len(second)) > 2 else _turns(survey, frequent, "takes turns")
