### Рабочее место: регистрации и запросы адресов

desk-title = Рабочее место
desk-menu = Разделы
desk-search-field = Номер, имя или документ
desk-search-send = Найти
desk-not-given = Не указано

desk-rail-registrations = Регистрация
desk-rail-new = Новые регистрации
desk-rail-late = С опозданием
desk-rail-unconfirmed = По неподтверждённым адресам
desk-rail-all = Все
desk-rail-premises = Адреса
desk-rail-requested = Запросы адресов
desk-rail-confirmed = Подтверждённые
desk-rail-rejected = Неподтверждённые
desk-rail-search = Поиск
desk-rail-search-registrations = Поиск регистраций

desk-not-yours = Этот раздел недоступен для вашей учётной записи
desk-not-yours-next = Здесь работают сотрудники региональных управлений. Перейдите в свой раздел или войдите с другой учётной записью.
desk-sign-in-first = Войдите, чтобы открыть рабочее место
desk-own-part = Перейти в свой раздел

desk-keys-title = Работа с клавиатуры
desk-keys-down = вниз
desk-keys-up = вверх
desk-keys-move = вниз, вверх
desk-keys-open = открыть
desk-keys-search = поиск
desk-keys-reload = обновить список
desk-keys-all = все клавиши
desk-keys-use = Использовать клавиши из одной буквы
desk-keys-use-hint = Отключите, если управляете голосом. Выбор хранится на этом устройстве.

desk-list-updated = Обновлено: { $time }
desk-list-reload = Обновить
desk-list-more = Следующие 50
desk-list-first = Начало списка
desk-list-pages = Страницы
desk-list-one-address = По одному адресу
desk-list-title-late = Регистрации с опозданием
desk-list-title-unconfirmed = Регистрации по неподтверждённым адресам
desk-list-title-all = Все регистрации
desk-list-empty-new = За последние 7 дней новых регистраций нет
desk-list-empty-late = За последние 30 дней регистраций с опозданием нет
desk-list-empty-unconfirmed = По неподтверждённым адресам регистраций нет
desk-list-empty-all = Регистраций пока нет
desk-list-empty-next = Новые регистрации появятся в этом списке.
desk-list-shown = { $count ->
    [0] Список пуст
    [one] На этой странице { $count } регистрация
    [few] На этой странице { $count } регистрации
    [many] На этой странице { $count } регистраций
   *[other] На этой странице { $count } регистрации
}

desk-group-unconfirmed = Адрес не подтверждён, сначала проверьте адрес
desk-group-today = Сегодня, { $date }
desk-group-yesterday = Вчера, { $date }
desk-group-week = Последние 7 дней
desk-group-earlier = Раньше
desk-group-count = { $count ->
    [one] { $count } регистрация
    [few] { $count } регистрации
    [many] { $count } регистраций
   *[other] { $count } регистрации
}

desk-column-received = Поступило
desk-column-number = Номер
desk-column-guest = Гость
desk-column-citizenship = Гражданство
desk-column-document = Документ
desk-column-address = Адрес
desk-column-host = Принимающая сторона
desk-column-stay = Срок регистрации
desk-column-state = Состояние
desk-column-next = Следующий шаг
desk-row-address = Проверить адрес
desk-late = { $days ->
    [one] опоздание { $days } день
    [few] опоздание { $days } дня
    [many] опоздание { $days } дней
   *[other] опоздание { $days } дня
}
desk-late-none = В срок

desk-segments = Вид списка

desk-search-title = Поиск регистраций
desk-search-lead = Достаточно одного поля. Если заполнить несколько, найдутся регистрации, где совпало всё.
desk-search-name = Фамилия или полное имя
desk-search-name-hint = PETROVA OLGA или OLGA PETROVA. Достаточно начала фамилии, разное написание не мешает: Əliyev, Aliyev
desk-search-number = Номер регистрации
desk-search-number-hint = Например: 2026-48217036-7
desk-search-document = Номер документа
desk-search-document-hint = Например: U21457893
desk-search-again = Очистить поля
desk-search-recorded = Каждый поиск и каждое найденное лицо записываются в журнал доступа.
desk-search-nothing = Ничего не найдено
desk-search-nothing-next = Сверьте написание с паспортом или ищите по одному полю. Поиск показывает только регистрации вашего управления.
desk-search-found = { $count ->
    [0] Ничего не найдено
    [one] Найдена { $count } регистрация
    [few] Найдено { $count } регистрации
    [many] Найдено { $count } регистраций
   *[other] Найдено { $count } регистрации
}
desk-search-found-more = { $count ->
    [one] Показана первая { $count } регистрация
    [few] Показаны первые { $count } регистрации
    [many] Показаны первые { $count } регистраций
   *[other] Показаны первые { $count } регистрации
}

desk-registration-title = Регистрация
desk-recorded = Ваш просмотр записан: { $time }
desk-registration-document = Гость и документ
desk-registration-stay = Прибытие и пребывание
desk-registration-place = Адрес и принимающая сторона
desk-registration-law = Что говорит закон
desk-registration-journal = История
desk-registration-last-day = Последний день для регистрации
desk-registration-in-force = Действует: { $period }
desk-registration-not-in-force = Не действует
desk-registration-latest-until = Может длиться по
desk-registration-country-arrival = Прибытие в страну
desk-registration-address-arrival = Прибытие по адресу
desk-registration-until = Последний день по адресу
desk-registration-visa = Виза
desk-registration-visa-until = Последний день пребывания по визе
desk-registration-moved = Переезд с другого адреса
desk-registration-room = Комната
desk-registration-contact = Электронная почта или телефон гостя
desk-registration-mrz = Машиночитаемые строки документа
desk-registration-channel = Как поступило
desk-channel-web = Со страницы
desk-channel-api = Из программы гостиницы
desk-registration-edition = Редакция закона { $edition }, вычислитель { $engine }
desk-registration-trace = След проверки
desk-registration-notice = Скачать уведомление (PDF)
desk-registration-notice-failed = Файл не скачан. В регистрации ничего не изменилось. Попробуйте ещё раз.
desk-term-to-confirm = требует уточнения
desk-term-to-confirm-means = Норма закона или календарь рабочих дней, по которым посчитан этот день, ещё не подтверждены. Проверьте их перед решением.
desk-rung-moved = Гость переехал с другого адреса. Срок: { $term }.
desk-rung-not-moved = Гость не переезжал с другого адреса. При переезде срок был бы другим: { $term }.
desk-registration-address-waits = Этот адрес ещё не подтверждён. Если его не подтвердить, регистрация аннулируется, и принимающая сторона получит сообщение.
desk-registration-address-waits-over = Этот адрес ещё не подтверждён, а срок регистрации уже истёк. Если адрес не подтвердить, истёкшая регистрация тоже аннулируется, и принимающая сторона получит сообщение.
desk-registration-to-address = Посмотреть запрос адреса
desk-registration-code = Код проверки

desk-event-registered = Регистрация оформлена
desk-event-address_confirmed = Адрес подтверждён
desk-event-corrected = Внесено исправление
desk-event-extended = Продлена
desk-event-moved = Гость переехал по другому адресу
desk-event-departed = Выбытие гостя
desk-event-superseded = Заменена новой регистрацией
desk-event-reinstated = Заменившая регистрация аннулирована, эта снова действует
desk-event-annulled = Аннулирована
desk-event-by-host = Принимающая сторона
desk-event-by-client = Программа гостиницы
desk-event-by-officer = Сотрудник
desk-event-by-service = Система
desk-event-on = Дата: { $date }
desk-event-reason = Причина: { $reason }
desk-event-change = { $field }: было { $old }, стало { $new }
desk-event-empty = не указано
desk-reason-never_came = гость не приехал
desk-reason-wrong_guest = записан другой гость
desk-reason-entered_twice = запись сделана дважды
desk-reason-address_rejected = адрес не подтверждён

desk-timeline-earlier = { $count ->
    [one] Ещё { $count } событие раньше
    [few] Ещё { $count } события раньше
    [many] Ещё { $count } событий раньше
   *[other] Ещё { $count } события раньше
}
desk-timeline-now = Сейчас

desk-premises-title = Запросы адресов
desk-premises-title-confirmed = Подтверждённые адреса
desk-premises-title-rejected = Неподтверждённые адреса
desk-premises-lead = Сначала самые старые запросы
desk-premises-empty-requested = Запросов, которые ждут ответа, нет
desk-premises-empty-confirmed = Подтверждённых адресов нет
desk-premises-empty-rejected = Неподтверждённых адресов нет
desk-premises-empty-next = Новые запросы появятся в этом списке.
desk-premises-column-since = Запрос
desk-premises-column-kind = Вид
desk-premises-column-guests = Гости
desk-premises-choose = Выберите адрес в списке слева. Каждый открытый адрес записывается в журнал доступа.
desk-premises-request = Запрос адреса
desk-premises-kind = Вид места пребывания
desk-premises-proof = Документ о праве на это место
desk-premises-requested = Запрос отправлен
desk-premises-decided = Решение принято
desk-premises-department = Управление, которое решает
desk-premises-department-unsure = требует уточнения
desk-premises-reason = Причина
desk-premises-guests = { $count ->
    [0] По этому адресу нет действующих регистраций
    [one] По этому адресу действует { $count } регистрация
    [few] По этому адресу действуют { $count } регистрации
    [many] По этому адресу действует { $count } регистраций
   *[other] По этому адресу действует { $count } регистрации
}
desk-premises-guests-title = Кто зарегистрирован по этому адресу
desk-premises-others = { $count ->
    [0] Другие принимающие стороны этот адрес не запрашивали
    [one] Этот адрес запросила ещё { $count } сторона
    [few] Этот адрес запросили ещё { $count } стороны
    [many] Этот адрес запросили ещё { $count } сторон
   *[other] Этот адрес запросили ещё { $count } стороны
}
desk-premises-confirm = Подтвердить адрес
desk-premises-reject = Не подтверждать
desk-premises-confirm-means = После подтверждения с регистраций по этому адресу снимается отметка. Принимающая сторона получит сообщение.
desk-premises-reject-means = { $count ->
    [0] Если не подтвердить, по этому адресу нельзя регистрировать гостей. Решение нельзя отменить.
    [one] Если не подтвердить, аннулируется { $count } регистрация. Решение нельзя отменить.
    [few] Если не подтвердить, аннулируются { $count } регистрации, включая истёкшие. Решение нельзя отменить.
    [many] Если не подтвердить, аннулируется { $count } регистраций, включая истёкшие. Решение нельзя отменить.
   *[other] Если не подтвердить, аннулируется { $count } регистрации, включая истёкшие. Решение нельзя отменить.
}
desk-premises-reject-title = Почему адрес не подтверждается?
desk-premises-reject-hint = Это прочитает принимающая сторона. Напишите, что ей нужно прислать. Не меньше 10 и не больше 1000 знаков.
desk-premises-reject-send = Записать отказ в подтверждении
desk-premises-done-confirmed = Адрес подтверждён: { $time }
desk-premises-done-rejected = Адрес не подтверждён: { $time }
desk-premises-next-request = Следующий запрос
desk-premises-back = Вернуться к списку
desk-text-length = Написано знаков: { $count } из { $most }

desk-stale-title = Запрос изменился, пока вы его смотрели
desk-stale-lead = Ничего не отправлено, ваш текст ниже. Сравните оба варианта.
desk-stale-decided = По этому запросу решение уже принято, ваше решение не отправлено. Ваш текст ниже.
desk-stale-theirs = Новый вариант
desk-stale-mine = Ваше решение
desk-stale-field-state = Решение
desk-stale-field-reason = Причина
desk-stale-field-when = Время
desk-stale-not-sent = не отправлено
desk-stale-keep-mine = Оставить моё
desk-stale-take-theirs = Взять новое
desk-stale-mine-confirm = Подтвердить
desk-stale-mine-reject = Не подтверждать
field-error-search-empty = Заполните хотя бы одно поле

desk-rail-department = Управление
desk-board-title = Работа управления
desk-board-lead = Что ждёт, с какого времени и кто рассматривал адреса за последние 30 дней
desk-board-now = Сейчас
desk-board-waiting = Запросов адреса в ожидании
desk-board-over-week = Из них дольше 7 дней
desk-board-guests = Регистраций по неподтверждённым адресам
desk-board-oldest = Дольше всех ждут
desk-board-all = Все запросы адреса
desk-board-officers = Решения за последние 30 дней
desk-board-officer = Сотрудник
desk-board-confirmed = Подтверждено
desk-board-rejected = Не подтверждено
desk-board-nobody = За последние 30 дней решений об адресах не было

desk-rail-persons = Люди
desk-persons-title = Связать учётную запись
desk-persons-lead = Подлинник документа должен быть перед вами. Заполните три поля по документу, сравните лицо и записи.
desk-persons-find = Найти человека
desk-persons-recorded = Поиск и найденный человек записываются в журнал просмотров, и человек это видит.
desk-persons-nobody = По этому документу никто не найден
desk-persons-nobody-next = Сравните три поля с документом. Кого с этим документом ещё не регистрировали, того нет в реестре.
desk-persons-account = Учётная запись
desk-persons-linked-by = Кто связал: { $officer }, { $moment }
desk-persons-original = Я вижу подлинник документа, и его владелец передо мной
desk-persons-code = Код, который показывает учётная запись
desk-persons-code-hint = 8 знаков, работает 10 минут
desk-persons-email = или адрес почты учётной записи
desk-persons-email-hint = Если код показать нельзя
desk-persons-means = Учётная запись увидит все регистрации этого человека и кто смотрел его данные. Её владелец получит письмо. Отменить связь может руководитель или администратор.
desk-persons-link = Связать учётную запись
desk-persons-linked = Учётная запись связана в { $time }
desk-persons-undo-who = Если связь ошибочна, её отменяет руководитель или администратор.
desk-persons-undo-means = Учётная запись больше не увидит ничего об этом человеке. Регистрации остаются. Её владелец получит письмо.
desk-persons-undo = Отменить связь
desk-persons-unlinked = Связь отменена в { $time }

desk-rail-corrections = Обращения об исправлении
desk-rail-corrections-waiting = Ждут ответа
desk-rail-corrections-answered = С ответом
desk-corrections-title-waiting = Обращения об исправлении
desk-corrections-title-answered = Обращения с ответом
desk-corrections-lead = Вверху обращения с ближайшим сроком
desk-corrections-empty = Обращений здесь нет
desk-corrections-empty-next = Новое обращение появится среди тех, что ждут ответа.
desk-corrections-column-by = Последний день
desk-corrections-column-who = Кто
desk-corrections-column-what = Что
desk-corrections-column-state = Состояние
desk-corrections-choose = Выберите обращение из списка. Каждое открытое обращение записывается в журнал доступа.
desk-corrections-kind = О чём просят
desk-corrections-field = Какие данные
desk-corrections-then = Было записано при обращении
desk-corrections-now = Записано сейчас
desk-corrections-right = Как верно по словам человека
desk-corrections-reason = Причина, указанная человеком
desk-corrections-answer = Причина отказа
desk-corrections-sent-back = Почему руководитель вернул
desk-corrections-registration = Регистрация
desk-corrections-accept = Выполнить
desk-corrections-accept-means = Регистрация изменится сразу, прежняя и новая записи останутся в журнале, человеку уйдёт письмо.
desk-corrections-recommend = Предложить отказ
desk-corrections-recommend-title = Почему нужно отказать?
desk-corrections-recommend-hint = Это читает человек. Если данные требует хранить закон, так и напишите. От 10 до 1000 знаков.
desk-corrections-recommend-means = Решение подписывает руководитель. До этого человек ничего не видит.
desk-corrections-recommend-send = Отправить руководителю
desk-corrections-sign = Подписать отказ
desk-corrections-sign-means = Человек увидит причину и порядок жалобы и получит письмо.
desk-corrections-send-back = Вернуть сотруднику
desk-corrections-send-back-title = Почему не подписываете?
desk-corrections-send-back-hint = Это читает сотрудник. От 10 до 1000 знаков.
desk-corrections-send-back-send = Вернуть
desk-corrections-own = Этот отказ предложили вы. Подпишет другой руководитель.
desk-corrections-done-accept = Выполнено: { $time }
desk-corrections-done-recommend = Отправлено руководителю: { $time }
desk-corrections-done-sign = Отказ подписан: { $time }
desk-corrections-done-send_back = Возвращено сотруднику: { $time }

desk-rail-counter = Окно приёма
desk-counter-title = Регистрация в окне приёма
desk-counter-lead = Сначала найдите адрес, затем зарегистрируйте того, кто стоит у окна
desk-counter-find = Найти адрес
desk-counter-found = Адреса в этом доме
desk-counter-none = В вашем управлении нет адресов в этом доме
desk-counter-here = Зарегистрировать здесь
desk-counter-other-address = Выбрать другой адрес
desk-counter-new = Новый адрес
desk-counter-new-lead = Если у принимающей стороны нет учётной записи или иностранец живёт по собственному адресу, запишите адрес здесь. Он попадёт в список ожидающих подтверждения.
desk-counter-host-kind = Кто там принимает?
desk-counter-host-person = Человек
desk-counter-host-person-hint = Если иностранец живёт по собственному адресу, укажите его имя
desk-counter-host-organisation = Организация
desk-counter-host-name = Имя или название принимающей стороны
desk-counter-new-send = Сохранить адрес
desk-counter-original-seen = Оригинал документа предъявлен
desk-channel-counter = В окне приёма
