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
