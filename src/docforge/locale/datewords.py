# SPDX-License-Identifier: Apache-2.0
"""What newsrooms write in dates beyond the names and patterns of CLDR: a table, no code.

By language: short forms and case forms of months, words between the parts, endings, words that forbid a date.
Sources: usage in published wire copy and newspapers; grammars for the case forms.
"""

from __future__ import annotations

__all__ = [
    "ALSO_WORDS",
    "BARE_SHORT_YEARS",
    "CALENDARS",
    "CONJUNCTIONS",
    "DAY_ENDINGS",
    "DAY_FIRST_ZONES",
    "DAY_LEADS",
    "DAY_TO_MONTH",
    "EITHER_ORDER",
    "ENGLISH_WEEKDAYS",
    "MONTHS",
    "MONTH_FIRST",
    "MONTH_FIRST_ZONES",
    "MONTH_PREFIXES",
    "MONTH_SUFFIXES",
    "NO_DATE_AFTER",
    "NO_DATE_BEFORE",
    "NO_DATE_BEFORE_UNSPACED",
    "NO_SHORT_DATE_AFTER",
    "NO_SHORT_DATE_BEFORE",
    "NO_SHORT_YEARS",
    "SHORT_YEAR_FIRST",
    "SLASH_DAY_MONTH",
    "YEAR_ENDINGS",
    "YEAR_LEADS",
]

MONTHS: dict[str, str] = {
    # forms of months 1 to 12, separated by ";"; forms of one month by spaces (a "_" stands for a space)
    "af": "jan;feb febr;mrt;apr;mei;jun;jul;aug;sept sep;okt;nov;des",
    "ar": (
        "يناير جانفي كانون_الثاني ينایر;فبراير فيفري شباط;مارس آذار اذار;أبريل ابريل إبريل أفريل نيسان;"
        "مايو ماي أيار ايار;يونيو يونيه جوان حزيران;يوليو يوليه يوليوز جويلية تموز;أغسطس اغسطس غشت أوت آب;"
        "سبتمبر شتنبر أيلول ايلول;أكتوبر اكتوبر تشرين_الأول تشرين_الاول;نوفمبر نونبر تشرين_الثاني;"
        "ديسمبر دجنبر كانون_الأول كانون_الاول"
    ),
    "az": "yan;fev;mar;apr;may;iyn;iyl;avq;sen;okt;noy;dek",
    "be": (
        "студз студзеня студзені;лют лютага лютым;сак сакавіка сакавіку;крас красавіка красавіку;мая маі траўня траўні;"
        "чэрв чэрвеня чэрвені;ліп ліпеня ліпені;жн жніўня жніўні;вер верасня верасні;кастр кастрычніка кастрычніку;"
        "ліст лістапада лістападзе;снеж снежня снежні"
    ),
    "bg": "ян;фев февр;март;апр;май;юни;юли;авг;септ;окт;ноем;дек",
    "bn": "জানুয়ারী;ফেব্রুয়ারী;;;;;;আগষ্ট;সেপ্টেম্বার;;;",
    "bs": "januara;februara;marta;aprila;maja;juna;jula;augusta avgusta;septembra;oktobra;novembra;decembra",
    "ca": "gen;febr;març;abr;maig;juny;jul;ag;set;oct;nov;des",
    "cs": (
        "ledna lednu lednem led;února únoru úno;března březnu bře;dubna dubnu dub;května květnu kvě;června červnu čvn;"
        "července červenci čvc;srpna srpnu srp;září zář;října říjnu říj;listopadu lis;prosince prosinci pro"
    ),
    "da": "jan;feb febr;mar;apr;maj;jun;jul;aug;sep sept;okt;nov;dec",
    "de": "jän jänner jan;feb feber febr;mrz mär märz;apr;mai;jun;jul;aug;sep sept;okt;nov;dez",
    "el": (
        "ιανουάριο ιανουαρίου ιαν;φεβρουάριο φεβρουαρίου φεβ φεβρ;μάρτιο μαρτίου μαρ;απρίλιο απριλίου απρ;"
        "μάιο μαΐου μάη μάϊο;ιούνιο ιουνίου ιουν;ιούλιο ιουλίου ιουλ;αύγουστο αυγούστου αυγ;"
        "σεπτέμβριο σεπτεμβρίου σεπ σεπτ;οκτώβριο οκτωβρίου οκτ;νοέμβριο νοεμβρίου νοε νοεμ;"
        "δεκέμβριο δεκεμβρίου δεκ"
    ),
    "en": "jan january;feb february;mar march;apr april;may;jun june;jul july;aug august;sep sept september;"
    "oct october;nov november;dec december",
    "es": "ene enero;feb febrero;mar marzo;abr abril;may mayo;jun junio;jul julio;ago agosto;"
    "sep sept set setiembre septiembre;oct octubre;nov noviembre;dic diciembre",
    "et": "jaan;veebr;märts;apr;mai;juuni;juuli;aug;sept;okt;nov;dets",
    "fa": (
        "ژانویه ژانویهٔ;فوریه فوریهٔ;مارس;آوریل اپریل;مه می مهٔ;ژوئن جون;ژوئیه ژوئیهٔ جولای ژوییه;اوت آگوست آگست;"
        "سپتامبر;اکتبر اکتوبر;نوامبر نومبر;دسامبر دسمبر"
    ),
    "fi": "tammi tammikuu tammik;helmi helmikuu helmik;maalis maaliskuu maalisk;huhti huhtikuu huhtik;"
    "touko toukokuu toukok;kesä kesäkuu kesäk;heinä heinäkuu heinäk;elo elokuu elok;syys syyskuu syysk;"
    "loka lokakuu lokak;marras marraskuu marrask;joulu joulukuu jouluk",
    "fr": "janv jan janvier;févr fév février fevrier;mars;avr avril;mai;juin;juil juillet;août aout;sept septembre;"
    "oct octobre;nov novembre;déc dec décembre decembre",
    "he": "ינו;פבר;מרץ מרס;אפר;מאי;יונ;יול;אוג;ספט;אוק;נוב;דצמ",
    "hi": (
        "जन जनवरी;फ़र फ़रवरी फर फरवरी;मार्च;अप्रैल;मई;जून;जुल जुलाई;अग अगस्त;सित सितंबर सितम्बर सितंबर;"
        "अक्टू अक्टूबर अक्तूबर;नव नवंबर नवम्बर;दिस दिसंबर दिसम्बर"
    ),
    "hr": "siječnja siječnju;veljače veljači;ožujka ožujku;travnja travnju;svibnja svibnju;lipnja lipnju;"
    "srpnja srpnju;kolovoza kolovozu;rujna rujnu;listopada listopadu;studenoga studenog studenome;prosinca prosincu",
    "hu": "jan január;feb febr február;márc március;ápr április;máj május;jún június;júl július;aug augusztus;"
    "szept szeptember;okt október;nov november;dec december",
    "hy": "հունվար հունվարի;փետրվար փետրվարի;մարտ մարտի;ապրիլ ապրիլի;մայիս մայիսի;հունիս հունիսի;հուլիս հուլիսի;"
    "օգոստոս օգոստոսի;սեպտեմբեր սեպտեմբերի;հոկտեմբեր հոկտեմբերի;նոյեմբեր նոյեմբերի;դեկտեմբեր դեկտեմբերի",
    "id": "jan januari;feb februari pebruari;mar maret;apr april;mei;jun juni;jul juli;agt ags agustus agu;"
    "sep sept september;okt oktober;nov november nopember;des desember",
    "is": "jan;feb febr;mars;apr;maí;jún;júl;ág ágú;sept sep;okt;nóv;des",
    "it": "gen genn gennaio;feb febb febbraio;mar marzo;apr aprile;mag maggio;giu giugno;lug luglio;ago agosto;"
    "set sett settembre;ott ottobre;nov novembre;dic dicembre",
    "ka": "იანვარ;თებერვალ თებერვლ;მარტ;აპრილ;მაის;ივნის;ივლის;აგვისტო;სექტემბერ სექტემბრ;ოქტომბერ ოქტომბრ;"
    "ნოემბერ ნოემბრ;დეკემბერ დეკემბრ",
    "kk": "қаңтар қаң;ақпан ақп;наурыз нау;сәуір сәу;мамыр мам;маусым мау;шілде шіл;тамыз там;"
    "қыркүйек қыркүйег қыр;қазан қаз;қараша қар;желтоқсан жел",
    "ky": "январь январ янв;февраль феврал фев;март мар;апрель апрел апр;май;июнь июн;июль июл;август авг;"
    "сентябрь сентябр сен;октябрь октябр окт;ноябрь ноябр ноя;декабрь декабр дек",
    "lt": "sausis sausio sausį saus;vasaris vasario vasarį vas;kovas kovo kovą;balandis balandžio balandį bal;"
    "gegužė gegužės gegužę geg;birželis birželio birželį birž;liepa liepos liepą liep;"
    "rugpjūtis rugpjūčio rugpjūtį rugp;rugsėjis rugsėjo rugsėjį rugs;spalis spalio spalį spal;"
    "lapkritis lapkričio lapkritį lapkr;gruodis gruodžio gruodį gruod",
    "lv": "janvāris janvāra janvārī janv;februāris februāra februārī febr;marts marta martā;aprīlis aprīļa aprīlī apr;"
    "maijs maija maijā;jūnijs jūnija jūnijā jūn;jūlijs jūlija jūlijā jūl;augusts augusta augustā aug;"
    "septembris septembra septembrī sept;oktobris oktobra oktobrī okt;novembris novembra novembrī nov;"
    "decembris decembra decembrī dec",
    "mk": "јан јануари;фев февруари;мар март;апр април;мај;јун јуни;јул јули;авг август;сеп септ септември;"
    "окт октомври;ное ноем ноември;дек декември",
    "mn": "нэгдүгээр_сар нэгдүгээр_сарын 1_дүгээр_сарын 1-р_сарын 1_сарын 01_дүгээр_сарын 01_сарын;"
    "хоёрдугаар_сар хоёрдугаар_сарын 2_дугаар_сарын 2-р_сарын 2_сарын 02_дугаар_сарын 02_сарын;"
    "гуравдугаар_сар гуравдугаар_сарын 3_дугаар_сарын 3-р_сарын 3_сарын 03_дугаар_сарын 03_сарын;"
    "дөрөвдүгээр_сар дөрөвдүгээр_сарын 4_дүгээр_сарын 4-р_сарын 4_сарын 04_дүгээр_сарын 04_сарын;"
    "тавдугаар_сар тавдугаар_сарын 5_дугаар_сарын 5-р_сарын 5_сарын 05_дугаар_сарын 05_сарын;"
    "зургаадугаар_сар зургаадугаар_сарын 6_дугаар_сарын 6-р_сарын 6_сарын 06_дугаар_сарын 06_сарын;"
    "долоодугаар_сар долоодугаар_сарын 7_дугаар_сарын 7-р_сарын 7_сарын 07_дугаар_сарын 07_сарын;"
    "наймдугаар_сар наймдугаар_сарын 8_дугаар_сарын 8-р_сарын 8_сарын 08_дугаар_сарын 08_сарын;"
    "есдүгээр_сар есдүгээр_сарын 9_дүгээр_сарын 9-р_сарын 9_сарын 09_дүгээр_сарын 09_сарын;"
    "аравдугаар_сар аравдугаар_сарын 10_дугаар_сарын 10-р_сарын 10_сарын;"
    "арваннэгдүгээр_сар арваннэгдүгээр_сарын арван_нэгдүгээр_сарын 11_дүгээр_сарын 11-р_сарын 11_сарын;"
    "арванхоёрдугаар_сар арванхоёрдугаар_сарын арван_хоёрдугаар_сарын 12_дугаар_сарын 12-р_сарын 12_сарын",
    "ms": "jan;feb;mac;apr;mei;jun;jul;ogos ogo;sept sep;okt;nov;dis",
    "nl": "jan januari;feb febr februari;mrt maart;apr april;mei;jun juni;jul juli;aug augustus;sep sept september;"
    "okt oktober;nov november;dec december",
    "no": "jan januar;feb febr februar;mar mars;apr april;mai;jun juni;jul juli;aug august;sep sept september;"
    "okt oktober;nov november;des desember",
    "pl": (
        "stycznia styczniu sty;lutego lutym lut;marca marcu mar;kwietnia kwietniu kwi;maja maju;czerwca czerwcu cze;"
        "lipca lipcu lip;sierpnia sierpniu sie;września wrześniu wrz;października październiku paź;"
        "listopada listopadzie lis;grudnia grudniu gru"
    ),
    "ps": "جنوري;فبروري;مارچ;اپريل اپرېل;مې می;جون;جولای;اګست;سپتمبر سېپتمبر;اکتوبر;نومبر;دسمبر ډسمبر",
    "pt": "jan janeiro;fev fevereiro;mar março;abr abril;mai maio;jun junho;jul julho;ago agosto;set setembro;"
    "out outubro;nov novembro;dez dezembro",
    "ro": "ian ianuarie;feb febr februarie;mar martie;apr aprilie;mai;iun iunie;iul iulie;aug august;"
    "sep sept septembrie;"
    "oct octombrie;nov noi noiembrie;dec decembrie",
    "ru": (
        "янв январь января январе;фев февр февраль февраля феврале;мар март марта марте;апр апрель апреля апреле;"
        "май мая мае;июн июнь июня июне;июл июль июля июле;авг август августа августе;"
        "сен сент сентябрь сентября сентябре;окт октябрь октября октябре;ноя нояб ноябрь ноября ноябре;"
        "дек декабрь декабря декабре"
    ),
    "si": "ජනවාරි;පෙබරවාරි;මාර්තු;අප්‍රේල්;මැයි;ජූනි;ජූලි;අගෝස්තු;සැප්තැම්බර්;ඔක්තෝබර්;නොවැම්බර්;දෙසැම්බර්",
    "sk": "januára januári jan;februára februári feb;marca marci mar;apríla apríli apr;mája máji máj;júna júni jún;"
    "júla júli júl;augusta auguste aug;septembra septembri sept sep;októbra októbri okt;novembra novembri nov;"
    "decembra decembri dec",
    "sl": "januarja januarju jan;februarja februarju feb;marca marcu mar;aprila aprilu apr;maja maju;junija juniju jun;"
    "julija juliju jul;avgusta avgustu avg;septembra septembru sept sep;oktobra oktobru okt;novembra novembru nov;"
    "decembra decembru dec",
    "sq": "janar janari janarit;shkurt shkurti shkurtit;mars marsi marsit;prill prilli prillit;maj maji majit;"
    "qershor qershori qershorit;korrik korriku korrikut;gusht gushti gushtit;shtator shtatori shtatorit;"
    "tetor tetori tetorit;nëntor nëntori nëntorit;dhjetor dhjetori dhjetorit",
    "sr": "јануара јануару јан;фебруара фебруару феб;марта марту;априла априлу апр;маја мају;јуна јуну јуни;"
    "јула јулу јули;августа августу авг;септембра септембру септ сеп;октобра октобру окт;новембра новембру нов;"
    "децембра децембру дец",
    "sr-Latn": "januara januaru jan;februara februaru feb;marta martu;aprila aprilu apr;maja maju;juna junu juni;"
    "jula julu juli;avgusta avgustu avg;septembra septembru sept sep;oktobra oktobru okt;novembra novembru nov;"
    "decembra decembru dec",
    "sv": "jan januari;feb febr februari;mar mars;apr april;maj;jun juni;jul juli;aug augusti;sep sept september;"
    "okt oktober;nov november;dec december",
    "sw": "jan januari;feb februari;mac machi;apr aprili;mei;jun juni;jul julai;ago agosti;sep septemba;okt oktoba;"
    "nov novemba;des desemba",
    "tg": "январ январи;феврал феврали;март марти;апрел апрели;май майи;июн июни;июл июли;август августи;"
    "сентябр сентябри;октябр октябри;ноябр ноябри;декабр декабри",
    "th": "ม.ค มค;ก.พ กพ;มี.ค มีค;เม.ย เมย;พ.ค พค;มิ.ย มิย;ก.ค กค;ส.ค สค;ก.ย กย;ต.ค ตค;พ.ย พย;ธ.ค ธค",
    "tk": "ýanwar;fewral;mart;aprel;maý;iýun;iýul;awgust;sentýabr;oktýabr;noýabr;dekabr",
    "tr": "oca ocak;şub şubat;mar mart;nis nisan;may mayıs;haz haziran;tem temmuz;ağu ağustos;eyl eylül;eki ekim;"
    "kas kasım;ara aralık",
    "tt": "гыйнвар;февраль феврал;март;апрель апрел;май;июнь июн;июль июл;август;сентябрь сентябр;октябрь октябр;"
    "ноябрь ноябр;декабрь декабр",
    "uk": (
        "січ січень січня січні;лют лютий лютого лютому;бер березень березня березні;квіт квітень квітня квітні;"
        "трав травень травня травні;черв червень червня червні;лип липень липня липні;серп серпень серпня серпні;"
        "вер верес вересень вересня вересні;жовт жовтень жовтня жовтні;лист листопад листопада листопаді;"
        "груд грудень грудня грудні"
    ),
    "ur": "جنوری;فروری;مارچ;اپریل;مئی;جون;جولائی;اگست;ستمبر;اکتوبر;نومبر;دسمبر",
    "uz": "yanvar yan;fevral fev;mart;aprel apr;may;iyun;iyul;avgust avg;sentabr sentyabr sen;oktabr oktyabr okt;"
    "noyabr noy;dekabr dek",
    "uz-Cyrl": "январь январ;февраль феврал;март;апрель апрел;май;июнь июн;июль июл;август;сентябрь сентябр;"
    "октябрь октябр;ноябрь ноябр;декабрь декабр",
}

MONTH_SUFFIXES: dict[str, str] = {
    # a regular expression for case endings after a month's name; "+" stands for up to six letters
    "az": "+",
    "ba": "+",
    "cv": "+",
    "et": "+",
    "eu": "+",
    "fi": "+",
    "hu": "+",
    "hy": "+",
    "ka": "+",
    "kk": "+",
    "ky": "+",
    "mn": "+",
    "fa": "[ \u200c]?ماه",
    "my": "လ",
    "sah": "+",
    "tk": "+",
    "tr": "+",
    "tt": "+",
    "ug": "+",
    "uz": "+",
}

MONTH_PREFIXES: dict[str, str] = {
    # a regular expression for letters written together with the month's name
    "am": "[በከየ]",
    "ar": "[وبلف]",
    "ca": "d['’]",
    "fr": "d['’]",
    "he": "[בלמהוש]{1,2}",
    "it": "(?:d|dell|all)['’]",
    "ti": "[ብን]",
}

DAY_ENDINGS: dict[str, str] = {
    # regular expressions for what may follow the number of the day
    "am": " ?ቀን",
    "az": "-?c[iuüı]",
    "bg": "-?[а-я]{1,2}",
    "bn": "(?:ই|লা|রা|ঠা|শে)",
    "ca": "[aè]",
    "cy": "(?:af|ail|ydd|fed|eg|ain)",
    "de": "\\.",
    "el": "η?ς?",
    "en": "(?:st|nd|rd|th)",
    "es": "[ºª°]",
    "eu": "(?:an?|ko|etik|ra|eko|ean)",
    "fa": "(?:م|اُم|ام)",
    "fi": "\\.(?: päivä(?:nä|n|stä|ksi)?)?|:n",
    "fr": "(?:er|ᵉʳ|ᵉ|e|ème)",
    "ga": "ú",
    "gd": "(?:mh|na|ra|s|d)",
    "hu": "\\.?-?[aáeéiíoóöőuúüű]?[a-zá-ű]{0,4}",
    "hy": "-?[ա-և]{1,3}",
    "it": "[º°]",
    "kk": "-?(?:[шс][іы])",
    "ky": "-?(?:чы|чи|чу|чү)",
    "lt": "(?:\\s?d\\.|-[ąoaios]{1,4})?",
    "my": " ?ရက်(?:နေ့)?",
    "nl": "(?:e|de|ste)",
    "pt": "[ºª°]",
    "ru": "-?(?:го|е|ое|му)",
    "sv": "(?::[ae]|\\.)",
    "tk": "-?n[jyiý]{1,2}",
    "tt": "-?(?:нче|нчы)",
    "uk": "-?(?:го|е|те|му)",
    "uz": "-?",
}

DAY_LEADS: dict[str, str] = {
    # words before the day that belong to the date
    "da": "den",
    "fil": "ika-",
    "nb": "den",
    "nn": "den",
    "no": "den",
    "sv": "den",
    "vi": "ngày",
}

DAY_TO_MONTH: dict[str, str] = {
    # words between the day and the month
    "ar": "من",
    "fil": "ng",
    "km": "ខែ",
    "lo": "ເດືອນ",
    "ms": "haribulan",
    "my": "ရက်",
    "pt": "de",
    "th": "เดือน",
    "tl": "ng",
}

YEAR_ENDINGS: dict[str, str] = {
    "am": "ዓ\\.?\\s?ም\\.?",
    "ar": "م\\b|هـ|ه\\b|ميلادي[اة]?",
    "az": "(?:-c[iı]\\s)?il",
    "be": "года|г\\.|годзе",
    "bg": "г\\.|година",
    "bs": "\\.?\\s?godine|\\.",
    "de": "n\\.\\s?Chr\\.",
    "eu": "\\(?e?ko\\)?|an",
    "fa": "هجری\\sشمسی|ه‍?\\.?\\s?ش|میلادی|م\\b|خورشیدی",
    "hr": "\\.?\\s?godine|\\.",
    "hy": "թ\\.|թվական[ա-և]{0,3}",
    "ka": "წლ(?:ის|ს)|წელს",
    "kk": "жылғы|жылдың|жылы|жыл|ж\\.",
    "ky": "жылдын|жылы|жыл|ж\\.",
    "lt": "m\\.|metų|metais",
    "lv": "\\.?\\s?gada|\\.?\\s?gadā|\\.",
    "mk": "г\\.|година",
    "mn": "оны|онд|он",
    "my": "ခုနှစ်|ခု",
    "pl": "r\\.|roku",
    "ru": "года|году|г\\.|год\\b",
    "sl": "leta",
    "sr": "\\.?\\s?године|\\.|г\\.",
    "sr-Latn": "\\.?\\s?godine|\\.|g\\.",
    "tg": "соли",
    "tk": "-nji\\sýyl\\w{0,3}|ýyl\\w{0,3}|\\.?\\s?ý\\.",
    "tr": "yılı(?:nda|nın)?",
    "ug": "-?يىل(?:ى|نىڭ)?",
    "tt": "елның|елда|ел|елгы",
    "uk": "року|році|рік|р\\.",
    "ur": "ء",
    "uz": "-?\\s?yil(?:da|ning)?",
    "uz-Cyrl": "-?\\s?йил(?:да|нинг)?",
}

YEAR_LEADS: dict[str, str] = {
    "ast": "del?",
    "az": "",
    "ca": "del|de\\s(?:l['’]any\\s)?",
    "es": "del?(?:\\saño)?",
    "gl": "de",
    "kk": "",
    "km": "ឆ្នាំ",
    "lo": "ປີ|ຄ\\.ສ\\.",
    "pt": "de",
    "ro": "",
    "sq": "",
    "th": "พ\\.?\\s?ศ\\.?|ค\\.?\\s?ศ\\.?|ปี(?:\\sพ\\.?ศ\\.?)?",
    "tg": "соли",
    "ug": "",
    "vi": "năm",
}

CONJUNCTIONS: dict[str, str] = {
    "be": "і|па",
    "bg": "и|до",
    "cs": "a|až",
    "de": "und|bis",
    "en": "and|to|through",
    "es": "y|al|a",
    "fr": "et|au",
    "it": "e|al",
    "kk": "және|мен",
    "nl": "en|tot",
    "pl": "i|do",
    "pt": "e|a",
    "ru": "и|по",
    "sv": "och|till",
    "tr": "ve",
    "uk": "і|й|та|по",
}

NO_DATE_BEFORE = (
    "version|vers|ver|v|isbn|issn|article|articles|art|artikel|artículo|artigo|articolo|§|no\\.|nr|núm|num|№|n°|nº|#|"
    "section|sect|sec|chapter|para|clause|règlement|пункт|пункта|пункте|пункты|пп|п|ст|статья|статьи|статье|тел|tel|"
    "phone|fax|ip|rfc|бап|бабы|madde|maddesi|ماده|مادة|المادة|version|versión|versão|versione|версия|версии|версію|"
    "release|build|python|windows|android|ios|kernel|протокол|score|gpa|"
    "wersja|wersji|verze|verzi|verzia|verzió|versio|versiune|versiunea|versie|versi|versiya|"
    "έκδοση|верзија|версія|хувилбар|нұсқа|нұсқасы|sürüm|sürümü|phiên bản|גרסה|גירסה|الإصدار|إصدار|نسخة|نسخه|نسخهٔ|"
    "ویرایش|ورژن|संस्करण|वर्शन|সংস্করণ|பதிப்பு|телефон|telefon|teléfono|telefone|téléphone|هاتف|تلفن|टेलीफोन|फ़ोन|"
    "rekening|konto|iban|paragraf|paragrafo|párrafo|члан|член|čl|čl\\.|článek|článok|artikla|άρθρο|סעיף|अनुच्छेद|ধারা"
)
"""Words before a number with points or dashes that make it no date; joined into one expression for all languages."""

NO_DATE_BEFORE_UNSPACED = "版本|バージョン|버전|รุ่น|เวอร์ชัน|เวอร์ชั่น|มาตรา|ข้อ|โทร|โทร\\.|电话|電話|전화|ລຸ້ນ|ជំនាន់|ဗားရှင်း"
"""The same for languages that write no spaces between words."""

NO_DATE_AFTER = "%|percent|per cent|prozent|pour cent|por ciento|gmt|utc|hrs?|h|uhr|points?|km|kg|°"
"""What after a number makes it no day and no year."""

SLASH_DAY_MONTH = frozenset({"id", "vi", "th", "ms", "zh", "ja", "ko"})
"""Languages whose press writes 14/9 for a day without a year, in brackets or after a weekday."""

_DOTTED = "az be bg bs cs da de et fi hr hsb dsb hy is ka lb lv mk nb nn no pl ro ru sk sl sr tr uk"
DOT_DAY_MONTH = frozenset(_DOTTED.split())
"""Languages whose press writes 14.9. for a day without a year after the name of the day."""

MONTH_FIRST = frozenset({"en", "mn"})
"""Languages that write "March 9", whatever their CLDR patterns say; newspapers of every English-speaking country do."""

ALSO_WORDS: dict[str, frozenset[str]] = {"en": frozenset({"may", "march", "mar"})}
"""Names of months that are plain words too, and months with a capital letter only."""

EITHER_ORDER = frozenset({"en", "und"})
"""Languages in which 3/9/2026 is two dates unless the tag names a territory."""

BARE_SHORT_YEARS = frozenset({"th"})
"""Languages that write two figures of a year without an apostrophe (17 พ.ค. 67), with or without a blank before."""

ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""What the names of the days begin with, Monday first (CLDR, English, which writes dates in both orders)."""

MONTH_FIRST_ZONES = frozenset({"ET", "EST", "EDT", "CT", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT"})
DAY_FIRST_ZONES = frozenset(
    {"GMT", "BST", "CET", "CEST", "IST", "AEST", "AEDT", "NZST", "NZDT", "SAST", "SGT", "HKT", "EAT", "WAT", "WIB"}
)
"""Short names of time zones in English copy where the month or the day comes first (CLDR: en-US; en-GB, en-AU, …)."""

NO_SHORT_DATE_BEFORE = (
    "tlf|puh|τηλ|т|моб|mob|mobile|cell|tél|call|fon|telefono|τηλέφωνο|звоните|справки|довідки|по телефону|по номеру"
    "|номер|nummer|numbers?|n[uú]mero|numéro|numer|číslo|szám|nomor|número|code|kod|codes?|código|codice|pin"
    "|case|file|az|aktenzeichen|drucksache|dossier|expediente|processo|proceso|дело|дела|cnpj|konto|account"
    "|sizes?|größen?|tailles?|tallas?|taglie|tamanhos|maten|maat|размеры?|rozmiary|ages?|aged|years"
    "|kapitel|abschnitt|avsnitt|chapitre|cap[ií]tulo|capitolo|rozdział|paragraaf|psalms?|genesis|verses?|pasal|глава"
    "|rooms?|flats?|lines?|platforms?|grades?|classes|seasons|episodes?|salas|kelas|darasa|số|lớp|дома"
    "|records?|ratio|odds|scored?|npk|firmware|model|models|measures|batch(?:es)?|fares?|prices?|paid|puntuación|punti"
)
"""Words before three numbers of two figures that make them no date: numbers of telephones, cases, sizes, scores."""

NO_SHORT_DATE_AFTER = (
    "mm|cm|km|kg|ml|mg|seconds?|secs?|mins?|hours?|months?|weeks?|years?|stunden|minuten|monate?|jahren?|heures"
    "|minutes|mois|ans|años|anos|anni|meses|лет|года|месяц\\w*|pupils|persons|people|persone|personen|personas|rule"
    "|records?|split|ratio|high street|street|road|sınıf\\w*|fejezet|a\\.?m\\b|p\\.?m\\b|fertili[sz]er"
    "|[層层階층號号室호級级]"
)
"""Units and nouns right behind three numbers that make them no date."""

SHORT_YEAR_FIRST = frozenset({"hu", "ko", "mn", "zh"})
"""Languages that open a date in figures with a year of two figures: 22.09.14 is the 14th of September 2022."""

NO_SHORT_YEARS = frozenset({"am", "ckb", "fa", "ja", "ku", "mai", "ne", "ps", "ti", "zh-Hant"})
"""Languages in which a year of two figures may count in an era or calendar of its own: 22.9.14 is Heisei 22 or 2022,
in traditional Chinese 99/09/14 the year 99 of the Republic."""

CALENDARS: dict[str, frozenset[str]] = {
    "buddhist": frozenset({"th", "lo", "km"}),
    "persian": frozenset({"fa", "ps", "ckb"}),
    "hijri": frozenset({"ar", "fa", "ur"}),
    "ethiopic": frozenset({"am", "ti"}),
}
"""Languages whose newspapers date by another calendar, alone or beside the Gregorian one."""
