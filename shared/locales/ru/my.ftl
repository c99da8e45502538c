### Своя учётная запись

my-account-title = Моя учётная запись
my-account-menu = Учётная запись
my-account-menu-data = Данные
my-account-menu-sessions = Входы
my-account-who = Учётная запись
my-account-roles = Роль
my-account-party = От чьего имени
my-account-fin = FİN
my-account-department = Управление
my-account-contact = Имя, телефон и язык
my-account-name = Имя и фамилия
my-account-name-hint = Например: Aytən Rzayeva
my-account-phone = Номер телефона
my-account-phone-hint = С кодом страны, например: +994 50 123 45 67
my-account-language = Язык писем
my-account-language-hint = Письма на электронную почту приходят на этом языке. Язык страницы меняется вверху.
my-account-save = Сохранить
my-account-saved = Сохранено: { $time }
my-account-email-title = Электронная почта
my-account-email-now = Сейчас: { $email }
my-account-email = Новый адрес электронной почты
my-account-email-hint = Например: name@hotel.az
my-account-email-means = На новый адрес придёт код из 6 цифр. Когда вы его введёте, вход и письма перейдут на этот адрес. До этого действует прежний.
my-account-email-save = Отправить код
my-account-email-sent = Код отправлен: { $time }
my-account-email-code-title = Подтвердите новый адрес
my-account-email-code-none = Нет письма? Проверьте папку «Спам». Если у адреса уже есть учётная запись, в письме об этом сказано.
my-account-password-title = Пароль
my-account-password-current = Текущий пароль
my-account-password-new = Новый пароль
my-account-password-hint = Не меньше 15 знаков. Можно написать несколько слов, например: синее море утро чай
my-account-password-means = Когда пароль меняется, входы на других устройствах завершаются.
my-account-password-save = Сменить пароль
my-account-password-changed = Пароль изменён: { $time }
my-account-email-changed = Адрес изменён: { $time }
my-account-stale = Учётная запись изменилась в другом месте. Введённое сохранено. Нынешнее состояние показано ниже, сохраните ещё раз.

my-sessions-title = Входы
my-sessions-lead = Устройства, на которых выполнен вход. Незнакомый вход завершите и смените пароль.
my-sessions-current = Это устройство
my-sessions-started = Вход: { $moment }
my-sessions-seen = Последнее действие: { $moment }
my-sessions-place = Сетевой адрес: { $place }
my-sessions-end = Завершить вход
my-sessions-end-name = Завершить вход: { $device }, { $moment }
my-sessions-end-others = Завершить все другие входы
my-sessions-end-others-means = На всех устройствах, кроме этого, вход завершается. Здесь вы остаётесь.
my-sessions-ended = Вход завершён: { $time }
my-sessions-others-ended = Другие входы завершены: { $time }
my-sessions-only-this = Вход выполнен только на этом устройстве
my-account-sign-in-first = Войдите, чтобы увидеть свою учётную запись
field-error-needed-current-password = Напишите текущий пароль

my-sign-in-first = Войдите, чтобы увидеть свои данные
my-staff-title = Эта страница не для учётных записей сотрудников
my-staff-lead = Смотрите свои данные из личной учётной записи, открытой с другим адресом почты.
my-more = Показать ещё
my-link-title = Свяжите учётную запись с собой
my-link-lead = Ваши регистрации и кто смотрел ваши данные должны видеть только вы. Поэтому сначала сотрудник видит подлинник вашего документа.
my-link-step-come = Придите в управление с подлинником: паспорт, проездной документ или удостоверение личности.
my-link-step-show = Дайте документ сотруднику в окне.
my-link-step-code = Нажмите кнопку ниже и назовите код сотруднику.
my-link-show-code = Показать код
my-link-until = Код работает до { $time }. Называйте его только сотруднику в окне.
my-link-why = До этого учётная запись показывает только то, что вы ввели сами. Имя или номер паспорта никого с учётной записью не связывают.
my-link-where = Адреса управлений
my-registrations-title = Мои регистрации
my-registrations-lead = Все ваши регистрации по месту пребывания, кто бы вас ни регистрировал.
my-registrations-now = Действуют
my-registrations-past = Прошлые
my-registrations-none-now = Сейчас действующей регистрации нет
my-registrations-none-past = Прошлых регистраций нет
my-registrations-last-day = { $days ->
    [0] Последний день — { $date } (сегодня)
    [one] Последний день — { $date } (остался { $days } день)
    [few] Последний день — { $date } (осталось { $days } дня)
    [many] Последний день — { $date } (осталось { $days } дней)
   *[other] Последний день — { $date } (осталось { $days } дня)
}
my-registrations-registered = Зарегистрировано: { $moment }
my-registrations-notice = Скачать уведомление
my-registrations-notice-of = Скачать уведомление: { $number }
my-seen-lead = Когда кто-то смотрит или меняет ваши данные, сначала это записывают здесь, и только потом показывают ему. Запись никто не может удалить или изменить.
my-seen-period = Время
my-seen-month = Последние 30 дней
my-seen-year = Последние 12 месяцев
my-seen-ever = За всё время
my-seen-office = Кто
my-seen-everybody = Все
my-seen-column-at = Время
my-seen-column-who = Кто
my-seen-column-what = Что
my-seen-column-why = Зачем
my-seen-officer = { $role } № { $number }
my-seen-anybody = Тот, кто знает код уведомления
my-seen-service = Система Службы
my-seen-about = Регистрация: { $numbers }
my-seen-empty = Пока никто не смотрел
my-seen-own = Ваших собственных просмотров здесь нет. Сотрудник показан номером, а не именем. Если есть вопрос, назовите номер по телефону (012) 919.
my-data-title = Мои данные
my-data-lead = Всё, что Служба хранит о вас. В файле то же самое в формате JSON, для программ.
my-data-file = Скачать файл (JSON)
my-data-account = Учётная запись
my-data-registry = Реестр
my-data-unproven = Учётная запись ещё не связана с вами, поэтому данных реестра здесь нет.
my-data-none = Не указано
my-data-opened = Учётная запись открыта
my-data-terms = Условия приняты
my-data-privacy = Политика конфиденциальности принята
my-data-sessions = Сеансы
my-data-sessions-count = { $count ->
    [one] { $count } сеанс (он в файле)
    [few] { $count } сеанса (все в файле)
    [many] { $count } сеансов (все в файле)
   *[other] { $count } сеанса (все в файле)
}
my-data-linked = Учётная запись связана с вами
my-data-document = Что написано в документе
my-data-source = Источник
my-data-stated = Принимающая сторона записала из документа: { $moment }
my-data-more = Также хранится
my-data-stays-count = { $count ->
    [one] { $count } регистрация
    [few] { $count } регистрации
    [many] { $count } регистраций
   *[other] { $count } регистрации
}
my-data-seen-count = { $count ->
    [one] { $count } запись
    [few] { $count } записи
    [many] { $count } записей
   *[other] { $count } записи
}

my-account-close-title = Закрыть учётную запись
my-account-close-lead = Закрытую учётную запись снова открыть нельзя. С тем же адресом почты можно открыть новую.
my-account-close-goes = Что удаляется: адрес почты, телефон, пароль и сеансы. Вы выйдете на всех устройствах.
my-account-close-stays = Что остаётся: регистрации по месту пребывания, их журнал и кто их смотрел. Их хранит закон.
my-account-close-host = Если у вас сейчас живут гости, сначала отметьте их выбытие: после закрытия это невозможно. Если у организации нет другой учётной записи, её программы тоже остановятся.
my-account-close-staff = Учётную запись сотрудника закрывает администратор.
my-account-close-act = Закрыть учётную запись

my-corrections-title = Мои обращения об исправлении
my-corrections-lead = Если в вашей регистрации что-то записано неверно, попросите исправить или удалить это. Здесь видно, до какого дня придёт ответ.
my-corrections-how = Начните с регистрации: найдите её на странице «Мои регистрации» и нажмите «Попросить исправить».
my-corrections-none = Обращений пока нет
my-corrections-asked = Отправлено: { $moment }
my-corrections-answered = Ответ дан: { $moment }
my-corrections-answer-by = { $days ->
    [0] Ответ до { $date } включительно (сегодня)
   *[other] Ответ до { $date } включительно (осталось дней: { $days })
}
my-corrections-answer-late = Ответ должен был прийти до { $date } включительно. Позвоните по номеру (012) 919.
my-corrections-unsure = Срок требует подтверждения.
my-corrections-of = Регистрация { $number }
my-corrections-kept = Записано
my-corrections-right = Верно
my-corrections-erase = Удалить
my-corrections-reason = Причина
my-corrections-refusal = Почему не сделано
my-corrections-complain = Если вы не согласны, до { $date } включительно (срок требует подтверждения) можно подать жалобу в главное управление Службы или в административный суд. Укажите дату обращения и номер регистрации.
my-corrections-contacts = Адреса управлений
my-corrections-ask = Попросить исправить
my-corrections-ask-of = Попросить исправить: { $number }
my-corrections-new-title = Попросить исправить
my-corrections-new-lead = На каждую ошибку — отдельное обращение. Прежняя запись тоже остаётся в журнале.
my-corrections-kind = Что нужно сделать?
my-corrections-kind-correction = Исправить
my-corrections-kind-erasure = Удалить
my-corrections-kind-erasure-hint = То, что закон требует хранить, не удаляют. Тогда мы пишем причину.
my-corrections-field = О каких данных речь?
my-corrections-now = Сейчас записано: { $value }
my-corrections-now-none = Сейчас здесь ничего не записано
my-corrections-value = Как верно?
my-corrections-why = Почему?
my-corrections-why-hint = Это читает сотрудник. Напишите, что неверно и из какого документа это видно. От 10 до 1000 знаков.
my-corrections-send = Отправить обращение
my-corrections-means = Обращение получит управление, которое ведёт регистрацию. Об ответе придёт письмо на почту.
my-corrections-not-found = В вашей учётной записи нет такой регистрации
my-data-wrong = Если что-то неверно, попросите исправить

correction-kind-correction = Исправление
correction-kind-erasure = Удаление
correction-field-surname = Фамилия
correction-field-given-names = Имя
correction-field-sex = Пол
correction-field-birth-date = Дата рождения
correction-field-citizenship = Гражданство
correction-field-document-issuer = Страна, выдавшая документ
correction-field-document-number = Номер документа
correction-field-document-expires-on = Срок действия документа
correction-field-arrived-in-country = Дата прибытия в страну
correction-field-arrived-at-address = Дата прибытия по адресу
correction-field-visa-number = Номер визы
correction-field-visa-stay-until = Последний день пребывания по визе
correction-field-contact = Адрес или телефон для уведомления
correction-field-registration = Регистрация целиком
status-correction_submitted = Рассматривается
status-correction_recommended = Предложен отказ
status-correction_accepted = Выполнено
status-correction_refused = Отказано
