# Страницы принимающей стороны: новая регистрация, уведомление, гости, адреса, программы.

host-sign-in-title = Войдите, чтобы зарегистрировать гостя
host-sign-in-lead = После входа вы вернётесь на эту страницу.
host-not-yours-title = Этот раздел для принимающих сторон
host-not-yours-lead = У вашей учётной записи нет такого права. Откройте свой раздел или войдите с другой учётной записью.
host-not-found-title = Такой страницы нет
host-not-found-lead = Проверьте адрес или вернитесь к списку гостей.
host-back-to-guests = Вернуться к гостям

## Новая регистрация

host-register-title = Новая регистрация
host-register-document = Документ
host-register-stay = Прибытие и пребывание
host-register-send = Зарегистрировать
host-register-sending = Отправляем
host-register-send-next = Сохранить и перейти к следующему гостю
host-register-clear = Очистить поля
host-register-last-day = Зарегистрировать до: { $date }
host-register-kept = Всё, что вы ввели, сохранено.
host-register-done = Регистрация оформлена: { $name }, номер { $number }
host-register-done-open = Открыть уведомление
host-register-carried = Даты прибытия и адрес взяты от предыдущего гостя. Проверьте их.
host-register-offline-title = Нет сети, регистрация ещё не отправлена
host-register-offline = Введённое сохранено в этой вкладке: не закрывайте её. Когда сеть вернётся, отправьте ещё раз: второй регистрации не будет.
host-register-back-online = Сеть вернулась. Регистрацию можно отправить.
host-register-no-premises = Сначала добавьте адрес, где вы принимаете гостей
host-register-no-premises-lead = Адрес вводится один раз. Гостя можно зарегистрировать сразу, не дожидаясь подтверждения.

host-from-mrz = Из MRZ
host-from-previous = От предыдущего гостя
host-from-last = Последний выбранный
host-from-last-stay = С прошлого раза
host-from-today = Сегодня
host-from-citizenship = По гражданству

host-field-given-names-hint = Если в паспорте одно имя, оставьте пустым
host-field-arrival-hint = Дата на штампе о въезде
host-field-arrived-hint = День прибытия гостя по этому адресу
host-field-until-latest = Не позднее: { $date }
host-field-until-hint = Последний день по этому адресу
host-field-room = Комната
host-field-room-hint = Для вашего списка
host-field-visa-question = Въезд по визе?
host-field-visa-hint = Регистрация не может быть дольше, чем разрешает виза
host-field-visa-until = Последний день пребывания по визе
host-field-moved-question = Это переезд с другого адреса в стране?
host-field-moved-hint = После переезда действует другой срок
host-field-contact = Электронная почта или телефон гостя
host-field-contact-hint = Туда придёт уведомление. Например: +994501234567
host-field-language = Язык сообщений гостю
host-field-language-hint = Уведомление придёт на этом языке
host-field-sex-x = Не указан
host-field-premises-choose = Выберите адрес
host-field-premises-waits = { $address } (ожидает подтверждения)
host-field-premises-note = Адрес ещё не подтверждён. Регистрация действует, адрес проверяет: { $department }. Если его не подтвердят, регистрация будет аннулирована, и мы вам напишем.
host-field-choose = Выберите

host-document-passport = Паспорт
host-document-travel_document = Проездной документ
host-document-identity_card = Удостоверение личности

field-error-needed-surname = Напишите фамилию как в паспорте, например: YILMAZ
field-error-needed-citizenship = Выберите гражданство
field-error-needed-birth-date = Напишите дату рождения, например: 12 03 1988
field-error-needed-sex = Выберите пол
field-error-needed-number = Напишите номер паспорта, например: U21457893
field-error-needed-expires-on = Напишите, до какой даты действует документ, например: 14 06 2031
field-error-needed-issuer = Выберите страну, выдавшую документ
field-error-needed-arrived-in-country = Напишите дату прибытия в страну, например: 19 11 2026
field-error-needed-arrived-at-address = Напишите дату прибытия по адресу, например: 23 11 2026
field-error-needed-until = Напишите дату выбытия, например: 30 11 2026
field-error-needed-premises = Выберите адрес
field-error-needed-visa-number = Напишите номер визы
field-error-needed-visa-until = Напишите последний день пребывания по визе
field-error-needed-kind = Выберите вид места пребывания
field-error-needed-district = Выберите район или город
field-error-needed-street = Напишите улицу, например: Kiçik Qala küçəsi
field-error-needed-house = Напишите номер дома (здания), например: 14
field-error-needed-name = Напишите название программы, например: Стойка приёма
field-error-needed-scopes = Выберите хотя бы одно право
field-error-needed-left-on = Напишите день выбытия, например: 30 11 2026
field-error-needed-moved-on = Напишите день переезда, например: 30 11 2026
field-error-needed-decision = Напишите номер решения
field-error-needed-decision-until = Напишите последний день по решению
field-error-needed-reason = Выберите причину

host-known-before = Уже останавливался гость: { $name }, { $period }
host-known-now = Сейчас зарегистрирован гость: { $name }, { $period }
host-known-from = Найдено в вашем списке: регистрация { $number }. Пустые поля можно заполнить из неё, введённое останется.
host-known-take = Заполнить с прошлого раза
host-known-leave = Не нужно

host-aside-title = Эта регистрация
host-aside-last-day = Последний день для регистрации
host-aside-in-time = В срок
host-aside-late = С опозданием
host-aside-late-note = Регистрация принимается и отмечается как поздняя.
host-aside-unknown = Напишите дату прибытия в страну, и здесь появится последний день.
host-aside-unknown-moved = Напишите дату прибытия по адресу, и здесь появится последний день.
host-aside-not-required = Регистрировать этого гостя не обязательно. Если хотите, это можно сделать.
host-aside-guest = Гость
host-aside-document = Документ
host-aside-stay = Пребывание
host-aside-fee = Пошлина
host-aside-free = бесплатно
host-aside-in-force = Регистрация действует с момента отправки. Уведомление можно сразу распечатать.
host-aside-keys = С клавиатуры

host-saved-saving = Сохраняем
host-saved-here = Сохранено в этой вкладке: { $time }
host-saved-here-hint = Удаляется при закрытии вкладки и при выходе
host-saved-failed = Не сохранено в этой вкладке. Не закрывайте страницу.

## Машиночитаемые строки

mrz-hint = Строки со знаками «<<<» в паспорте, карточке или визе. Считайте их сканером, вставьте или введите.
mrz-format-td1 = Карточка (TD1), 3 строки, 30 знаков
mrz-format-td2 = Карточка (TD2), 2 строки, 36 знаков
mrz-format-td3 = Паспорт (TD3), 2 строки, 44 знака
mrz-format-mrv-a = Виза (MRV-A), 2 строки, 44 знака
mrz-format-mrv-b = Виза (MRV-B), 2 строки, 36 знаков
mrz-check-document = Номер документа
mrz-check-birth = Дата рождения
mrz-check-expiry = Действует до
mrz-check-optional = Личный номер
mrz-check-composite = Общая проверка
mrz-check-good = совпадает
mrz-check-bad = не совпадает
mrz-read-good = Строки прочитаны, все контрольные цифры совпадают.
mrz-wrong-digit = Строка { $line }, знак { $at }: введено «{ $found }», ожидается «{ $expected }». Остальное сохранено. Сверьте с документом и исправьте.
mrz-wrong-length = { $count ->
    [one] Строка { $line }: { $count } знак, ожидается { $expected }. Введённое сохранено. Сверьте строку с документом.
    [few] Строка { $line }: { $count } знака, ожидается { $expected }. Введённое сохранено. Сверьте строку с документом.
    [many] Строка { $line }: { $count } знаков, ожидается { $expected }. Введённое сохранено. Сверьте строку с документом.
   *[other] Строка { $line }: { $count } знака, ожидается { $expected }. Введённое сохранено. Сверьте строку с документом.
}
mrz-wrong-lines = Строк: { $count }, ожидается { $expected }. Введённое сохранено. Вставьте все строки целиком.
mrz-wrong-letter = Строка { $line }, знак { $at }: «{ $found }» здесь стоять не может. Введённое сохранено. Сверьте с документом и исправьте.
mrz-wrong-kind = Это не строки документа: первая буква P, I, A или C, в визе V. Введённое сохранено. Поля можно заполнить и вручную.
mrz-wrong-date = Строка { $line }, знак { $at }: даты «{ $found }» нет, или она ещё не наступила. Остальное сохранено. Сверьте с документом.
mrz-wrong-country = Строка { $line }, знак { $at }: код страны «{ $found }» неизвестен. Остальное сохранено. Сверьте с документом.
mrz-names-cut = Имя не помещается в строку. Сверьте фамилию и имя с полным написанием в документе.
mrz-offer = Строка { $line }, знак { $at }: написать «{ $instead }» вместо «{ $found }»
mrz-visa-read = Строки визы прочитаны, её номер записан ниже. Теперь считайте строки паспорта или карточки.
mrz-birth-open = В строках дата рождения указана не полностью. Введите её так, как она стоит в документе.
mrz-again = Прочитать снова
mrz-by-hand = Заполнить поля вручную
mrz-kept = Поля, изменённые вручную, не взяты из строк: { $count }.
mrz-take = Взять из MRZ
mrz-keep = Оставить моё

## Уведомление

host-receipt-page = Уведомление о регистрации
host-receipt-title = Регистрация оформлена: { $name }
host-receipt-title-annulled = Регистрация аннулирована: { $name }
host-receipt-void = Это уведомление недействительно. Если оно у гостя, заберите его.
host-receipt-title-closed = Регистрация завершена: { $name }
host-receipt-in-time = { $moment } (по бакинскому времени). Последний день для регистрации — { $date }: она оформлена в срок.
host-receipt-late = { $moment } (по бакинскому времени). Регистрация принята. { $days ->
    [one] Она на { $days } день позже срока и отмечена как поздняя.
    [few] Она на { $days } дня позже срока и отмечена как поздняя.
    [many] Она на { $days } дней позже срока и отмечена как поздняя.
   *[other] Она на { $days } дня позже срока и отмечена как поздняя.
}
host-receipt-address-waits = Адрес ожидает подтверждения. Регистрация действует.
host-receipt-copy = Скопировать номер
host-receipt-copied = Номер скопирован
host-receipt-qr = QR-код, который открывает страницу проверки уведомления
host-receipt-code = Код проверки { $code }
host-receipt-guest = Гость
host-receipt-document = Документ
host-receipt-address = Адрес
host-receipt-host = Принимающая сторона
host-receipt-period = Срок регистрации
host-receipt-law = Правовое основание
host-receipt-room = Комната
host-receipt-organisation = { $name }, VÖEN { $voen }
host-receipt-next = Следующий гость
host-receipt-print = Распечатать уведомление
host-receipt-pdf = Скачать PDF
host-receipt-pdf-in = Скачать PDF: { $language }
host-receipt-pdf-failed = Файл не скачался. Регистрация действует. Попробуйте снова.
host-receipt-open = Открыть страницу гостя
host-receipt-footer = Уведомление может проверить каждый: { $address }, код { $code }
host-receipt-legal = Юридическую силу имеет текст на азербайджанском языке. При расхождении с переводом применяется он.

host-after-title = Что дальше
host-after-written = Внесено в реестр
host-after-address = Адрес проверяется
host-after-address-note = Проверяет: { $department }. Когда будет ответ, мы вам напишем.
host-after-departure = Сообщите, когда гость уедет
host-after-departure-note = Одной кнопкой: «Отметить выбытие». Если не сообщить, регистрация закончится в этот день сама.
host-after-longer = Если гость останется дольше
host-after-longer-note = Измените дату выбытия. Не позднее: { $date }
host-after-day = Последний день пребывания — { $date }
host-correct-ask = Нужно что-то исправить?
host-correct-ask-note = Исправьте, прежняя запись тоже сохранится.

host-keys-next = следующий гость
host-keys-print = распечатать

## Гости

host-guests-title = Гости
host-guests-views = Вид списка
host-guests-view-in_force = Сейчас здесь
host-guests-view-ending = Срок истекает
host-guests-view-closed = Завершённые
host-guests-lead-in_force = Гости с действующей регистрацией. Первыми стоят те, у кого срок истекает раньше.
host-guests-lead-ending = Гости, у которых срок регистрации истекает в ближайшие 3 дня.
host-guests-lead-closed = Гости, которые уехали или чья регистрация закончилась либо аннулирована.
host-guests-filter = Найти гостя
host-guests-filter-hint = Имя, номер комнаты, регистрации или документа. Выбывшие гости тоже находятся.
host-guests-shown = { $count ->
    [0] Подходящих гостей нет
    [one] В списке { $count } гость
    [few] В списке { $count } гостя
    [many] В списке { $count } гостей
   *[other] В списке { $count } гостя
}
host-guests-shown-more = Первые записи списка: { $count }
host-guests-found = { $count ->
    [0] Среди всех гостей ничего не найдено
    [one] Среди всех гостей найдена { $count } регистрация
    [few] Среди всех гостей найдены { $count } регистрации
    [many] Среди всех гостей найдено { $count } регистраций
   *[other] Среди всех гостей найдено { $count } регистрации
}
host-guests-found-more = Среди всех гостей найдено больше, показаны первые записи: { $count }
host-guests-column-guest = Гость
host-guests-column-citizenship = Гражданство
host-guests-column-room = Комната
host-guests-column-until = Пребывает до
host-guests-column-state = Состояние
host-guests-column-act = Что можно сделать
host-guests-more = Следующие 50
host-guests-empty-in_force = Гостей нет
host-guests-empty-ending = В ближайшие 3 дня сроки не истекают
host-guests-empty-closed = Завершённых регистраций нет
host-guests-empty-next = Когда приедет гость, регистрация займёт минуту.
host-guests-left = { $days ->
    [0] Заканчивается сегодня
    [one] Остался { $days } день
    [few] Осталось { $days } дня
    [many] Осталось { $days } дней
   *[other] Осталось { $days } дня
}
host-guests-depart-of = Отметить выбытие: { $name }
host-guests-dates = Изменить срок
host-guests-dates-of = Изменить срок: { $name }
host-departing = { $seconds ->
    [one] { $name }: выбытие будет отмечено через { $seconds } секунду
    [few] { $name }: выбытие будет отмечено через { $seconds } секунды
    [many] { $name }: выбытие будет отмечено через { $seconds } секунд
   *[other] { $name }: выбытие будет отмечено через { $seconds } секунды
}
host-undo = Отменить
host-undo-of = Отменить: { $name }
host-departed = Выбытие отмечено: { $name }, { $date }
host-undone = Отменено, ничего не отправлено: { $name }

## Страница гостя

host-guest-page = Регистрация гостя
host-guest-journal = История
host-guest-number = Номер { $number }
host-guest-in-force = Действует: { $period }
host-guest-not-in-force = Не действует: { $period }
host-guest-was-in-force = Действовала: { $period }
host-guest-registered = Регистрация оформлена: { $moment } (по бакинскому времени)
host-guest-receipt = Показать уведомление
host-guest-act = Что можно сделать
host-guest-depart-on = День выбытия
host-guest-depart-means = Регистрация заканчивается в этот день и закрывается: отменить это нельзя. Если это ошибка, зарегистрируйте гостя заново.
host-guest-dates = Изменить срок
host-guest-dates-lead = Напишите новый последний день. Не позднее: { $date }
host-guest-dates-send = Изменить срок
host-guest-dates-means = Регистрация действует до нового дня включительно. Прежний день остаётся в истории.
host-guest-decision = Решение о продлении пребывания
host-guest-decision-lead = Этот день позже окончания визы или безвизового срока. Если Служба продлила пребывание гостя, напишите номер решения и его срок.
host-guest-decision-number = Номер решения
host-guest-decision-number-hint = Серия MOM и 7 цифр, например: MOM0012345
host-guest-decision-until = Последний день пребывания по решению
host-guest-move = Переезд по другому моему адресу
host-guest-move-to = Новый адрес
host-guest-moved-on = День переезда
host-guest-move-means = Гость, который переезжает в другую квартиру того же владельца, не регистрируется заново: эта регистрация действует дальше с новым адресом. Прежний адрес остаётся в истории.
host-guest-move-nowhere = У вас нет другого адреса. Сначала добавьте его в разделе «Адреса».
host-guest-address = Адрес
host-guest-correct = Исправить
host-guest-correct-lead = Измените только то, что записано неверно. Прежняя и новая записи остаются в истории.
host-guest-correct-address = Адрес исправить нельзя. Если он неверен, аннулируйте регистрацию и зарегистрируйте гостя заново по верному адресу.
host-guest-correct-contact = Если указать новый, уведомление придёт и туда. Если оставить поле пустым, контакт будет удалён.
host-guest-moved = Переезд с другого адреса в стране
host-guest-mrz = Машиночитаемые строки документа
host-guest-correct-send = Отправить исправление
host-guest-correct-none = Вы пока ничего не изменили
host-guest-correct-changes = Что изменится
host-guest-change-was = было
host-guest-change-now = стало
host-guest-annul = Аннулировать регистрацию
host-guest-annul-why = Почему её аннулируют?
host-guest-annul-never_came = Гость не приехал
host-guest-annul-wrong_guest = Записан другой гость
host-guest-annul-entered_twice = Записано дважды
host-guest-annul-means = Регистрация считается несостоявшейся, уведомление теряет силу. Отменить это нельзя.
host-guest-closed = Эта регистрация закрыта, изменить её нельзя. Если гость вернётся, зарегистрируйте его снова.
host-guest-changed = Сохранено: { $time }
host-guest-print-anew = Прежнее уведомление устарело: напечатайте новое.
host-guest-stale = Эту регистрацию изменили в другом месте. Введённое сохранено, нынешнее состояние выше. Проверьте и отправьте ещё раз.
host-guest-empty-value = не указано

host-event-registered = Регистрация оформлена
host-event-address_confirmed = Адрес подтверждён
host-event-corrected = Внесено исправление
host-event-extended = Продлена
host-event-moved = Гость переехал по другому адресу
host-event-departed = Выбытие гостя
host-event-superseded = Заменена новой регистрацией
host-event-reinstated = Заменившая регистрация аннулирована, эта снова действует
host-event-annulled = Аннулирована
host-event-by-host = { $moment }, принимающая сторона
host-event-by-client = { $moment }, программа гостиницы
host-event-by-officer = { $moment }, сотрудник Службы
host-event-by-service = { $moment }, система
host-event-on = Дата: { $date }
host-event-reason-never_came = Причина: гость не приехал
host-event-reason-wrong_guest = Причина: записан другой гость
host-event-reason-entered_twice = Причина: записано дважды
host-event-reason-address_rejected = Причина: адрес не подтверждён
host-event-change = { $field }: было { $old }, стало { $new }

## Адреса

host-premises-title = Адреса
host-premises-lead = Места, где вы принимаете гостей. Каждый адрес подтверждает управление района.
host-premises-empty = Адресов пока нет
host-premises-empty-next = Адрес добавляют один раз, потом его выбирают из списка.
host-premises-guests = { $count ->
    [0] Сейчас гостей нет
    [one] Сейчас { $count } гость
    [few] Сейчас { $count } гостя
    [many] Сейчас { $count } гостей
   *[other] Сейчас { $count } гостя
}
host-premises-asked = Запрос: { $moment }
host-premises-decided = Решение: { $moment }
host-premises-with = У кого сейчас: { $department }
host-premises-reason = Причина: { $reason }
host-premises-rejected-next = Устраните причину и добавьте адрес снова. Регистрации по этому адресу аннулированы.
host-premises-register = Зарегистрировать по этому адресу
host-premises-department-open = Управление ещё уточняется

host-new-premises-title = Добавить адрес
host-new-premises-lead = Адрес вводится один раз. Сотрудник управления проверит и подтвердит его, ответ придёт по электронной почте.
host-new-premises-kind = Вид места пребывания
host-new-premises-proof = Документ о праве на это место
host-new-premises-proof-hint = Например: номер и дата выписки
host-new-premises-send = Добавить адрес
host-new-premises-means = После отправки по этому адресу сразу можно регистрировать гостей. Если адрес не подтвердят, регистрации по нему будут аннулированы.

picker-district = Район (город)
picker-district-choose = Выберите район
picker-group-baku = Районы города Баку
picker-group-ganja = Районы города Гянджи
picker-group-cities = Города
picker-group-districts = Районы
picker-group-nakhchivan = Нахчыванская Автономная Республика
picker-settlement = Посёлок (село)
picker-settlement-hint = Если в адресе его нет, оставьте пустым
picker-street = Улица
picker-street-hint = На азербайджанском языке, без сокращений. Например: Kiçik Qala küçəsi
picker-house = Дом (здание)
picker-flat = Квартира
picker-department = Этот адрес проверяет: { $department }
picker-department-open = Управление этого района ещё уточняется. Адрес проверяет: { $department }.
picker-own-service = В этом районе регистрацию ведёт: { $department }. Сообщите адрес туда.

address-line = { $district }, { $street } { $house }
address-line-flat = { $district }, { $street } { $house }, квартира { $flat }
address-line-settlement = { $district }, { $settlement }, { $street } { $house }
address-line-settlement-flat = { $district }, { $settlement }, { $street } { $house }, квартира { $flat }

place-kind-hotel = Гостиница
place-kind-hostel = Хостел
place-kind-sanatorium = Санаторий
place-kind-rest_home = Дом отдыха
place-kind-boarding_house = Пансионат
place-kind-camping = Кемпинг
place-kind-tourist_base = Туристическая база
place-kind-hospital = Больница
place-kind-flat = Квартира
place-kind-house = Частный дом
place-kind-other = Другое место

## Программы

host-clients-title = Программы
host-clients-lead = Программа вашей гостиницы может сама регистрировать гостей. У каждой программы свой ключ.
host-clients-docs = Документы для программистов
host-clients-empty = Программ пока нет
host-clients-empty-next = Добавьте программу и передайте ключ программисту.
host-clients-new = Новая программа
host-clients-name = Название программы
host-clients-name-hint = Чтобы узнать её в списке. Например: Стойка приёма
host-clients-scopes = Что может делать программа?
host-clients-create = Добавить программу
host-clients-secret-title = Скопируйте ключ сейчас
host-clients-secret-lead = Ключ показывается один раз. Храните его в надёжном месте и не отправляйте письмом.
host-clients-id = Код программы (client_id)
host-clients-secret = Ключ (client_secret)
host-clients-copy-id = Скопировать код
host-clients-copy-secret = Скопировать ключ
host-clients-copied = Скопировано
host-clients-secret-done = Ключ сохранён
host-clients-created = Добавлена: { $date }
host-clients-used = Последнее использование: { $moment }
host-clients-never-used = Ещё не использовалась
host-clients-ended = Закрыта: { $moment }
host-clients-live = Работает
host-clients-secrets = { $count ->
    [one] Действует { $count } ключ
    [few] Действует { $count } ключа
    [many] Действует { $count } ключей
   *[other] Действует { $count } ключа
}
host-clients-rotate = Создать новый ключ
host-clients-rotate-of = Создать новый ключ: { $name }
host-clients-rotate-means = Старый ключ действует, пока программа не перейдёт на новый. Одновременно может быть не больше двух ключей.
host-clients-slot = Ключ { $slot }, создан: { $moment }
host-clients-slot-end = Отключить старый ключ
host-clients-slot-end-of = Отключить ключ { $slot }, создан: { $moment }
host-clients-slot-end-means = С отключённым ключом программа не войдёт. Сначала переведите программу на новый ключ.
host-clients-end = Закрыть программу
host-clients-end-of = Закрыть программу: { $name }
host-clients-end-means = Программа сразу останавливается, её ключи не действуют. Регистрации остаются. Отменить это нельзя.
host-scope-registrations-write = Регистрировать гостей, исправлять записи и отмечать выбытие
host-scope-registrations-read = Видеть список гостей
host-scope-premises-write = Добавлять адреса
host-scope-premises-read = Видеть список адресов

## Регистрация из файла

host-upload-title = Регистрация гостей из файла
host-upload-lead = Выберите файл и проверьте его. Верные строки регистрируются, рядом с остальными написано, что не так.
host-upload-link = Зарегистрировать много гостей из файла
host-upload-choose = Выберите файл со списком гостей или перетащите его сюда
host-upload-pick = Выбрать файл
host-upload-limits = CSV (UTF-8) или Excel (XLSX), до 1000 гостей, до 5 МБ. Файл читается на этом устройстве.
host-upload-template = Скачать пустой образец (CSV)
host-upload-columns = Что писать в столбцах
host-upload-columns-lead = В первой строке названия столбцов, в любом порядке, на азербайджанском, английском или русском языке.
host-upload-kind-text = Как написано в документе
host-upload-kind-number = Латинские буквы и цифры без пробелов
host-upload-kind-country = Трёхбуквенный код страны, например TUR
host-upload-kind-day = Например, 30.11.2026 или 2026-11-30
host-upload-kind-sex = мужской, женский или x
host-upload-kind-document = паспорт, удостоверение личности или проездной документ. Если пусто, паспорт
host-upload-kind-yes-no = да или нет
host-upload-kind-language = az, en или ru
host-upload-guests = { $count ->
    [one] { $count } гость
    [few] { $count } гостя
    [many] { $count } гостей
   *[other] { $count } гостя
}
host-upload-send = { $count ->
    [one] Зарегистрировать { $count } гостя
    [few] Зарегистрировать { $count } гостей
    [many] Зарегистрировать { $count } гостей
   *[other] Зарегистрировать { $count } гостя
}
host-upload-progress = Отправлено гостей
host-upload-so-far = { $done } из { $count }
host-upload-taken = Зарегистрировано: { $count }
host-upload-not-taken = Не зарегистрировано: { $count }. Исправьте ниже и отправьте ещё раз.
host-upload-bad = Строки, которые не зарегистрированы
host-upload-bad-lead = Исправьте ошибки здесь или скачайте только эти строки файлом.
host-upload-line = Строка { $number }
host-upload-send-again = { $count ->
    [one] Отправить { $count } исправленную строку
    [few] Отправить { $count } исправленные строки
    [many] Отправить { $count } исправленных строк
   *[other] Отправить { $count } исправленной строки
}
host-upload-save-bad = Скачать только эти строки (CSV)

sheet-fault-encoding = Буквы файла не читаются
sheet-fault-encoding-next = Файл не в UTF-8. В Excel сохраните его как «CSV UTF-8» или XLSX и выберите снова.
sheet-fault-kind = Этот файл не CSV и не XLSX
sheet-fault-kind-next = Сохраните список как CSV (UTF-8) или XLSX и выберите снова.
sheet-fault-empty = В файле нет гостей
sheet-fault-empty-next = В первой строке должны быть названия столбцов, ниже гости.
sheet-fault-too-many = Файл слишком большой
sheet-fault-too-many-next = В одном файле до 1000 гостей и до 5 МБ. Разделите список.
sheet-fault-missing = В файле не хватает столбцов
sheet-fault-missing-next = Добавьте столбцы: { $columns }
