### for: first visit

# Что видно при первом открытии: рамка страниц и начальная страница. Остальное приходит позже.

app-name = { -brand }

calculator-citizenship = Гражданство

date-day = День
date-month = Месяц
date-year = Год

field-arrival-date = Дата прибытия в страну

footer-about = Миграционные услуги по одному адресу: для иностранцев и тех, кто их принимает.
footer-accessibility = Доступность
footer-api = Для программистов (API)
footer-calculator = Калькулятор срока регистрации
footer-call = Колл-центр (012) 919, круглосуточно
footer-check = Проверка уведомления
footer-departments = Региональные миграционные управления
footer-errors = Что означают сообщения о проблемах
footer-know = Информация
footer-legal-force = Юридическую силу имеет текст на азербайджанском языке. При расхождении с переводом применяется он.
footer-services = Услуги

look-dark = Вид: тёмный
look-light = Вид: светлый
look-system = Вид: как в системе

menu-account = Моя учётная запись
menu-admin = Администрирование
menu-calculators = Калькулятор
menu-check = Проверка уведомления
menu-desk = Рабочее место
menu-help = Помощь
menu-host = Принимающая сторона
menu-host-clients = Программы
menu-host-ending = Срок истекает
menu-host-guests = Гости
menu-host-new = Новая регистрация
menu-host-premises = Адреса
menu-language = Язык и меню
menu-main = Главное меню
menu-my = Мои данные
menu-my-data = Мои данные
menu-my-registrations = Мои регистрации
menu-my-seen = Кто смотрел
menu-open = Меню
menu-services = Услуги

my-account-voen = VÖEN

offline-bar = Нет сети. Введённое остаётся на странице. Калькулятор работает, для отправки нужна сеть.

org-call-center = Колл-центр (012) 919
org-service-short = Государственная миграционная служба

page-title = { $page } · Bir Pəncərə
page-title-errors = Нужно исправить: { $page }

service-registration-stay = Регистрация по месту пребывания

session-ending = Скоро вход завершится, потому что давно не было действий.
session-left = Осталось: { $minutes }:{ $seconds }

start-all-services = Все услуги
start-ask = Есть вопрос?
start-ask-lead = Короткие ответы на частые вопросы собраны на одной странице.
start-ask-link = Вопросы и ответы
start-at-once = Сразу
start-calculator = Последний день для регистрации
start-calculator-lead = Расчёт идёт в браузере, ничего не отправляется.
start-calculator-wait = Укажите гражданство и дату прибытия: последний день появится здесь.
start-call = Звонить можно круглосуточно.
start-check = Проверить уведомление
start-check-about = По коду или QR, для всех
start-check-act = Проверить уведомление
start-departure = Отметить выбытие
start-departure-about = Из списка гостей, одной кнопкой
start-free = бесплатно
start-last-day = Рассчитать последний день
start-last-day-about = Два вопроса, ответ с объяснением
start-lead = Вы заранее видите, что нужно. Вы всегда знаете последний день, причину и к кому обратиться.
start-name = Миграционные услуги
start-no-account = без учётной записи
start-premises = Добавить адрес
start-premises-about = Район, улица и дом; адрес подтверждает региональное управление
start-premises-time = Можно пользоваться сразу
start-program = Подключить программу
start-program-about = Программа гостиницы сама регистрирует гостей
start-register = Зарегистрировать гостя
start-register-about = Гостиница, владелец жилья или другая принимающая сторона
start-tasks = Частые дела
start-title = Миграционные дела в одном окне
start-who = Кто вы?
start-who-foreigner = Я в Азербайджане
start-who-foreigner-about = Последний день, чтобы оформить регистрацию
start-who-hotel = Я работаю в гостинице или хостеле
start-who-hotel-about = Регистрация, список гостей, печать уведомления
start-who-owner = У меня дома гость
start-who-owner-about = Обязанности владельца жилья и что понадобится
start-who-paper = У меня в руках уведомление
start-who-paper-about = Проверьте, подлинное ли оно и действует ли

ui-contact = Контакты
ui-continue = Продолжить
ui-language = Язык
ui-login = Войти
ui-logout = Выйти
ui-privacy = Политика конфиденциальности
ui-skip-to-content = Перейти к основному содержанию
ui-terms = Правила для пользователей
