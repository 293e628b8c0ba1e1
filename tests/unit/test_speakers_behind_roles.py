# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line, in its own script)
"""Which person of the article stands behind a role, a surname or nobody at all: small articles in many languages."""

from __future__ import annotations

import pytest

from docforge.context import Context
from docforge.detect import DetectSettings, detect
from docforge.detect.vocabulary import gender_of_name
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


PRONOUNS: list[tuple[str, str, list[str | None]]] = [
    (
        "en",
        "Governor Karin Ekman warns of drought.\n\nOrchardist Nils Berg outside Kalmar agrees.\n\n“It has not rained since March,” he says.",
        [None],
    ),
    (
        "pt",
        'O prefeito Jorge Matos recebeu a rendeira. "É um orgulho", disse Matos. A rendeira agradeceu. "Esperei trinta anos", contou.',
        ["Jorge Matos", None],
    ),
    (
        "en",
        "Mayor Tom Rudd presented the budget.\n\nPotter Alice Munn of Harwick was not convinced.\n\n“It will ruin us,” she said. “He never asked us,” she added.",
        [None, None],
    ),
    (
        "en",
        "Prime Minister Hugo Lund met President Maria Sand in Oslo. “We are neighbours,” she said.\n\n“Friends, too,” he said.",
        ["Maria Sand", "Hugo Lund"],
    ),
    (
        "en",
        "In answer to Ann Lee, the member for Westport, the Speaker ruled.\n\n“The house has heard enough,” he told Ann Lee.\n\nAnn Lee said she would not go.",
        [None],
    ),
    (
        "en",
        "Minister Paul Reed opened the talks. The harbour is full, Reed said.\n\nFred Holt of the union walked out. “We wait,” he said.",
        [None],
    ),
    (
        "en",
        "Governor Ann Lee opened the dam.\n\nA farmer spoke next. “We had no water,” the farmer said. “None,” she said.",
        [None, None],
    ),
    (
        "en",
        "Governor Ann Lee opened the dam. The report of the board was late. “It is time,” it said.",
        [None],
    ),
    (
        "de",
        "Der Verkehrsminister Jan Harmsen will die Fähren elektrifizieren.\n\nImker Uwe Plath aus Husum sieht das anders. „Uns hat keiner gefragt“, sagt er.",
        [None],
    ),
    (
        "de",
        "Ministerin Anna Kraus empfing Minister Adam Novak in Dresden. „Wir sind uns einig“, sagte er.",
        ["Adam Novak"],
    ),
    (
        "fr",
        "La ministre Anne Morel a rencontré l'apiculteur Paul Garnier. « On verra », a-t-il répondu.\n\n« Elle est partie », a-t-on dit.",
        [None, None],
    ),
    (
        "ru",
        "Министр Анна Белова приехала в Казань.\n\nЛесник Семён Дубов на открытии не был. «Меня не звали», — сказал он.",
        [None],
    ),
    (
        "uk",
        "Міністерка освіти Олена Гай приїхала до Львова. Гончар мовчав. «Побачимо», – каже він.",
        [None],
    ),
    (
        "es",
        'El presidente Andrés Soto recibió a la presidenta Lucía Vargas. "Queremos paz", dijo ella.',
        ["Lucía Vargas"],
    ),
    (
        "pt",
        'A ministra Inês Faria visitou Évora. O oleiro riu. "Vamos ver", disse ele.',
        [None],
    ),
    (
        "nl",
        'Minister Bart Visser sprak maandag in Ede. De boerin was boos. "Hij heeft geen idee", zei ze.',
        [None],
    ),
    (
        "pl",
        "Premier Marek Nowak przyjął Annę Kalną. Garncarka stała obok. „Nikt nie wyszedł” – powiedziała ona.",
        [None],
    ),
    (
        "sv",
        'Statsminister Erik Lund kom till Visby. Krukmakaren log. "Ingen hälsade", sade hon.',
        [None],
    ),
    (
        "zh",
        "前外交部部长李国华批评了会谈。“没有成果。”李国华说。农民张大山表示：“我们不关心。”他还说，“粮价太低”。",
        ["李国华", None, None],
    ),
    (
        "hi",
        'प्रधानमंत्री विजय सिंह ने भेंट की।\n\nकुम्हार मोहन लाल ने कहा, "हमसे कोई नहीं मिला।" उन्होंने कहा, "हम बाहर खड़े थे।"',
        [None, None],
    ),
]


@pytest.mark.parametrize(("language", "text", "persons"), PRONOUNS)
def test_a_pronoun_is_nobody_where_somebody_else_may_be_meant(
    language: str, text: str, persons: list[str | None]
) -> None:
    quotes = [q for q in read(language, text).quotes if q.kind in {QuoteKind.DIRECT, QuoteKind.MIXED}]
    assert [quote.person for quote in quotes] == persons


@pytest.mark.parametrize(
    ("language", "text", "persons"),
    [
        ("en", "The chairman of the bank, Otto Lang, resigned. “All is well,” a spokesman for Lang said.", [None]),
        ("en", "Prime Minister Hugo Lund left early. “No comment,” Lund's aide said.", [None]),
        ("en", "Captain Jonas Vik scored twice. “He gave us belief,” said goalkeeper Ole Dahl of Vik.", [None]),
        ("en", "Prime Minister Hugo Lund left early. “No comment,” Prime Minister Lund said.", ["Hugo Lund"]),
        ("nl", 'Minister Jan de Wit kwam naar Ede. "De wolf blijft", zei minister De Wit.', ["Jan de Wit"]),
        ("de", "Minister Horst Ebel schweigt. „Er ist gelassen“, sagte Ebels Sprecher.", [None]),
        ("de", "Minister Horst Ebel spricht. „Ich bin gelassen“, sagte Minister Ebel.", ["Horst Ebel"]),
        (
            "ru",
            "Президент Игорь Панин принял гостей. Пресс-секретарь Панина возразил: «Времени не было».",
            [None],
        ),
        ("ru", "Президент Игорь Панин принял гостей. По словам президента Панина, «времени не было».", ["Игорь Панин"]),
        ("uk", "Президент Ігор Панін прийняв гостей. Речниця Паніна заперечила: «Не було часу».", [None]),
        (
            "hi",
            'प्रधानमंत्री विजय सिंह ने भेंट की।\n\nसिंह के प्रवक्ता ने कहा, "समय नहीं था।"',
            [None],
        ),
    ],
)
def test_somebody_of_a_person_is_not_the_person(language: str, text: str, persons: list[str | None]) -> None:
    assert [quote.person for quote in read(language, text).quotes] == persons


def test_lists_of_given_names_tell_men_from_women() -> None:
    genders = [gender_of_name(word) for word in ("Alice", "Олена", "Hugo", "Олег", "Kim", "Andrea", "Harbour")]
    assert genders == ["f", "f", "m", "m", "", "", ""]


@pytest.mark.parametrize(
    ("language", "text", "persons"),
    [
        ("en", "Former president Ivan Marsh is back. “I left in time,” the president said.", [None]),
        ("en", "President Lena Holm is back. “I left in time,” the former president said.", [None]),
        ("en", "Former president Ivan Marsh is back. “I left in time,” the former president said.", ["Ivan Marsh"]),
        (
            "en",
            "Former president Ivan Marsh met President Lena Holm. “He left in time,” the president said.",
            ["Lena Holm"],
        ),
        ("de", "Der frühere Minister Georg Stamm kam. „Das war gut“, sagte der Minister.", [None]),
        ("de", "Der frühere Minister Georg Stamm kam. „Das war gut“, sagte der frühere Minister.", ["Georg Stamm"]),
        ("es", 'El expresidente Juan Vega vino ayer. "Ha mentido", dijo el presidente.', [None]),
        ("vi", 'Cựu bộ trưởng Lê Thị Mai đã đến. "Chúng tôi sẽ giúp", Bộ trưởng nói.', [None]),
        ("ru", "Бывший губернатор Анна Белова приехала. «Поможем», — пообещал губернатор.", [None]),
        ("kk", "Бұрынғы әкім Асқар Жүнісов келді. «Көмек береміз», – деді әкім.", [None]),
    ],
)
def test_who_held_an_office_is_not_who_holds_it(language: str, text: str, persons: list[str | None]) -> None:
    assert [quote.person for quote in read(language, text).quotes] == persons


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "President Lena Holm is back. “I left,” a spokesman for the president said."),
        ("en", "President Lena Holm is back. “I left,” the vice president said."),
        ("de", "Präsidentin Lena Kraus kam. „Ich ging“, sagte der Sprecher der Präsidentin."),
        ("fr", "La présidente Anne Morel est venue. « Bien », a dit le porte-parole de la présidente."),
        ("es", 'El presidente Juan Vega vino. "Bien", dijo la portavoz del presidente.'),
        ("es", 'El presidente Juan Vega vino. "Bien", dijo el vicepresidente.'),
        ("ru", "Президент Игорь Панин приехал. «Да», — сказал пресс-секретарь президента."),
        ("pl", "Prezydent Jan Nowak przyjechał. „Tak” – powiedział rzecznik prezydenta."),
        ("ar", 'استقبل الرئيس كريم سالم نظيره.\n\nوقال المتحدث باسم الرئيس: "اللقاء ناجح".'),
        ("nl", 'President Jan Bos kwam. "Goed", zei de woordvoerder van de president.'),
        ("ja", "小林誠市長は述べた。\n\n「静観する」と市長の報道官は述べた。"),
        ("zh", "市长陈伟出席。\n\n“很好。”市长发言人说。"),
        ("zh", "市长陈伟出席。\n\n“很好。”副市长说。"),
    ],
)
def test_a_role_under_another_is_not_the_other(language: str, text: str) -> None:
    assert [quote.person for quote in read(language, text).quotes] == [None]
