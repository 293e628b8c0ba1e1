# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line, in its own script)
"""Which person of the article stands behind a role, a surname or nobody at all: small articles in many languages."""

from __future__ import annotations

import pytest

from docforge.context import Context
from docforge.detect import DetectSettings, detect
from docforge.diagnostics import Report
from docforge.model import Article, QuoteKind
from docforge.reading import read_source

CASES: list[tuple[str, str, list[str | None]]] = [
    (
        "es",
        "El alcalde de Cádiz, Rafael Ponce, presentó ayer el plan.\n\nEl regidor aseguró: «Las obras empiezan en mayo».",
        ["Rafael Ponce"],
    ),
    (
        "fr",
        "Le maire de Saint-Aubin, Luc Perrin, réclame une consultation.\n\n« La facture sera salée », prévient l'édile.",
        ["Luc Perrin"],
    ),
    (
        "pt",
        "O prefeito de Lages, Paulo Reis, abriu a ponte na terça-feira.\n\n“A ponte é de todos”, disse o autarca.",
        ["Paulo Reis"],
    ),
    (
        "ja",
        "長野県の小林誠知事は15日、観光税の導入を表明した。\n\n「自然を守る費用を分かち合ってほしい」と小林知事は述べた。知事は「来年4月の導入を目指す」とも話した。",
        ["小林誠", "小林誠"],
    ),
    (
        "ko",
        '박성우 부산시장은 15일 해상버스 도입 계획을 발표했다.\n\n박 시장은 "바다가 곧 길이 되는 도시를 만들겠다"고 말했다.',
        ["박성우"],
    ),
    (
        "he",
        'שר התחבורה אבי דגן הציג אתמול את התוכנית להקמת הרכבת הקלה.\n\n"נסיים את העבודות בזמן", אמר דגן במסיבת העיתונאים.',
        ["אבי דגן"],
    ),
    (
        "ar",
        "افتتح الوزير الخط الجديد.\n\nمن جهتها، أكدت رئيسة البلدية ليلى منصور أن المشروع «حلم تحقق».",
        ["ليلى منصور"],
    ),
    (
        "sv",
        "Landshövdingen Karin Ekman varnar för vattenbrist i sommar.\n\nLantbrukaren Nils Berg utanför Kalmar håller med.\n\n– Det har inte regnat ordentligt sedan mars, säger han.",
        ["Nils Berg"],
    ),
    (
        "id",
        'Gubernur Jawa Tengah Budi Hartono meresmikan jembatan baru. "Jembatan ini untuk semua," kata Budi.\n\nWarga setempat, Siti Aminah, mengaku senang. "Tidak perlu memutar lagi," ujarnya.',
        ["Budi Hartono", None],
    ),
]


def read(language: str, text: str) -> Article:
    report = Report()
    source = read_source(text + "\n", context=Context.fixed(), report=report)
    return detect(source, DetectSettings(language=language), report=report)


@pytest.mark.parametrize(("language", "text", "persons"), CASES, ids=[case[0] for case in CASES])
def test_the_person_behind_the_speaker(language: str, text: str, persons: list[str | None]) -> None:
    quotes = [q for q in read(language, text).quotes if q.kind in {QuoteKind.DIRECT, QuoteKind.MIXED}]
    assert [quote.person for quote in quotes] == persons


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "El alcalde de Cádiz, Rafael Ponce, presentó ayer el plan.\n\nEl embajador aseguró: «Las obras empiezan en mayo».",
        ),
        ("ja", "長野県の小林誠知事は導入を表明した。\n\n「まだ早い」と田中知事は述べた。"),
        ("ko", '박성우 부산시장은 계획을 발표했다.\n\n김 시장은 "바다가 곧 길이 되는 도시를 만들겠다"고 말했다.'),
        ("zh", "教育部部长李明远介绍了新学期工作安排。\n\n“要让每个孩子都能就近上学。”王部长说。"),
        ("cs", "Ministr Pavel Horák představil reformu.\n\nDen poté přišla odpověď. „Chybí na to lidé,“ řekla ČTK."),
        ("ar", "افتتح الوزير سامي الحداد الخط الجديد.\n\nمن جهتها، أكدت البلدية أن المشروع «حلم تحقق»."),
    ],
    ids=["es", "ja", "ko", "zh", "cs", "ar"],
)
def test_somebody_else_is_not_taken_for_the_person_known(language: str, text: str) -> None:
    known = {entity.name for entity in read(language, text).entities[:1]}
    assert not [quote.person for quote in read(language, text).quotes if quote.person in known]
