### Администрирование: сотрудники, журналы, полномочия

admin-title = Администрирование
admin-rail-accounts = Учётные записи
admin-rail-staff = Сотрудники
admin-rail-new = Новый сотрудник
admin-rail-audit = Аудит
admin-rail-access = Журнал доступа
admin-rail-security = События безопасности
admin-rail-rules = Правила
admin-rail-policy = Таблица полномочий
admin-rail-health = Состояние системы

admin-not-yours-next = Администрирование доступно администраторам и аудиторам. Перейдите в свой раздел или войдите с другой учётной записью.

admin-role-officer-may = Видит регистрации и запросы адресов, подтверждает адреса
admin-role-supervisor-may = Делает то же, что сотрудник, и отвечает за работу управления
admin-role-administrator-may = Открывает учётные записи сотрудников, читает оба журнала; данных гостей не видит
admin-role-auditor-may = Читает оба журнала со всеми фильтрами и выгружает журнал просмотров файлом; ничего не меняет, содержания дел не видит. Не сочетается с другой ролью
admin-role-analyst-may = Видит цифры по всей Службе, но не людей. Не сочетается с другой ролью

admin-staff-title = Сотрудники
admin-staff-shown = { $count ->
    [one] { $count } учётная запись
    [few] { $count } учётные записи
    [many] { $count } учётных записей
   *[other] { $count } учётной записи
}
admin-staff-new = Новый сотрудник
admin-staff-empty = Сотрудников пока нет
admin-staff-column-name = Имя
admin-staff-column-email = Электронная почта
admin-staff-column-department = Управление
admin-staff-column-roles = Роль
admin-staff-column-state = Учётная запись
admin-staff-column-seen = Последний вход
admin-staff-column-deputy = Кто замещает
admin-staff-active = Действует
admin-staff-waits = Ждёт пароля
admin-staff-disabled = Закрыта
admin-staff-never = Входа ещё не было
admin-staff-nobody = Не назначено

admin-colleague-place = Управление и роль
admin-colleague-department = Управление
admin-colleague-roles = Роли
admin-colleague-roles-hint = Выберите одну или несколько ролей
admin-colleague-save = Сохранить изменения
admin-colleague-place-means = Когда меняется управление или роль, все входы этого сотрудника завершаются. Потребуется новый вход.
admin-colleague-own = Свою роль и своё управление изменить нельзя. Это делает другой администратор.
admin-colleague-hand-over = Указать замещающего
admin-colleague-hand-over-to = Кто замещает
admin-colleague-hand-over-choose = Выберите сотрудника
admin-colleague-hand-over-means = Имя выбранного сотрудника показывается рядом с этим сотрудником. Работа ждёт в списках всего управления: ничего не переходит от одного к другому, и права не меняются. Выбрать можно только сотрудника того же управления.
admin-colleague-hand-over-nobody = В этом управлении больше никто не работает.
admin-colleague-hand-over-send = Назначить замещающего
admin-colleague-let-go = Снять замещающего
admin-colleague-let-go-means = Имя замещающего убирается из списка. Работа и права не меняются.
admin-colleague-let-go-send = Снять замещающего
admin-colleague-reset = Сбросить пароль
admin-colleague-reset-means = Все входы завершаются. Ссылка для нового пароля отправляется на электронную почту.
admin-colleague-reset-send = Отправить ссылку
admin-colleague-disable = Закрыть учётную запись
admin-colleague-disable-means = Все входы завершаются, и войти с этой учётной записью нельзя. Потом её можно открыть снова.
admin-colleague-disable-send = Закрыть учётную запись
admin-colleague-enable = Открыть учётную запись
admin-colleague-enable-means = Сотрудник снова может войти с прежним паролем.
admin-colleague-enable-send = Открыть учётную запись
admin-colleague-saved = Сохранено: { $time }
admin-colleague-handed = Замещающий указан: { $time }
admin-colleague-was-let-go = Замещающий снят: { $time }
admin-colleague-was-reset = Ссылка отправлена: { $time }
admin-colleague-was-disabled = Учётная запись закрыта: { $time }
admin-colleague-was-enabled = Учётная запись открыта: { $time }
admin-colleague-back = Вернуться к списку
admin-colleague-not-here = Этой учётной записи нет в списке
admin-colleague-nothing = Изменений нет

admin-stale-title = Учётная запись изменилась, пока вы её смотрели
admin-stale-lead = Ничего не отправлено, ваш выбор ниже. Сравните оба варианта.
admin-stale-mine = Ваш выбор
admin-stale-mine-deputy = выбранный сотрудник
admin-stale-stays = не меняется

admin-new-title = Новый сотрудник
admin-new-lead = После открытия учётной записи на этот адрес отправляется ссылка, чтобы задать пароль.
admin-new-name = Имя и фамилия
admin-new-name-hint = Например: Leyla Həsənova
admin-new-email = Рабочая электронная почта
admin-new-email-hint = Например: l.hasanova@migration.gov.az
admin-new-department-choose = Выберите управление
admin-new-language = Язык писем
admin-new-send = Открыть учётную запись
admin-new-done = Учётная запись открыта: { $name }
admin-new-done-next = Ссылка отправлена на адрес { $email }
admin-new-another = Добавить ещё одного сотрудника
admin-new-to-list = Список сотрудников

admin-access-title = Журнал доступа
admin-access-lead = Каждый просмотр и каждое изменение чужих данных. Строки не меняются и не удаляются.
admin-access-column-at = Время
admin-access-column-who = Кто
admin-access-column-office = Откуда
admin-access-column-operation = Что сделано
admin-access-column-purpose = Зачем
admin-access-column-subjects = Лица
admin-access-column-cause = Запрос
admin-access-service = Система
admin-access-empty = Журнал пока пуст
admin-access-empty-next = Когда кто-то посмотрит чужие данные, это появится здесь.

admin-security-title = События безопасности
admin-security-lead = Неудачные входы, отклонённые запросы, изменения ролей. Персональные данные не хранятся, только идентификатор учётной записи.
admin-security-column-kind = Событие
admin-security-column-account = Учётная запись
admin-security-no-account = Неизвестно
admin-security-empty = Событий нет
admin-security-empty-next = События появятся здесь.

admin-filter-title = Фильтр
admin-filter-account = Учётная запись
admin-filter-account-hint = Электронная почта, с которой входят. Или выберите имя в журнале
admin-filter-from = С какого дня
admin-filter-until = По какой день (включительно)
admin-filter-any = Любое
admin-filter-send = Показать
admin-filter-clear = Сбросить всё
admin-filter-in-use = Выбранные фильтры
admin-filter-only = – только эта учётная запись
admin-filter-chip-from = С { $day }
admin-filter-chip-until = По { $day }
admin-filter-chip-person = Человек, найденный по документу
admin-filter-chip-account = Выбранная учётная запись
admin-filter-nothing = В журнале нет записей по этим фильтрам
admin-filter-nothing-next = Уберите один из фильтров или выберите другие дни.

admin-trace-title = Кто смотрел данные этого человека
admin-trace-lead = По документу. Ваш поиск записывается в журнал. О человеке показано только, кто смотрел его данные.
admin-trace-issuer = Страна, выдавшая документ
admin-trace-number = Номер документа
admin-trace-send = Показать, кто смотрел
admin-trace-many = Этот документ записан у нескольких человек ({ $count }): { $at }

admin-export-title = Выгрузить файлом
admin-export-lead = CSV с выбранными фильтрами. Причина останется в журнале рядом с вашим именем.
admin-export-reason = Причина
admin-export-reason-hint = Например, приказ и предмет проверки
admin-export-send = Скачать

admin-policy-title = Таблица полномочий
admin-policy-lead = Таблица построена по правилу, которое сервис проверяет при каждом запросе. На этой странице её изменить нельзя.
admin-policy-permission = Полномочие
admin-policy-has = есть
admin-policy-has-not = нет
admin-health-title = Состояние системы
admin-health-lead = Последние пять минут работы отвечающей программы. Обновляется каждые десять секунд; кто что делает, здесь не видно.
admin-health-fine = Сбоев нет
admin-health-failing = Есть сбои
admin-health-as-of = { $time } (по бакинскому времени)
admin-health-version = Версия
admin-health-database = База данных
admin-health-database-postgres = PostgreSQL
admin-health-database-sqlite = SQLite
admin-health-edition = Редакция закона
admin-health-started = Запущена
admin-health-memory = Память
admin-health-under-way = Запросов в работе
admin-health-places = { $taken } из { $places } мест
admin-health-messages = Письма и SMS
admin-health-all-sent = Все отправлены.
admin-health-waiting = Не отправлено: { $waiting }, из них остановлено: { $resting }. Самое старое — от { $oldest }.
admin-health-nothing = нет
admin-health-message = Сообщение
admin-health-written = Создано
admin-health-tries = Попытки
admin-health-next = Следующая попытка
admin-health-rests = Остановлено
admin-health-behind = Ждут за ним
admin-health-stuck-next = Отправить ещё раз или отложить можно на сервере: umis outbox resend, umis outbox set-aside.
admin-health-operations = Запросы
admin-health-requests = Всего
admin-health-refused = Отказано
admin-health-failed = Сбоев
admin-health-half = Половина
admin-health-nearly-all = 99 %
admin-health-within = до { $millis } мс
admin-health-quiet = За последние пять минут запросов не было
admin-health-quiet-next = Они появятся здесь, как только поступят.
admin-letter-confirm = Подтверждение адреса почты
admin-letter-account_exists = Учётная запись уже есть
admin-letter-email_in_use = Запрос на использование адреса
admin-letter-reset = Новый пароль
admin-letter-invitation = Приглашение сотрудника
admin-letter-staff_reset = Новый пароль сотрудника
admin-letter-new_device = Вход с нового устройства
admin-letter-password_changed = Пароль изменён
admin-letter-contact_changed = Контакты изменены
admin-letter-client_created = Новая программа
admin-letter-address_confirmed = Адрес подтверждён
admin-letter-address_rejected = Адрес не подтверждён
admin-letter-notice = Уведомление гостю
admin-letter-annulled = Регистрация аннулирована
admin-letter-email_change = Код для нового адреса
admin-permission-account-own = Видеть и менять свою учётную запись и свои входы
admin-permission-registrations-write = Регистрировать гостей и менять свои регистрации
admin-permission-registrations-read = Видеть своих гостей
admin-permission-registrations-supervise = Видеть регистрации управления
admin-permission-premises-write = Запрашивать адрес
admin-permission-premises-read = Видеть свои адреса
admin-permission-premises-supervise = Видеть запросы адресов управления
admin-permission-premises-decide = Подтверждать адрес или нет
admin-permission-department-oversee = Видеть работу управления и кто её выполнил
admin-permission-clients-manage = Добавлять и закрывать свои программы
admin-permission-staff-manage = Открывать учётные записи сотрудников, давать роли, закрывать, указывать замещающих
admin-permission-audit-read = Читать оба журнала
admin-permission-audit-inspect = Найти по документу, кто смотрел данные человека; выгрузить журнал просмотров файлом
admin-permission-reports-read = Смотреть цифры по всей Службе

field-error-needed-person-name = Напишите имя и фамилию, например: Leyla Həsənova
field-error-colleague-needed = Выберите, кто замещает
field-error-role-alone = У аудитора и аналитика нет другой роли. Выберите только её или другие роли
field-error-document-not-known = Такой документ не найден. Проверьте страну и номер
field-error-account-unknown = С этим адресом никто не входит. Проверьте написание

## Действия в журналах

admin-operation-list_registrations = Просмотр списка регистраций
admin-operation-show_registration = Просмотр регистрации
admin-operation-search_registrations = Поиск регистраций
admin-operation-print_notice = Печать уведомления
admin-operation-create_registration = Регистрация гостя
admin-operation-show_figures = Смотрел состояние системы
admin-operation-record_departure = Отметка о выбытии
admin-operation-correct_registration = Исправление регистрации
admin-operation-annul_registration = Аннулирование регистрации
admin-operation-list_premises = Просмотр списка адресов
admin-operation-show_premises = Просмотр запроса адреса
admin-operation-create_premises = Запрос адреса
admin-operation-confirm_premises = Подтверждение адреса
admin-operation-reject_premises = Отказ в подтверждении адреса
admin-operation-list_staff = Просмотр списка сотрудников
admin-operation-create_staff = Открытие учётной записи сотрудника
admin-operation-change_staff = Изменение учётной записи сотрудника
admin-operation-create_first_administrator = Открытие учётной записи первого администратора
admin-operation-list_access_entries = Просмотр журнала доступа
admin-operation-find_account = Поиск учётной записи для журналов
admin-operation-find_persons = Поиск по документу, чьи данные смотрели
admin-operation-export_access_entries = Выгрузка журнала просмотров файлом
admin-operation-list_security_events = Просмотр событий безопасности
admin-operation-deliver_message = Отправка сообщения
admin-operation-sign_in = Вход
admin-operation-sign_out = Выход
admin-operation-refresh_session = Продление входа
admin-operation-create_account = Создание учётной записи
admin-operation-confirm_account = Подтверждение учётной записи
admin-operation-ask_reset = Запрос ссылки для пароля
admin-operation-set_password = Новый пароль
admin-operation-change_me = Изменение своей учётной записи
admin-operation-confirm_email = Подтверждение своего нового адреса
admin-operation-create_token = Вход программы
admin-operation-create_api_client = Добавление программы
admin-operation-add_api_client_secret = Новый ключ программы
admin-operation-end_api_client_secret = Отключение ключа программы
admin-operation-end_api_client = Закрытие программы
admin-operation-check_notice = Проверка уведомления

## Зачем

admin-purpose-own_guests = Работа со своими гостями
admin-purpose-department_work = Работа управления
admin-purpose-administration = Ведение учётных записей
admin-purpose-audit = Аудит
admin-purpose-delivery = Доставка сообщения
admin-purpose-public_check = Проверка уведомления по коду

## События безопасности

admin-event-sign_in_failed = Неудачный вход
admin-event-signed_in = Вход
admin-event-refused = Отказ в доступе
admin-event-throttled = Слишком много попыток
admin-event-session_stolen = Повторное использование старого ключа входа
admin-event-reset_asked = Запрошена ссылка для нового пароля
admin-event-password_changed = Пароль изменён
admin-event-contact_changed = Электронная почта изменена
admin-event-role_changed = Изменены роль или управление
admin-event-staff_created = Открыта учётная запись сотрудника
admin-event-staff_disabled = Закрыта учётная запись сотрудника
admin-event-client_created = Добавлена программа
admin-event-client_ended = Программа закрыта
admin-event-client_secret_created = Программе выдан новый ключ
admin-event-client_secret_ended = Ключ программы отключён
admin-event-configuration_changed = Изменены настройки системы
