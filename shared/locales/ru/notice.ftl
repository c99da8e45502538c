### for: server

# The notice of registration at the place of stay: PDF and its print.
# notice-label-* are gathered by documents::NoticeLabels; $page and $pages are filled at the press.
notice-title = Уведомление о регистрации по месту пребывания
notice-title-original = Olduğu yer üzrə qeydiyyat barədə bildiriş
notice-label-translation = Перевод
notice-label-service = Государственная миграционная служба
notice-label-number = Номер регистрации
notice-label-code = Код проверки
notice-label-check = Чтобы проверить, отсканируйте QR-код или введите код на странице:
notice-label-qr = QR-код, который открывает страницу проверки уведомления
notice-label-guest = Гость
notice-label-birth-date = Дата рождения
notice-label-citizenship = Гражданство
notice-label-document = Документ
notice-label-address = Адрес
notice-label-host = Принимающая сторона
notice-label-period = Срок регистрации
notice-label-registered = Время регистрации
notice-label-last-day = Последний день для регистрации
notice-label-basis = Правовое основание
notice-label-channel = Способ подачи
notice-label-legal-force = Юридическую силу имеет текст на азербайджанском языке. При расхождении с переводом применяется он.
notice-label-call-centre = Вопросы: Колл-центр (012) 919
notice-label-page = Страница { $page } из { $pages }

# The word in the frame.
notice-status-registered = Регистрация оформлена
notice-status-registered-late = Зарегистрировано с опозданием
notice-status-address-pending = Регистрация оформлена, адрес ожидает подтверждения
notice-status-departed = Регистрация прекращена
notice-status-superseded = Заменено
notice-status-expired = Срок истёк
notice-status-annulled = Аннулировано

# The sentence beside it. $until and $left are dates as in a sentence.
notice-state-in-force = Регистрация действует по { $until } включительно.
notice-state-address-pending = Регистрация действует по { $until } включительно. Если адрес не подтвердят, она будет аннулирована, принимающей стороне об этом сообщат.
notice-state-departed = День выбытия гостя: { $left }. В этот день регистрация прекращена.
notice-state-superseded = Эту регистрацию заменила более поздняя. Её последний день — { $until }.
notice-state-expired = Срок регистрации истёк. Последний день — { $until }.
notice-state-annulled = Регистрация аннулирована и считается несостоявшейся.
notice-remark-departure = Когда гость уезжает, принимающая сторона сообщает об этом Службе. Если никто не сообщит, регистрация прекратится сама в последний день.

# Values in the table. $period, $moment and $day are printed by the caller (texts::format).
notice-value-passport = Паспорт { $number }
notice-value-travel-document = Проездной документ { $number }
notice-value-identity-card = Удостоверение личности { $number }
notice-value-organisation = { $name }, VÖEN { $voen }
notice-value-period = { $period }, последний день включительно
notice-value-registered = { $moment } (по бакинскому времени)
notice-value-in-time = { $day }, регистрация в срок
notice-value-late = { $days ->
    [one] { $day }, опоздание { $days } календарный день
    [few] { $day }, опоздание { $days } календарных дня
    [many] { $day }, опоздание { $days } календарных дней
   *[other] { $day }, опоздание { $days } календарного дня
}
notice-value-counter = Окно приёма Службы
notice-value-web = Сайт «Bir Pəncərə»
notice-value-api = Программа принимающей стороны
notice-value-prepared = Подготовлено: { $moment } (по бакинскому времени)
notice-value-flat = квартира { $flat }
notice-value-room = комната { $room }
