### Analitik üçün hesabatlar

report-rail = Rəqəmlər
report-registrations-title = Qeydiyyatlar
report-registrations-lead = Edildiyi aya görə; sonra bitənlər və ləğv edilənlər də sayılır. Bir şəxsin bir neçə qeydiyyatı ola bilər.
report-segments = Nəyə görə bölünsün
report-by-month = Aylar
report-by-citizenship = Vətəndaşlıq
report-by-department = İdarə
report-from = Hansı aydan
report-to = Hansı ayadək
report-send = Göstər
report-column-month = Ay
report-column-citizenship = Vətəndaşlıq
report-column-department = İdarə
report-column-made = Qeydiyyatlar
report-total = Cəmi
report-hidden = Göstərilmir
report-hides = { $least }-dən kiçik rəqəmlər və onları hesablamağa imkan verən rəqəmlər göstərilmir (*). Sətirlərin cəmində yalnız göstərilənlər sayılır.
report-download = CSV yüklə
report-empty = Bu aylarda qeydiyyat yoxdur
report-empty-next = Ay bitəndən sonra burada görünür.

report-month-1 = yanvar { $year }
report-month-2 = fevral { $year }
report-month-3 = mart { $year }
report-month-4 = aprel { $year }
report-month-5 = may { $year }
report-month-6 = iyun { $year }
report-month-7 = iyul { $year }
report-month-8 = avqust { $year }
report-month-9 = sentyabr { $year }
report-month-10 = oktyabr { $year }
report-month-11 = noyabr { $year }
report-month-12 = dekabr { $year }
