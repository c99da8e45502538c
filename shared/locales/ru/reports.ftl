### Отчёты для аналитика

report-rail = Цифры
report-registrations-title = Регистрации
report-registrations-lead = По месяцу, в котором они сделаны; считаются и закончившиеся, и отменённые позже. У одного человека их может быть несколько.
report-segments = Разбить по
report-by-month = По месяцам
report-by-citizenship = Гражданство
report-by-department = Управление
report-from = С месяца
report-to = По месяц
report-send = Показать
report-column-month = Месяц
report-column-citizenship = Гражданство
report-column-department = Управление
report-column-made = Регистрации
report-total = Всего
report-hidden = Не показано
report-hides = Числа меньше { $least } не показаны (*), как и те, из которых их можно вычислить. В итогах строк учтено только показанное.
report-download = Скачать CSV
report-empty = В эти месяцы регистраций нет
report-empty-next = Месяц появится здесь, когда закончится.

report-month-1 = январь { $year }
report-month-2 = февраль { $year }
report-month-3 = март { $year }
report-month-4 = апрель { $year }
report-month-5 = май { $year }
report-month-6 = июнь { $year }
report-month-7 = июль { $year }
report-month-8 = август { $year }
report-month-9 = сентябрь { $year }
report-month-10 = октябрь { $year }
report-month-11 = ноябрь { $year }
report-month-12 = декабрь { $year }
