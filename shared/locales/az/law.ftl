# Qanunun cavabları: miqdarlar və “Niyə məhz bu gün?” pillələri. Qanunun öz sözləri redaksiyadadır (shared/law).

law-amount-working_days = { $count } iş günü
law-amount-calendar_days = { $count } təqvim günü
law-amount-months = { $count } ay
law-amount-hours = { $count } saat
law-days = { $count } gün
law-nothing = göstərilməyib
