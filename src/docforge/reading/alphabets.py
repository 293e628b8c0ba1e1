# SPDX-License-Identifier: Apache-2.0
"""What running text of a language looks like to a reader of bytes: letters, frequent words, frequent characters.

Tables only, in the order of frequency where that matters.  They serve one question, "is this decoding plausible?",
and are no spelling dictionaries.  Sources: the alphabets are CLDR exemplar characters, frequent words and the order
of letters are common knowledge about each language.
"""

from __future__ import annotations

from docforge.records import dataclass

__all__ = ["CJK", "LATIN", "PUNCTUATION", "SCRIPTS", "Alphabet", "Latin", "Repertoire"]

PUNCTUATION: dict[str, str] = {
    **dict.fromkeys("’\u00a0\u00ad·\u200c\u200d\u200e\u200f", "w"),
    **dict.fromkeys("“”„‘‚«»‹›–—…•", "q"),
    **dict.fromkeys("™®ªº", "a"),
    **dict.fromkeys("¿¡©№", "b"),
    **dict.fromkeys("§°€£½¼¾²³±×†‡‰", "0"),
}
"""Typographic characters that stand beside words in copy, and where: ``w`` inside words too, ``q`` at either end of
one, ``a`` after one, ``b`` before one, ``0`` away from letters."""


@dataclass(frozen=True, slots=True)
class Latin:
    """A language in Latin script: its letters beyond a-z and its frequent words written with a-z alone."""

    letters: str
    words: frozenset[str]
    density: float = 0.25
    """Most of its letters that stand beyond a-z, at the outside."""
    codecs: tuple[str, ...] = ("cp1252", "iso8859_15", "mac_roman", "cp850", "cp437")


def _latin(letters: str, words: str, codecs: str = "", density: float = 0.25) -> Latin:
    own = Latin(letters + letters.upper().replace("SS", ""), frozenset(words.split()), density)
    return own if not codecs else Latin(own.letters, own.words, density, tuple(codecs.split()))


_CENTRAL = "cp1250 iso8859_2 cp852 mac_latin2"
_TURKISH = "cp1254 iso8859_9 cp857 mac_turkish"
_BALTIC = "cp1257 iso8859_13 iso8859_4 cp775"

LATIN: dict[str, Latin] = {
    "en": _latin(
        "éèêëïíñöüçáàâôóúäå",
        "the of and to in a is that for it on was with as be by are at from his he has said have this not but an its "
        "were they will who had been their one would which",
        density=0.012,
    ),
    "de": _latin(
        "äöüßéèàê",
        "der die und in den von zu das mit sich des auf ist im dem nicht ein eine als auch es an werden aus er hat "
        "dass sie nach wird bei einer um am sind noch wie einem einen so zum war haben nur oder aber vor zur bis",
        density=0.10,
    ),
    "fr": _latin(
        "éèêëàâçîïôûùüœæÿ",
        "le la les de des et en un une du est que dans pour qui sur par au pas plus avec ce il sont se ne cette aux "
        "ont elle mais ou son sa ses leur nous",
        density=0.10,
    ),
    "es": _latin(
        "áéíóúüñ",
        "de la que el en y los del se las por un para con no una su al es lo como sus le ha este entre desde esta "
        "cuando muy sin sobre ser tiene",
        density=0.12,
    ),
    "pt": _latin(
        "áâãàçéêíóôõúü",
        "de a o que e do da em um para com uma os no se na por mais as dos ao das foi ele ser tem nos pelo pela entre "
        "sua seu",
        density=0.10,
    ),
    "it": _latin(
        "àèéìíòóùú",
        "di e il la che in un a per del una da non sono con si le dei nel della al alla ha i gli come ma anche dal lo "
        "delle questo",
        density=0.10,
    ),
    "ca": _latin(
        "àèéíïóòúüç·",
        "de la el que i a en els les un una del per amb no es al als dels ha va com dels seva",
        density=0.10,
    ),
    "nl": _latin(
        "ëéèïöüáóíêç",
        "de van het een en in is dat op te voor met zijn die niet aan er om ook als door naar bij uit over heeft maar "
        "worden werd nog",
        density=0.03,
    ),
    "sv": _latin(
        "åäöéüà",
        "och i att en som av med den till har de inte ett om ut vid det kan men var sig hade efter under",
        density=0.14,
    ),
    "da": _latin(
        "æøåéöüä",
        "og i at det en af til den for er som med de ikke har et om fra ved han var kan men blev skal",
        density=0.12,
    ),
    "nb": _latin(
        "æøåéòóôöüä",
        "og i det er til som en av for at med ikke har de den et om fra ved han var kan men ble skal",
        density=0.12,
    ),
    "fi": _latin(
        "äöåéüšž",
        "ja on ei oli mutta kun ovat sen ole mukaan joka kuin se hän myös että niin vain ollut jo",
        density=0.14,
    ),
    "is": _latin("áðéíóúýþæöü", "og er sem til um var ekki hefur en af með hann hafa vera frá eru eftir", density=0.25),
    "pl": _latin(
        "ąćęłńóśźżéüöäáč",
        "i w na z do nie to jest o od po za jak przez oraz ale czy dla przy tym ich jego tego ma pod tak by",
        _CENTRAL,
    ),
    "cs": _latin(
        "áčďéěíňóřšťúůýžüöäł",
        "a v na je se to z do o s ve za pro jako po ale by od byl jeho tak podle jsou bude i k",
        _CENTRAL,
    ),
    "sk": _latin(
        "áäčďéíĺľňóôŕšťúýžüöě",
        "a v na je sa to z do o s vo za pre ako po ale by od bol jeho tak podľa bude aj k",
        _CENTRAL,
    ),
    "hu": _latin(
        "áéíóöőúüűä",
        "a az hogy nem is egy meg volt csak mint de ez el ki ha kell sem vagy van ezt miatt szerint",
        _CENTRAL,
    ),
    "ro": _latin(
        "ăâîşţáéöü",
        "de la a in si cu pe nu din care pentru este o mai au fost un sunt prin al ale lui ca",
        _CENTRAL,
    ),
    "hr": _latin(
        "čćđšžáéöü",
        "i u je na se da za od su o koji s a kao iz ne bi to do ali nije po sa biti koja",
        _CENTRAL,
        density=0.12,
    ),
    "sl": _latin(
        "čšžćđáéöü",
        "in je na v da se za so ki z po pa tudi bi ne od kot do pri ali bo iz",
        _CENTRAL,
        density=0.12,
    ),
    "tr": _latin(
        "çğıöşüâîû",
        "ve bir bu da de ile olarak en var daha sonra gibi kadar ise ancak olan ya ne o yeni"
        " iki ilk dedi eden oldu olacak iyi",
        _TURKISH,
    ),
    "lt": _latin("ąčęėįšųūž", "ir yra kad bet su tai jis apie buvo nuo per kaip i po ar dar tik jau", _BALTIC),
    "lv": _latin("āčēģīķļņšūž", "un ir no ar par uz ka kas bet tas pie lai gan jau to kur", _BALTIC),
    "et": _latin(
        "äöüõšž", "ja on ei see et oli ka kui mis oma aga ning ta seda tema nende kes", _BALTIC + " cp1252 iso8859_15"
    ),
}


@dataclass(frozen=True, slots=True)
class Alphabet:
    """A language whose letters all lie beyond ASCII."""

    letters: str
    """All letters in lower case, the most frequent twelve first."""
    codecs: tuple[str, ...]
    marks: str = ""
    """Letters that occur in names and loans, and signs."""
    common: float = 0.55
    """Least share of the twelve most frequent letters."""


_CYRILLIC = ("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic", "kz1048", "ptcp154")
_GREEK = ("cp1253", "iso8859_7", "cp737", "mac_greek")
_HEBREW = ("cp1255", "iso8859_8", "cp862")
_ARABIC = ("cp1256", "iso8859_6", "cp864")
_THAI = ("cp874",)

SCRIPTS: dict[str, Alphabet] = {
    "ru": Alphabet("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", _CYRILLIC),
    "uk": Alphabet("оанивірестлкудмпяьзгбчхйюшжцїщєфґ", _CYRILLIC, "'ы"),
    "be": Alphabet("анраісецоўлукядпмзьбйгыхчжшюёэфт", _CYRILLIC),
    "bg": Alphabet("аоиетнрсвлдпкзмъугбяйщчхцжшюфь", _CYRILLIC),
    "sr": Alphabet("аоиентрсвјукдпмлзгбчшњћжцхљђфџ", _CYRILLIC),
    "mk": Alphabet("аоиетнрсвдклпујмзгбчшцжќхњѓфџљѕ", _CYRILLIC),
    "kk": Alphabet("аыеінрлтдқсомғбүкжұгуйшпзңөәияхчвфюэщцъьһё", _CYRILLIC),
    "el": Alphabet("αοιετσνηυρπκμλςωάίγδόέθήύφώχβξζψϊϋΐΰ", _GREEK),
    "he": Alphabet("יוהלארמתבשנדמקעפחםכגסטצןזךץף", _HEBREW, "".join(map(chr, range(0x5B0, 0x5BE))) + "׳״"),
    "ar": Alphabet(
        "اليمنرتوبةعدفسهقكحجشطصخأإذضثزئءغظؤىآ", _ARABIC, "ـ،؛؟" + "".join(map(chr, range(0x64B, 0x653))) + "پچژگ"
    ),
    "fa": Alphabet(
        "اینرهدوتمبسلشگزخکفقحپعجغصطچضژثظذآءئأؤي", _ARABIC, "ـ،؛؟كى" + "".join(map(chr, range(0x64B, 0x653)))
    ),
    "th": Alphabet("านรกอเงมยลวดท่สต้ะปบคหัีแจพชขใไโผธืิุูถณำซึ์ษฐศฟญ็ภๆฝฉฆฬฒฮฎฏฑฌฤฯ๐๑๒๓๔๕๖๗๘๙", _THAI, common=0.4),
}


@dataclass(frozen=True, slots=True)
class Repertoire:
    """A language in a multi-byte encoding: the characters that running text repeats."""

    frequent: frozenset[str]
    share: float
    """Least share of these among the characters beyond ASCII."""
    codecs: tuple[str, ...]
    kana: bool = False
    """It is written with kana; in the others a text full of them is read wrongly."""


_SHARED_HAN = "的一不了人大我上有他和在中到出地也下子可以年生自之那里作好多天文心方小家日本同成分事公政新市月"
_SIMPLIFIED = "是这个们来为说国时就会对要学发过么后与开动进经现样想长实体关问机从当两点业产将无员种间报记"
_TRADITIONAL = "是這個們來為說國時就會對要學發過麼後與開動進經現樣想長實體關問機從當兩點業產將無員種間報記"
_CHINESE_POINTS = "，。、：；“”《》（）？！「」"
_HIRAGANA = "のにはをたがでとしるいなてっれらもすかりこまきそさくよどえけみあせんう"
_HANGUL = "이다는의에가을하고로지를한기은사도자대인시나리어해정서라그아부일수있국보전제장주상중과원들"

CJK: dict[str, Repertoire] = {
    "ja": Repertoire(frozenset(_HIRAGANA), 0.2, ("cp932", "euc_jp", "euc_jis_2004"), kana=True),
    "zh-Hans": Repertoire(frozenset(_SHARED_HAN + _SIMPLIFIED + _CHINESE_POINTS), 0.2, ("gb18030",)),
    "zh-Hant": Repertoire(frozenset(_SHARED_HAN + _TRADITIONAL + _CHINESE_POINTS), 0.2, ("big5", "cp950", "big5hkscs")),
    "ko": Repertoire(frozenset(_HANGUL), 0.3, ("cp949",)),
}
