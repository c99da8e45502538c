### Reports for analysts

report-rail = Figures
report-registrations-title = Registrations
report-registrations-lead = By the month in which they were made, also those that ended or were cancelled later. One person can have several.
report-segments = Divided by
report-by-month = Months
report-by-citizenship = Citizenship
report-by-department = Department
report-from = From month
report-to = To month
report-send = Show
report-column-month = Month
report-column-citizenship = Citizenship
report-column-department = Department
report-column-made = Registrations
report-total = Total
report-hidden = Not shown
report-hides = Figures under { $least } are not shown (*), nor those from which they could be computed. Totals of rows count only what is shown.
report-download = Download CSV
report-empty = No registrations in these months
report-empty-next = A month appears here when it is over.

report-month-1 = January { $year }
report-month-2 = February { $year }
report-month-3 = March { $year }
report-month-4 = April { $year }
report-month-5 = May { $year }
report-month-6 = June { $year }
report-month-7 = July { $year }
report-month-8 = August { $year }
report-month-9 = September { $year }
report-month-10 = October { $year }
report-month-11 = November { $year }
report-month-12 = December { $year }
