# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a case is a line)
"""Who made a picture and who gave it out, where a caption ends, and which lines beside a credit are none."""

from __future__ import annotations

import pytest
from tests.support.detection import article, surveyed

from docforge.detect.credits import find_credits
from docforge.detect.makers import closes_with_mark, split_maker
from docforge.model import Article, Caption, CreditLine, Furniture, Paragraph, Subheadline, Tagline

EN = (
    "The ferry sails again after the storm",
    "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole.",
    "Two tugs and a crane have been at work since then, and the last stones were laid on Friday evening in the rain.",
    "Passengers who had bought a ticket for the missing days can have their money back until the end of the month.",
)
PL = (
    "Rok minie, zanim most nad Jodłą znów otworzy się dla ruchu",
    "Zarząd dróg poinformował w poniedziałek, że most nad rzeką Jodłą zostanie otwarty dopiero za rok, bo podpory są w złym stanie.",
    "Mieszkańcy dojeżdżają teraz do pracy okrężną drogą, a autobusy kursują co dwie godziny, mówi burmistrz miasta.",
    "Remont ma kosztować osiem milionów złotych i zostanie sfinansowany z budżetu państwa oraz gminy, dodał rzecznik.",
)
ID = (
    "Warga desa membangun kembali jembatan bambu yang hanyut",
    "Warga desa di tepi sungai mulai membangun kembali jembatan bambu yang hanyut diterjang banjir pekan lalu, kata kepala desa, Senin.",
    "Pemerintah kabupaten menjanjikan bantuan bahan bangunan sebelum akhir bulan ini agar anak-anak dapat kembali bersekolah.",
    "Sampai jembatan selesai, warga menyeberangi sungai dengan rakit yang dibuat bersama-sama oleh penduduk.",
)
RU = (
    "Мост через Берёзовку закроют на семь месяцев",
    "Мост через реку Берёзовку закроют на ремонт первого апреля, сообщила в пятницу администрация города.",
    "Жители левого берега просят власти построить временную переправу, потому что объезд занимает больше часа.",
    "Подрядчик обещает закончить работы до ноября, стоимость ремонта составит сорок миллионов рублей.",
)
ZH = (
    "青山镇新建步行桥周末开放通行",
    "青山镇政府周五宣布，横跨柳河的新步行桥将于周末正式开放，居民可以步行到对岸的市场。",
    "这座桥的建设历时两年，总投资约三千万元，由镇政府和省交通厅共同出资。",
    "当地居民李女士说，以前过河要绕行五公里，现在只需要走十分钟。",
)
JA = (
    "青柳市の「ゆうひ橋」が完成、週末に開通へ",
    "青柳市は金曜日、柳川に架かる新しい歩道橋「ゆうひ橋」が完成し、週末に開通すると発表した。",
    "橋の建設には二年がかかり、総工費は約三億円で、市と県が共同で負担した。",
    "近くに住む女性は「これまで対岸へ行くのに遠回りしていたので、とても助かる」と話した。",
)
KO = (
    "푸른시 새솔육교 주말 개통",
    "푸른시는 금요일 새솔천을 가로지르는 새솔육교가 완공돼 주말에 개통한다고 밝혔다.",
    "육교 건설에는 2년이 걸렸으며 총사업비는 약 30억원으로 시와 도가 공동으로 부담했다.",
    "인근 주민은 그동안 건너편으로 가려면 한참 돌아가야 했는데 이제 훨씬 편해졌다고 말했다.",
)


def under(story: tuple[str, ...], *lines: str) -> Article:
    return article(story[0], *lines, *story[1:])


def amid(story: tuple[str, ...], *lines: str) -> Article:
    return article(story[0], story[1], *lines, *story[2:])


def of(found: Article, kind: type) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, kind)]


def made(found: Article) -> list[tuple[str | None, str | None]]:
    return [(block.creator, block.provider) for block in found.blocks if isinstance(block, CreditLine)]


def _read(*lines: str) -> Article:
    return article(*lines, between="\n\n")


@pytest.mark.parametrize(
    ("rest", "maker", "provider"),
    [
        ("John Carter/AP", "John Carter", "AP"),
        ("AP/John Carter", "John Carter", "AP"),
        ("ČTK / Petr Novák", "Petr Novák", "ČTK"),
        ("HINA/ Ivan Horvat", "Ivan Horvat", "HINA"),
        ("APA/AFP/Ann Lee", "Ann Lee", "APA/AFP"),
        ("AP Photo/Ann Lee, File", "Ann Lee", "AP Photo"),
        ("ANTARA FOTO/Budi Santoso/rwa", "Budi Santoso", "ANTARA FOTO"),
        ("AFP/Getty Images", None, "AFP/Getty Images"),
        ("Ann Lee/AFP/Getty Images", "Ann Lee", "AFP/Getty Images"),
        ("Getty Images for Harbour Post", None, "Getty Images for Harbour Post"),
        ("Ann Lee for Harbour Post", "Ann Lee", "Harbour Post"),
        ("Ann Lee/Harbour Post", "Ann Lee", "Harbour Post"),
        ("J. Müller. Söhne", "J. Müller. Söhne", None),
        ("記者林佳蓉攝", "林佳蓉", None),
        ("新华社记者 李雨晴 摄", "李雨晴", "新华社"),
        ("撮影・高瀬真理子", "高瀬真理子", None),
        ("＝青柳市提供", "青柳市", None),
        ("푸른시 제공. 재판매 및 DB 금지", "푸른시", None),
        ("연합뉴스 제공", None, "연합뉴스"),
        ("홍길동 기자", "홍길동", None),
        ("記者クラブ提供", "記者クラブ", None),
    ],
)
def test_a_known_agency_provides_on_either_side_and_marks_are_no_part_of_a_name(
    rest: str, maker: str | None, provider: str | None
) -> None:
    assert split_maker(rest) == (maker, provider)


@pytest.mark.parametrize("text", ["青柳市提供", "高瀬真理子撮影", "李雨晴 摄", "푸른시 제공"])
def test_a_mark_closes_the_name_of_a_maker(text: str) -> None:
    assert closes_with_mark(text)


@pytest.mark.parametrize("text", ["市民に食事を提供", "橋の上で撮影", "시민에게 음식을 제공", "橋の写真"])
def test_a_verb_behind_a_particle_is_no_mark(text: str) -> None:
    assert not closes_with_mark(text)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Fot. Paweł Zieliński", ("Paweł Zieliński", None)),
        ("fot. Paweł Zieliński/PAP", ("Paweł Zieliński", "PAP")),
        ("(fot. Paweł Zieliński)", ("Paweł Zieliński", None)),
        ("zdj. Paweł Zieliński", ("Paweł Zieliński", None)),
        ("Foto Paweł Zieliński / PAP", ("Paweł Zieliński", "PAP")),
    ],
)
def test_a_label_cut_short_names_the_maker(line: str, names: tuple[str | None, str | None]) -> None:
    assert made(under(PL, line)) == [names]


@pytest.mark.parametrize(
    "line",
    [
        "Wolontariusze sprzątają brzeg rzeki, fot. Paweł Zieliński",
        "Wolontariusze sprzątają brzeg rzeki. Fot. Paweł Zieliński",
    ],
)
def test_a_caption_closes_with_a_label_cut_short(line: str) -> None:
    found = under(PL, line)
    assert of(found, CreditLine) == [line[line.lower().rindex("fot.") :]]
    assert len(of(found, Caption)) == 1
    assert made(found) == [("Paweł Zieliński", None)]


@pytest.mark.parametrize(
    "line",
    [
        "Wójt pisze do starosty w sprawie fot. radaru przy moście w Zawadzie",
        "Mieszkańcy pytają o zdj. z mostu, które zrobiła policja w nocy",
        "Fotograf Paweł Zieliński mieszka od lat nad rzeką",
    ],
)
def test_a_word_cut_short_amid_a_sentence_labels_nothing(line: str) -> None:
    assert not of(amid(PL, line), CreditLine)


@pytest.mark.parametrize("line", ["Photo by Ann Lee", "Foto von Ann Lee", "Video courtesy of Ann Lee"])
def test_the_whole_name_behind_photo_by_is_the_maker(line: str) -> None:
    assert made(under(EN, line)) == [("Ann Lee", None)]


@pytest.mark.parametrize("story", [EN, PL])
def test_a_sentence_above_a_credit_amid_the_text_is_its_caption(story: tuple[str, ...]) -> None:
    line = (
        "Volunteers rake the shingle below the mole."
        if story is EN
        else "Wolontariusze sprzątają brzeg rzeki od strony miasta."
    )
    credit = "Photo: John Smith" if story is EN else "Fot. Paweł Zieliński"
    assert of(amid(story, line, credit), Caption) == [line]
    assert of(article(*story, line, credit), Caption) == []  # there the last paragraph stands above it


@pytest.mark.parametrize(
    ("story", "caption", "credit", "names"),
    [
        (JA, "完成した「ゆうひ橋」", "（青柳市提供）", ("青柳市", None)),
        (JA, "完成した「ゆうひ橋」", "＝青柳市提供", ("青柳市", None)),
        (JA, "完成した「ゆうひ橋」", "（高瀬真理子撮影）", ("高瀬真理子", None)),
        (ZH, "青山鎮步行橋外觀。", "圖／青山鎮公所提供", ("青山鎮公所", None)),
        (ZH, "步行橋外觀。", "（圖／記者林佳蓉攝）", ("林佳蓉", None)),
        (ZH, "图为新步行桥。", "人民日报记者李雨晴摄", ("李雨晴", "人民日报")),
        (ZH, "图为新步行桥。", "李雨晴 摄", ("李雨晴", None)),
        (KO, "새솔육교 전경.", "사진=푸른시 제공", ("푸른시", None)),
        (KO, "새솔육교 전경", "[푸른시 제공. 재판매 및 DB 금지]", ("푸른시", None)),
        (KO, "새솔육교 전경", "[촬영 홍길동]", ("홍길동", None)),
        (
            ID,
            "Warga menyeberangi sungai dengan rakit bambu.",
            "ANTARA FOTO/Budi Santoso/rwa.",
            ("Budi Santoso", "ANTARA FOTO"),
        ),
    ],
)
def test_a_caption_is_cut_before_its_credit(
    story: tuple[str, ...], caption: str, credit: str, names: tuple[str | None, str | None]
) -> None:
    blank = " " if story in (KO, ID) else ""
    found = under(story, caption + blank + credit)
    assert (of(found, Caption), of(found, CreditLine)) == ([caption], [credit])
    assert made(found) == [names]


@pytest.mark.parametrize(
    ("story", "line"),
    [
        (JA, "市民に無料で食事を提供"),
        (JA, "新しい橋の写真を市が提供"),
        (JA, "柳川の環境を守る（市が資料を提供）"),
        (EN, "The mole will be mended by May, the office said. dpa/ab."),
        (EN, "The price is given in pounds/tons."),
    ],
)
def test_a_verb_or_initials_at_the_end_are_no_credit(story: tuple[str, ...], line: str) -> None:
    assert not of(amid(story, line), CreditLine)


def test_names_with_slashes_and_a_stop_at_the_end_of_the_text_are_no_caption() -> None:
    assert not of(article(*EN, "The mole will be mended by May, the office said. Ann Lee/AP."), Caption)


def test_a_deck_stands_below_the_facts_of_an_article() -> None:
    deck = "Ремонт продлится семь месяцев, жители требуют временную переправу"
    found = under(RU, "14 марта 2025, 8:15", "Ольга Семёнова", "Фото: Пётр Заварзин", deck)
    assert of(found, Subheadline) == [deck]


def test_what_the_text_does_not_repeat_is_still_a_caption_there() -> None:
    caption = "Волонтёры собрали на пляже сорок мешков старых бутылок"
    found = under(RU, "14 марта 2025, 8:15", "Ольга Семёнова", "Фото: Пётр Заварзин", caption)
    assert of(found, Caption) == [caption]


def test_a_short_line_below_date_and_credit_is_still_a_caption() -> None:
    caption = "The ferry at the mole after the storm"
    assert of(under(EN, "5 March 2024", "Photo: John Carter", caption), Caption) == [caption]


@pytest.mark.parametrize(("line", "credits"), [("＝青柳市提供", 1), ("＝共同", 0)])
def test_a_mark_behind_a_sign_is_a_credit_alone_where_it_says_so(line: str, credits: int) -> None:
    assert len(of(amid(JA, line), CreditLine)) == credits


@pytest.mark.parametrize(
    ("story", "line", "credit"),
    [
        (RU, "«Мы довольны», — сказал он.", "Фото: Иван Сидоров / ТАСС"),
        (RU, "— Мы довольны мостом, — сказал он.", "Фото: Иван Сидоров / ТАСС"),
        (EN, "“We are glad,” said Ann Lee.", "Photo: John Carter / AP"),
    ],
)
def test_a_quotation_and_who_said_it_is_no_caption(story: tuple[str, ...], line: str, credit: str) -> None:
    assert line in of(article(*story, line, credit), Paragraph)
    assert line in of(amid(story, line, credit), Paragraph)


def test_a_title_in_quotation_marks_may_open_a_caption() -> None:
    line = "“The Mole” passes the harbour on Monday."
    assert of(amid(EN, line, "Photo: John Carter / AP"), Caption) == [line]


@pytest.mark.parametrize("label", ["字体", "字号", "【字体"])
def test_the_source_above_the_text_credits_no_picture(label: str) -> None:
    sizes = f"{label}：小 中 大"
    found = under(ZH, "2024年3月5日 08:15", "来源：新华网", sizes)
    assert of(found, Tagline) == ["来源：新华网"]
    assert of(found, Furniture) == [sizes]
    assert not of(found, CreditLine)


def test_a_source_amid_the_text_still_credits_a_graphic() -> None:
    found = article(*EN[:2], "Source: Harbour Office", *EN[2:], *EN[2:])
    assert of(found, CreditLine) == ["Source: Harbour Office"]


def test_a_sentence_about_letters_is_no_page_wording() -> None:
    line = "字体设计师李女士说，这种字体用于桥上的路牌，老人也能看清楚。"
    assert line in of(amid(ZH, line), Paragraph)


@pytest.mark.parametrize(
    ("story", "caption", "credit", "names"),
    [
        (
            RU,
            "Волонтёры убирают берег реки",
            "Мария Лунина / «Берёзовский вестник»",
            ("Мария Лунина", "«Берёзовский вестник»"),
        ),
        (EN, "Volunteers rake the shingle", "Ann Lee / “Harbour Post”", ("Ann Lee", "“Harbour Post”")),
    ],
)
def test_an_outlet_in_quotation_marks_behind_a_person_is_a_credit(
    story: tuple[str, ...], caption: str, credit: str, names: tuple[str, str]
) -> None:
    found = amid(story, caption, credit)
    assert of(found, Caption) == [caption]
    assert made(found) == [names]


@pytest.mark.parametrize(
    "line", ["Ferry / “Harbour Post”", "The old mole / “Harbour Post”", "Ann Lee reads / “Harbour Post” and waits"]
)
def test_an_outlet_in_quotation_marks_behind_anything_else_is_none(line: str) -> None:
    assert not of(amid(EN, line), CreditLine)


def test_a_person_and_an_outlet_below_the_text_sign_it() -> None:
    assert article(*EN, "Ann Lee / “Harbour Post”").authors == ("Ann Lee",)


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The widow says hay is the only option. (ABC News: Ann Lee)", "(ABC News: Ann Lee)"),
        ("De schapen lagen verspreid. © Foto: Anna Vik", "© Foto: Anna Vik"),
        ("LP/Anne Leroy", "LP/Anne Leroy"),
        ("DR", "DR"),
        ("Quelle: hafen.media/Anna Lehner", "Quelle: hafen.media/Anna Lehner"),
    ],
)
def test_houses_before_names_and_signs_before_credits(line: str, credit: str) -> None:
    lead = (
        "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
    )
    found = _read("The ferry sails again after the storm", lead, line, lead, lead)
    assert [block.text.strip() for block in found.blocks if isinstance(block, CreditLine)] == [credit]


@pytest.mark.parametrize(
    "line", ["The captain wrote so. (Letter: No ferry today)", "AB/CD", "UN/Harbour Office of Norrstad"]
)
def test_other_brackets_and_strokes_credit_nothing(line: str) -> None:
    lead = (
        "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
    )
    found = _read("The ferry sails again after the storm", lead, line, lead, lead)
    assert not any(isinstance(block, CreditLine) for block in found.blocks)


@pytest.mark.parametrize(
    ("line", "maker", "provider"),
    [
        ("The widow says hay is the only option. (ABC News: Ann Lee)", "Ann Lee", "ABC News"),
        ("Quelle: hafen.media/Anna Lehner", "Anna Lehner", "hafen.media"),
        ("The ferry leaves the old mole for the last time, photo by Ann Lee", "Ann Lee", None),
        ("The ferry leaves the old mole for the last time © Ann Lee / Getty Images", "Ann Lee", "Getty Images"),
        ("Top photo by Ann Lee", "Ann Lee", None),
    ],
)
def test_maker_and_provider_stand_without_labels(line: str, maker: str, provider: str | None) -> None:
    lead = (
        "The harbour office said on Monday that the ferry will sail again, three weeks after the storm broke the mole."
    )
    found = _read("The ferry sails again after the storm", lead, line, lead, lead)
    credit = next(block for block in found.blocks if isinstance(block, CreditLine))
    assert (credit.creator, credit.provider) == (maker, provider)


@pytest.mark.parametrize(
    "line",
    [
        "Beitragsbild: Anna Berg / Hafenarchiv",
        "Titelbild: Anna Berg",
        "Featured image: Ann Lee / Harbour Archive",
        "Image à la une : Anne Leroy",
        "Imagen de portada: Ana Ruiz",
        "Immagine di copertina: Anna Riva",
    ],
)
def test_words_for_the_picture_on_top_label_a_credit(line: str) -> None:
    assert [one.text for one in article(EN[0], *EN[1:], line).blocks if isinstance(one, CreditLine)] == [line]


@pytest.mark.parametrize(
    "line", ["The title picture shows the mole: it broke.", "Ein Beitragsbild zeigt die Mole: sie brach."]
)
def test_sentences_with_such_words_are_text(line: str) -> None:
    assert [one.KIND for one in article(*EN[:3], line, EN[3], EN[1]).blocks if one.text == line] == ["paragraph"]


@pytest.mark.parametrize("line", ["(Bild:\u00a0 )", "(Photo: )", "HomeContactImprint© 2019", "Harbour works © 2019"])
def test_labels_and_signs_with_nobody_behind_them_credit_nothing(line: str) -> None:
    assert [one for one in article(*EN[:3], line, EN[3], EN[1]).blocks if isinstance(one, CreditLine)] == []


@pytest.mark.parametrize("line", ["(Bild: Anna Berg)", "The old mole © 2019 Anna Berg", "The old mole © Anna Berg"])
def test_with_a_name_behind_them_they_do(line: str) -> None:
    assert [one.creator for one in article(*EN[:3], line, EN[3], EN[1]).blocks if isinstance(one, CreditLine)] == [
        "Anna Berg"
    ]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Storms on the sound since 1950 (Source: Harbour Office)", EN),
        ("新步行桥开放当天 （来源：青山视频）", ZH),
    ],
)
def test_a_source_in_brackets_closes_a_caption_amid_the_text(line: str, text: tuple[str, ...]) -> None:
    found = article(*text[:2], line, *text[2:])
    assert line not in [block.text for block in found.blocks if isinstance(block, Paragraph)]
    assert any(isinstance(block, CreditLine) for block in found.blocks)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The storms on the sound have become fewer since 1950 (source: Harbour Office).", EN),
        ("There were fewer storms last year than ever! (Source: Harbour Office)", EN),
        ("这座桥的建设历时两年。（来源：青山网）", ZH),
    ],
)
def test_a_sentence_keeps_its_source_in_brackets(line: str, text: tuple[str, ...]) -> None:
    found = article(*text[:2], line, *text[2:])
    assert not any(isinstance(block, CreditLine | Caption) for block in found.blocks)


@pytest.mark.parametrize("line", ["图片来自网络", "图片均来自青山视频", "题图来自青山图库"])
def test_where_pictures_are_from_is_their_credit(line: str) -> None:
    found = article(*ZH[:3], line, ZH[3])
    assert line in [block.text for block in found.blocks if isinstance(block, CreditLine)]


@pytest.mark.parametrize(
    "line", ["图片来自网络，居民李女士说，这座桥和照片里的一样漂亮。", "图片里的桥比以前漂亮，李女士说。"]
)
def test_a_sentence_about_pictures_is_text(line: str) -> None:
    found = article(*ZH[:3], line, ZH[3])
    assert line in [block.text for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("line", ["Photos: Hundreds of unseen old ships", "PHOTOS: What the storm left behind it"])
def test_links_to_galleries_above_the_headline_credit_nobody(line: str) -> None:
    found = article(line, "Photos: Home", EN[0], "By Ann Lee", *EN[1:])
    assert line not in [block.text for block in found.blocks if isinstance(block, CreditLine)]


@pytest.mark.parametrize("line", ["Photos: Ann van der Lee and Tom Reed", "Photos: courtesy of the old harbour office"])
def test_makers_with_small_words_in_their_names_are_credited(line: str) -> None:
    found = article(EN[0], line, *EN[1:])
    assert line in [block.text for block in found.blocks if isinstance(block, CreditLine)]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("从天而降的纸团。青山区公安分局供图 青山网", "青山区公安分局供图 青山网"),
        ("从天而降的纸团。青山区公安分局供图 青山网发", "青山区公安分局供图 青山网发"),
        ("新步行桥开放当天。李雨晴 摄 青山网", "李雨晴 摄 青山网"),
    ],
)
def test_a_house_may_stand_behind_the_mark_of_a_maker(line: str, credit: str) -> None:
    found = article(*ZH[:3], line, ZH[3])
    assert any(credit.endswith(block.text) for block in found.blocks if isinstance(block, CreditLine))
    assert line not in [block.text for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "line", ["镇政府供图 桥梁已经开放，居民李女士说。", "居民李女士说，这张桥的照片由镇政府供图，十分漂亮。"]
)
def test_a_sentence_with_the_mark_of_a_maker_stays(line: str) -> None:
    found = article(*ZH[:3], line, ZH[3])
    assert line in [block.text for block in found.blocks if isinstance(block, Paragraph)]


def test_a_person_and_a_house_below_many_pictures_are_credited() -> None:
    line = "Ann Lee/Harbour Trends"
    found = article("Menu", EN[0], EN[1], line, EN[2], line, EN[3], line, EN[1])
    assert [block.text for block in found.blocks if isinstance(block, CreditLine)] == [line] * 3


@pytest.mark.parametrize("line", ["Ann Lee/Tom Reed", "Ferries/Harbour Trends", "Ann Lee/ferries"])
def test_two_persons_or_sections_below_many_pictures_are_not(line: str) -> None:
    found = article("Menu", EN[0], EN[1], line, EN[2], line, EN[3], line, EN[1])
    assert not any(isinstance(block, CreditLine) for block in found.blocks)


@pytest.mark.parametrize(
    "line", ["Since then these boats have sailed again —", "The pictures of the mole tell what happened:"]
)
def test_a_line_that_leads_on_is_no_caption_of_the_credit_below(line: str) -> None:
    found = article(*EN[:3], line, "© Ann Lee/AP", EN[3], EN[1])
    assert line not in [block.text for block in found.blocks if isinstance(block, Caption)]


def test_a_line_beside_a_credit_stays_its_caption() -> None:
    found = article(*EN[:3], "The mole at dawn", "© Ann Lee/AP", EN[3], EN[1])
    assert [block.text for block in found.blocks if isinstance(block, Caption)] == ["The mole at dawn"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("ASSOCIATED PRESS", EN),
        ("Reuters", EN),
        ("Agence France-Presse", EN),
        ("PAP", PL),
        ("ТАСС", RU),
        ("新华社", ZH),
    ],
)
def test_an_agency_alone_between_paragraphs_gave_a_picture(line: str, text: tuple[str, ...]) -> None:
    found = article(*text[:3], line, *text[3:], *text[1:])
    assert [block.text for block in found.blocks if isinstance(block, CreditLine)] == [line]


def test_an_agency_alone_at_the_foot_or_below_the_headline_gave_no_picture() -> None:
    for lines in ((*EN, "Reuters"), (EN[0], "Reuters", *EN[1:])):
        assert not any(isinstance(block, CreditLine) for block in article(*lines).blocks)


def credits_of(line: str, *lines: str) -> list[tuple[str, str]]:
    """Return kind and note of what the credits find in *line*."""
    seen = surveyed(*lines)
    return [(c.kind, c.note) for c in find_credits(seen) if seen.looks[c.passage].text == line]


@pytest.mark.parametrize(
    ("line", "alone"),
    [("Reuters", True), ("Reuters.", False), ("Press Trust of India", True), ("Harbour Post", False)],
)  # fmt: skip
def test_the_name_of_an_agency_is_brief_and_alone(line: str, alone: bool) -> None:
    title, *text = EN
    assert credits_of(line, title, *text[:2], line, text[2]) == [("credit_line", "an agency alone")] * alone
    for lines in (
        (text[0], line, *text[1:]),
        (*text[:2], "Old", "And", "New", line, text[2]),
        (*text[:2], line, "Old", text[2]),
    ):
        assert credits_of(line, title, *lines) == []


def test_an_agency_that_gives_pictures_is_credited_once() -> None:
    assert credits_of("ТАСС", *RU[:3], "ТАСС", RU[3]) == [("credit_line", "‘ТАСС’ alone")]


@pytest.mark.parametrize(
    ("line", "amid", "foot"),
    [("Ann Lee (Reuters)", 1, 0), ("Ann Lee (Getty Images)", 1, 1), ("Ann Lee (Harbour Post)", 0, 0)],
)
def test_a_name_before_its_agency_at_the_foot_signs_the_text(line: str, amid: int, foot: int) -> None:
    assert len(credits_of(line, *EN[:3], line, EN[3])) == amid
    assert len(credits_of(line, *EN, line)) == foot
