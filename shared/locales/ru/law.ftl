# Ответы закона: сроки и ступени «почему именно этот день?». Собственные слова закона — в редакции (shared/law).

law-amount-working_days = { $count ->
    [one] { $count } рабочий день
    [few] { $count } рабочих дня
    [many] { $count } рабочих дней
   *[other] { $count } рабочего дня
}
law-amount-calendar_days = { $count ->
    [one] { $count } календарный день
    [few] { $count } календарных дня
    [many] { $count } календарных дней
   *[other] { $count } календарного дня
}
law-amount-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
    [many] { $count } месяцев
   *[other] { $count } месяца
}
law-amount-hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
    [many] { $count } часов
   *[other] { $count } часа
}
law-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
    [many] { $count } дней
   *[other] { $count } дня
}
law-nothing = не указано
