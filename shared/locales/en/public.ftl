# Public pages: start, service, calculator, check, help, rules

## The frame of a page

ui-choose = Choose

## Start

start-calculator-last-day = Last day
start-calculator-why = Why is it not required?

## Calculator

calculator-title = Last day to register
calculator-lead = The last day to register at the place of stay. No account is needed; what you type stays on your device.
calculator-arrived-hint = See the entry stamp in the passport. For example: 19 11 2026
calculator-moved = Did you move here from another address in the country?
calculator-moved-on = Date of arrival at the new address
calculator-same-owner = Does the new flat belong to the same owner?
calculator-until = Last day in the country
calculator-live = The answer changes as you type
calculator-last-day = Last day to register
calculator-answer-both = Give the citizenship and the date of arrival
calculator-example = For example, for an arrival on { $from } the last day is { $to }.
calculator-not-required = Registration is not required
calculator-not-required-next = If you stay longer, count the last day again.
calculator-citizen = There is no such registration for citizens of Azerbaijan.
calculator-over = The last day has passed. Register now: it is accepted and shown as late.
calculator-begin = Start registration
calculator-remind = Add to calendar
calculator-event = Last day to register at the place of stay
calculator-edition = Edition of the law: { $date }
calculator-late = Registration is possible after the last day too: it is accepted and shown as late.
calculator-late-link = What follows from being late
calculator-spoken = { $count ->
    [0] The last day is today, { $date }.
    [one] The last day is { $date }. { $count } day is left.
   *[other] The last day is { $date }. { $count } days are left.
}

## The duty check

duty-title = Must I register?
duty-lead = Answer the questions to see whether registration at the place of stay is required. No account is needed; what you type stays on your device.
duty-until-hint = If you are not sure, give the date that you plan now.
duty-card = Do you have a temporary or permanent residence permit card?
duty-card-short = Temporary or permanent residence permit card
duty-answer = Answer
duty-required = Registration is required
duty-required-next = Count the last day: the calculator takes over what you have typed.
duty-open = Cannot tell yet. Please answer:
duty-changes = If the length of the stay or the address changes, check again.
duty-why = Why?
duty-others = Who does not need registration

## Day strip and term

strip-label = { $count } days: { $from } – { $to }. Today is { $today }.
strip-today = today: { $date }
strip-end = { $date } (day { $number })
strip-past = past
strip-is-today = today
strip-left = left
strip-off = day off, counts
strip-last = last day
strip-over = overdue
deadline-today = last day is today
deadline-left = { $count ->
    [one] { $count } day left
   *[other] { $count } days left
}
deadline-left-working = { $count ->
    [one] { $count } working day left
   *[other] { $count } working days left
}
deadline-over = { $count ->
    [one] { $count } day overdue
   *[other] { $count } days overdue
}
deadline-over-working = { $count ->
    [one] { $count } working day overdue
   *[other] { $count } working days overdue
}

## Services

services-title = Services
services-lead = The page of each service says what is needed, how long it takes, what it costs and which law applies.
services-more = Ask the Call Centre about other services: (012) 919.
service-who = Who registers
service-not-who = Who does not need it
service-needed = What is needed
service-needed-lead = Here you answer questions instead of the form. You do not need to upload copies.
service-needed-sometimes = Only for those who came with a visa
service-when = By when
service-term-case = Case
service-term-amount = Term
service-term-from = Counted after
service-term-general = General rule
service-term-kazakhstan = Citizens of Kazakhstan
service-term-move = Move to a new address
service-term-note = The day of arrival is not counted. A term in calendar days that falls on a day off ends on the next working day.
service-then = What happens then
service-liability = Being late
service-liability-lead = A late registration is accepted too. There is a fine for staying without registration.
service-law = The law
service-law-edition = Edition { $number }, published on { $date }
service-fact-answer = Registration
service-fact-answer-note = In force as soon as it is received
service-fact-term = Term
service-fact-term-note = After the arrival in the country
service-fact-fee = State fee
article-lead = The parts of this article about the service, in plain words:

## Checking a notice

check-title = Check a notice
check-lead = Anyone can see whether a registration notice is genuine and in force.
check-code-hint = The 12 characters on the notice. Spaces and capital letters do not matter. For example: K7QF 2M9T X3HC
check-act = Check
check-qr-title = The QR code is faster
check-qr = Point the phone’s camera at the QR code: this page opens with the answer. The signature is checked on the phone itself.
check-shows = The answer shows only what the notice itself shows. Who checked is not recorded.
check-genuine-valid = Genuine and in force
check-genuine-ended = Genuine, but it has ended
check-cancelled = The registration was cancelled
check-unknown = There is no such notice
check-unknown-next = Compare the code with the notice. If it is the same, call (012) 919.
check-forged = This QR code does not carry the signature of the Service
check-forged-next = Type the 12 characters of the notice above and check again.
check-signed = Signed by the Service
check-signed-note = No network: this is the state on the day of signing and may be out of date. A cancellation is seen only with a network.
check-as-of = Checked on { $moment } (Baku time)
check-kind = About
check-period = Period
check-person = Initials
check-birth-year = Year of birth

## Help

help-title = Help
help-lead = Short answers. If yours is missing, call (012) 919.
help-who = Who registers the guest?
help-who-answer = The hotel, hospital or similar place, or the owner of the home. The guest can also do it.
help-when = How is the last day counted?
help-when-answer = The term runs from the day after the arrival and depends on the citizenship. The calculator shows the reason of each step.
help-late = What if the last day has passed?
help-late-answer = Register the guest now. The registration is accepted, comes into force and is shown as late.
help-mrz = Can I avoid typing the passport details?
help-mrz-answer = Scan or paste the lines with “<<<” of the passport, card or visa. The fields fill in; a wrong digit is pointed out.
help-address = What if the address is not confirmed yet?
help-address-answer = The registration is in force all the same, with a note about this. If the address is not confirmed, the registration is cancelled and you are told.
help-left = The guest has left. What now?
help-left-answer = Record the day of departure in the list of guests. Otherwise the registration ends by itself on its last day.
help-wrong = I typed something wrong
help-wrong-answer = Correct it on the guest’s page: the old and the new entry are both kept. If the guest never came, cancel the registration.
help-genuine = How can a notice be checked?
help-genuine-answer = Point a phone’s camera at the QR code or type the 12 characters. No account is needed.
help-account = I forgot my password
help-account-answer = Give your email address: we send a link for a new password. It works once.
help-program = How can the hotel’s program be connected?
help-program-answer = Add a program in your account and give its secret to your programmer. The documents are under “For programmers”.
errors-title = Problems and their meaning
errors-lead = When the service cannot do something, it says why and what to do. The code for programs does not change.
errors-status = HTTP status
errors-what = What happened
errors-code = Code for programs
errors-ask = Whom to ask
errors-programs = The answer is application/problem+json by RFC 9457. When you call, give the value of request_id.

## Contacts

contacts-title = Contact
contacts-lead = One number for the whole country. You need not visit a department to register.
contacts-headquarters = Headquarters
contacts-headquarters-address = 202 Binagadi Highway, Binagadi district, Baku AZ1114
contacts-departments = Regional migration departments
contacts-departments-lead = The department of the district handles the address and the registration.
contacts-own-service = There the Nakhchivan Autonomous Republic’s own Migration Service registers guests.
contacts-open = { $count ->
    [one] The department of { $count } district is to be confirmed. Headquarters answer for it.
   *[other] The departments of { $count } districts are to be confirmed. Headquarters answer for them.
}

## When it goes wrong

trouble-404 = There is no such page
trouble-404-next = Nothing has changed. Check the address or begin at the start page.
trouble-401 = Sign in again
trouble-401-next = The session has ended; nothing has changed. This page opens after you sign in.
trouble-403 = This page is not open to your account
trouble-403-next = Nothing has changed. If you need it, sign in with another account.
trouble-429 = Too many requests in a short time
trouble-429-next = What you typed stays. Try again in a minute.
trouble-429-kept = What you typed stays.
trouble-wait = { $seconds ->
    [one] You can try again in { $seconds } second.
   *[other] You can try again in { $seconds } seconds.
}
trouble-wait-over = You can try again now.
trouble-500 = Something went wrong on our side
trouble-500-next = Check in your list whether the last action was done, then try again.
trouble-503 = The service is not working right now
trouble-503-next = What was not sent has not been recorded. Try again in 10 minutes.
trouble-start = Go to the start page
trouble-ask = If you need help: (012) 919, day and night.
problem-offline = The network did not answer
problem-offline-detail = What you typed stays on this page. Check the network and try again.
problem-unreadable = Only part of the answer came
problem-unreadable-detail = What you typed stays on this page. Try again in a moment.
problem-request = Number of the request: { $number }

## Forms

errors-heading = { $count ->
    [one] Correct { $count } answer
   *[other] Correct { $count } answers
}
errors-kept = Your other answers stay on the page.
errors-at = { $field }: { $error }
date-today = Today
field-error-year-short = Write the year with four digits: which year is { $year }?
field-error-notice-code = The code has 12 characters, for example: K7QF 2M9T X3HC
field-error-terms-not-accepted = Read and accept the terms and the privacy policy
prose-version = Version: { $version }

## Terms for users

terms-lead = What you agree to when you use this service, in plain words.
terms-what = What this is
terms-what-1 = Bir Pəncərə is the website of the State Migration Service. Here you register a guest at the place of stay.
terms-what-2 = Registration, the calculator and checking a notice are free of charge.
terms-account = Your account
terms-account-1 = Give your own details in the account, or those of the organisation that you represent.
terms-account-2 = Give your password to nobody. Everything done with the account is recorded under your name.
terms-account-3 = If you think that somebody else used the account, change the password and call (012) 919.
terms-duty = What must be true
terms-duty-1 = Enter the guest’s details as in the document. Under the law you are liable for false information.
terms-duty-2 = If you see a mistake, correct it. The old and the new entry are both kept.
terms-duty-3 = Use the guests’ details for the registration only.
terms-force = Legal force
terms-force-1 = A registration is in force from receipt (Migration Code, Article 21.4). The calculator’s answer is for information.
terms-force-2 = The legally binding text is in Azerbaijani. If a translation differs, the Azerbaijani text prevails.
terms-programs = Programs
terms-programs-1 = A program that you connect acts in your name. Do not show its secret to anyone.
terms-programs-2 = If many requests come in a short time, the service can stop answering for a while.
terms-fault = When the service does not work
terms-fault-1 = If something fails, we do not have what was not sent. The page says whether it was sent.
terms-fault-2 = If the last day passes because of a failure, call (012) 919 and tell us.
terms-change = When the terms change
terms-change-1 = Each version has its date, and the one that you accepted is kept with the account. We ask separately before a new one applies.

## Privacy policy

privacy-lead = What is kept, why, and who sees it.
privacy-who = Who is responsible
privacy-who-1 = The State Migration Service of the Republic of Azerbaijan keeps the data. Questions: (012) 919.
privacy-what = What is kept
privacy-what-1 = Of a host: name, FİN or VÖEN, email, telephone, addresses. Never the password, only a trace from which it cannot be recovered.
privacy-what-2 = Of a guest: name, date of birth, sex, citizenship, document, visa, arrival, address and length of stay.
privacy-what-3 = Of a sign-in: time, browser and network address. You see them on the page of your sessions.
privacy-what-4 = Of every look and change: who, when and why.
privacy-why = Why
privacy-why-1 = The law requires that a foreigner is registered at the place of stay (Migration Code, Article 21).
privacy-why-2 = Email and telephone serve signing in, warnings and notices. We send no advertising.
privacy-see = Who sees it
privacy-see-1 = A host sees only the guests that it registered itself.
privacy-see-2 = Officers and supervisors of the regional department of the address see it. Every look is recorded.
privacy-see-3 = Anyone with the code or QR can check what the notice shows: number, period, initials, year of birth.
privacy-see-4 = Other state bodies receive data only in the cases that the law names.
privacy-long = How long it is kept
privacy-long-1 = How long registrations are kept is still to be confirmed. It will be written here when it is.
privacy-long-2 = An unfinished draft stays in this browser tab only and is deleted when you sign out.
privacy-device = On your device
privacy-device-1 = Two cookies for signing in, one for the language, the look that you chose, and public keys for checking signatures.
privacy-device-2 = There is no tracking. The page loads nothing from other sites. What you type into the calculator stays on the device.
privacy-right = What you can do
privacy-right-1 = You see and change your own details in your account. A guest’s details are corrected by whoever entered them.
privacy-right-2 = To learn who looked at your data, or to ask for a correction, call (012) 919.

## Accessibility

accessibility-title = Accessibility statement
accessibility-lead = The page must work for everyone: with a keyboard, a screen reader, large letters and a small screen.
accessibility-checked = Standard: WCAG 2.2, level AA. We checked it ourselves; nobody outside has checked it yet.
accessibility-how = How it works
accessibility-how-1 = Everything can be done without a mouse. A frame always shows where you are.
accessibility-how-2 = Colour never carries a meaning alone: a word and an icon stand beside it.
accessibility-how-3 = Letters can be made four times larger. There is a light and a dark look. Pasting is blocked nowhere.
accessibility-known = What is still missing
accessibility-known-1 = Few screen readers have an Azerbaijani voice, so texts may be read with the voice of another language.
accessibility-known-2 = The page needs JavaScript. If yours is off, call (012) 919.
accessibility-known-3 = There are no videos in sign language and no easy-read texts.
accessibility-tell = If something did not work for you
accessibility-tell-1 = Call (012) 919: an officer does it together with you and reports the fault to us.

## The working-day calculator

working-days-title = Last day of a term and working days
working-days-lead = Count on which day a term ends, or how many working days lie between two dates. It is counted on your device.
working-days-way = What should be counted?
working-days-after = The last day of a term
working-days-between = The days between two dates
working-days-from = From which day
working-days-from-hint = The day of the event; counting begins on the next day.
working-days-to = Until which day
working-days-to-hint = This day is counted too.
working-days-amount = How many days
working-days-amount-hint = From 1 to 1000, for example 20
working-days-unit = Which days
working-days-unit-working = Working days
working-days-unit-calendar = Calendar days
working-days-unit-calendar-hint = If the last day is not a working day, it moves to the next working day.
working-days-open = Give the day and the number of days
working-days-last-day = Last day of the term
working-days-event = Last day of the term
working-days-span = After { $from }, up to and including { $to }
working-days-unsure = The calendar of this year is not confirmed yet, its days may change: { $years }
working-days-unknown = There is no calendar of this year, only Saturdays and Sundays were left out: { $years }
working-days-special = Holidays and changed days in this time
working-days-special-none = There are no holidays or changed days in this time.
working-days-rest = Saturday and Sunday are days of rest.
working-days-shifted = Rest day moved here
working-days-shifted-for = Rest day moved here from { $date }
working-days-swapped-off = Exchanged day of rest
working-days-swapped-off-for = Day of rest; people work instead on { $date }
working-days-swapped-in = Exchanged working day
working-days-swapped-in-for = Working day; the rest is instead on { $date }
working-days-one-off = Not a working day this once
working-days-one-off-for = Not a working day this once, instead of { $date }
working-days-count = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
working-days-count-all = { $count ->
    [one] { $count } calendar day in all.
   *[other] { $count } calendar days in all.
}
