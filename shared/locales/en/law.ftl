# Answers of the law: amounts and the rungs of "why this day?". The law's own words are in the edition (shared/law).

law-amount-working_days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
law-amount-calendar_days = { $count ->
    [one] { $count } calendar day
   *[other] { $count } calendar days
}
law-amount-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
law-amount-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
law-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
law-nothing = not given
