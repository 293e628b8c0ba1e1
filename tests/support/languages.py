# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 (a text is a line)
"""Running text in many languages: a harbour and a ferry after a storm."""

from __future__ import annotations

__all__ = ["AR", "AZ", "BN", "CN", "DE", "HI", "ID", "JA", "JA_LAST", "KO", "MR", "PL", "RU", "TR", "TW", "UR", "VI"]

ID = "Kantor pelabuhan mengatakan pada hari Senin bahwa kapal feri akan kembali berlayar tiga minggu setelah badai itu."
AR = "قالت إدارة الميناء يوم الاثنين إن العبارة ستبحر من جديد بعد ثلاثة أسابيع من العاصفة التي حطمت الرصيف القديم في المدينة."
UR = (
    "بندرگاہ کے دفتر نے پیر کو بتایا کہ طوفان کے تین ہفتے بعد کشتی دوبارہ چلے گی اور پرانے گھاٹ کی مرمت مکمل ہو گئی ہے۔"
)
HI = "बंदरगाह कार्यालय ने सोमवार को बताया कि तूफान के तीन सप्ताह बाद नाव फिर से चलेगी और पुराने घाट की मरम्मत पूरी हो गई है।"
BN = "বন্দর কার্যালয় সোমবার জানিয়েছে যে ঝড়ের তিন সপ্তাহ পর নৌকা আবার চলবে এবং পুরোনো ঘাটের মেরামত শেষ হয়েছে।"
MR = "बंदर कार्यालयाने सोमवारी सांगितले की वादळानंतर तीन आठवड्यांनी बोट पुन्हा सुरू होईल आणि जुन्या धक्क्याची दुरुस्ती पूर्ण झाली आहे."
RU = "Управление порта сообщило в понедельник, что паром снова выйдет в море через три недели после шторма."
TR = "liman idaresi pazartesi günü, fırtınadan üç hafta sonra feribotun yeniden sefere başlayacağını bildirdi."
AZ = "Liman idarəsi bazar ertəsi bildirib ki, fırtınadan üç həftə sonra bərə yenidən işə başlayacaq və köhnə körpü təmir olunub."
TW = "港口在風暴三週之後重新開放,港務局週一表示渡輪將再次啟航,舊碼頭也已經修好,附近居民表示歡迎。"
CN = "港口在风暴三周之后重新开放，港务局周一表示渡轮将再次启航，旧码头也已经修好，附近居民表示欢迎。"
KO = "해양수산부는 소규모 항만의 안전 점검 제도를 개편하고 다음 달 1일부터 온라인으로 신청을 받는다고 12일 밝혔다."
VI = "Ban quản lý cảng cho biết hôm thứ Hai rằng phà sẽ chạy lại, ba tuần sau khi cơn bão làm hỏng cầu cảng cũ của thành phố."
PL = (
    "Zarząd portu poinformował w poniedziałek, że prom znów wypłynie trzy tygodnie po sztormie, który zniszczył molo.",
    "Pasażerowie mogą odzyskać pieniądze do końca miesiąca, powiedziała rzeczniczka portu na placu przed ratuszem.",
)
DE = (
    "Norrstad (OTS) - Das Hafenamt teilte am Montag mit, dass die Fähre drei Wochen nach dem Sturm wieder fährt.",
    "Die alte Mole sei repariert, sagte die Sprecherin des Amtes, und die ersten Boote liefen am Freitag ein.",
)
JA = "港湾事務所は月曜日、嵐から三週間を経て渡し船が再び運航し、古い桟橋の修理も終わったと発表した。"
JA_LAST = "市民からは「待っていた」という声が上がっており、事務所は利用を呼びかけている。"
