### Everybody’s own account

my-account-title = My account
my-account-menu = Account
my-account-menu-data = Details
my-account-menu-sessions = Sessions
my-account-who = Account
my-account-roles = Role
my-account-party = Acting for
my-account-fin = FİN
my-account-department = Department
my-account-contact = Name, phone and language
my-account-name = First name and surname
my-account-name-hint = For example Aytən Rzayeva
my-account-phone = Phone number
my-account-phone-hint = With the country code, for example +994 50 123 45 67
my-account-language = Language of letters
my-account-language-hint = Letters to your email are written in this language. You change the language of the page at the top.
my-account-save = Save
my-account-saved = Saved at { $time }
my-account-email-title = Email
my-account-email-now = Current address: { $email }
my-account-email = New email address
my-account-email-hint = For example name@hotel.az
my-account-email-means = We send a 6-digit code to the new address. When you have entered it, you sign in with the new address and our messages go there. Until then the old one is used.
my-account-email-save = Send the code
my-account-email-sent = Code sent at { $time }
my-account-email-code-title = Confirm the new address
my-account-email-code-none = No message? Look in the spam folder. If an account already uses this address, the message says so.
my-account-password-title = Password
my-account-password-current = Current password
my-account-password-new = New password
my-account-password-hint = At least 15 characters. You can use several words, for example: blue sea morning tea
my-account-password-means = When the password changes, sessions on other devices end.
my-account-password-save = Change password
my-account-password-changed = Password changed at { $time }
my-account-email-changed = Address changed at { $time }
my-account-stale = Your account was changed somewhere else. What you wrote is kept. The current state is shown below; save once more.

my-sessions-title = Sessions
my-sessions-lead = Devices that are signed in to your account. If you do not know one, end it and change your password.
my-sessions-current = This device
my-sessions-started = Signed in: { $moment }
my-sessions-seen = Last active: { $moment }
my-sessions-place = Network address: { $place }
my-sessions-end = End session
my-sessions-end-name = End session: { $device }, { $moment }
my-sessions-end-others = End all other sessions
my-sessions-end-others-means = All devices except this one are signed out. You stay signed in here.
my-sessions-ended = Session ended at { $time }
my-sessions-others-ended = Other sessions ended at { $time }
my-sessions-only-this = You are signed in on this device only
my-account-sign-in-first = Sign in to see your account
field-error-needed-current-password = Fill in your current password

my-sign-in-first = Sign in to see your data
my-staff-title = This page is not for staff accounts
my-staff-lead = See your own data from an account of your own, opened with another email address.
my-more = Show more
my-link-title = Link the account to you
my-link-lead = Only you should see your registrations and who has seen your data. So an officer first sees your original document.
my-link-step-come = Come to a department with the original: passport, travel document or identity card.
my-link-step-show = Give the document to the officer at the counter.
my-link-step-code = Press the button below and tell the officer the code.
my-link-show-code = Show the code
my-link-until = The code works until { $time }. Tell it only to the officer at the counter.
my-link-why = Until then the account shows only what you entered yourself. Nobody is linked to an account by typing a name or a passport number.
my-link-where = Addresses of the departments
my-registrations-title = My registrations
my-registrations-lead = All your registrations at the place of stay, whoever registered you.
my-registrations-now = In force
my-registrations-past = Earlier
my-registrations-none-now = No registration is in force now
my-registrations-none-past = There are no earlier registrations
my-registrations-last-day = { $days ->
    [0] The last day is { $date } (today)
    [one] The last day is { $date } ({ $days } day left)
   *[other] The last day is { $date } ({ $days } days left)
}
my-registrations-registered = Registered: { $moment }
my-registrations-notice = Download notice
my-registrations-notice-of = Download notice: { $number }
my-seen-lead = When somebody else looks at your data or changes them, it is written here first and shown to them after that. Nobody can delete or change an entry.
my-seen-period = Time
my-seen-month = Last 30 days
my-seen-year = Last 12 months
my-seen-ever = All the time
my-seen-office = Who
my-seen-everybody = Everybody
my-seen-column-at = Time
my-seen-column-who = Who
my-seen-column-what = What
my-seen-column-why = Why
my-seen-officer = { $role } no. { $number }
my-seen-anybody = Somebody who knows the code of the notice
my-seen-service = The system of the Service
my-seen-about = Registration: { $numbers }
my-seen-empty = Nobody has looked yet
my-seen-own = Your own visits are not listed. Officers are shown by a number, not by name. If you have a question, tell the number to (012) 919.
my-data-title = My data
my-data-lead = All that the Service keeps about you. The file holds the same as JSON, for programs.
my-data-file = Download the file (JSON)
my-data-account = Account
my-data-registry = Register
my-data-unproven = The account is not linked to you yet, so what the register knows is not shown.
my-data-none = Not given
my-data-opened = Account opened
my-data-terms = Terms accepted
my-data-privacy = Privacy policy accepted
my-data-sessions = Sessions
my-data-sessions-count = { $count ->
    [one] { $count } session (it is in the file)
   *[other] { $count } sessions (all are in the file)
}
my-data-linked = Account linked to you
my-data-document = What the document says
my-data-source = Source
my-data-stated = A host wrote it from the document: { $moment }
my-data-more = Also kept
my-data-stays-count = { $count ->
    [one] { $count } registration
   *[other] { $count } registrations
}
my-data-seen-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}

my-account-close-title = Close account
my-account-close-lead = A closed account cannot be opened again. A new one can be opened with the same email address.
my-account-close-goes = What is deleted: email address, phone, password and sessions. You are signed out on all devices.
my-account-close-stays = What stays: registrations at the place of stay, their journal and who has seen them. The law keeps these.
my-account-close-host = If guests stay with you now, record their departure first: you cannot do it after the account is closed. If the organisation has no other account, its programs stop too.
my-account-close-staff = A staff account is closed by an administrator.
my-account-close-act = Close account

my-corrections-title = My correction requests
my-corrections-lead = If something in your registration is wrong, ask to have it corrected or erased. You see here by when we answer.
my-corrections-how = Begin with the registration: find it under My registrations and press “Ask for a correction”.
my-corrections-none = You have not asked for anything yet
my-corrections-asked = Sent: { $moment }
my-corrections-answered = Answered: { $moment }
my-corrections-answer-by = { $days ->
    [0] Answer by { $date } (today)
    [one] Answer by { $date } ({ $days } day left)
   *[other] Answer by { $date } ({ $days } days left)
}
my-corrections-answer-late = The answer was due by { $date }. Call (012) 919.
my-corrections-unsure = The term is to be confirmed.
my-corrections-of = Registration { $number }
my-corrections-kept = Written
my-corrections-right = What is right
my-corrections-erase = To be erased
my-corrections-reason = Reason
my-corrections-refusal = Why it was not done
my-corrections-complain = If you do not agree, you can complain to the headquarters of the Service or to an administrative court by { $date } (term to be confirmed). Give the date of your request and the number of the registration.
my-corrections-contacts = Addresses of the departments
my-corrections-ask = Ask for a correction
my-corrections-ask-of = Ask for a correction: { $number }
my-corrections-new-title = Ask for a correction
my-corrections-new-lead = Send one request for each thing that is wrong. What was written before stays in the journal too.
my-corrections-kind = What do you want?
my-corrections-kind-correction = Correct it
my-corrections-kind-erasure = Erase it
my-corrections-kind-erasure-hint = What the law asks us to keep is not erased. We then tell you why.
my-corrections-field = What is it about?
my-corrections-now = Now written: { $value }
my-corrections-now-none = Nothing is written here now
my-corrections-value = What is right?
my-corrections-why = Why?
my-corrections-why-hint = An officer reads this. Say what is wrong and which document shows it. At least 10 and at most 1,000 characters.
my-corrections-send = Send the request
my-corrections-means = The request goes to the department that keeps the registration. You get an email when it is answered.
my-corrections-not-found = Your account has no such registration
my-data-wrong = If something is wrong, ask for a correction

correction-kind-correction = Correction
correction-kind-erasure = Erasure
correction-field-surname = Surname
correction-field-given-names = Given names
correction-field-sex = Sex
correction-field-birth-date = Date of birth
correction-field-citizenship = Citizenship
correction-field-document-issuer = Country that issued the document
correction-field-document-number = Number of the document
correction-field-document-expires-on = Expiry date of the document
correction-field-arrived-in-country = Date of arrival in the country
correction-field-arrived-at-address = Date of arrival at the address
correction-field-visa-number = Number of the visa
correction-field-visa-stay-until = Last day of the stay on the visa
correction-field-contact = Address or phone for the notice
correction-field-registration = The whole registration
status-correction_submitted = Being considered
status-correction_recommended = Refusal recommended
status-correction_accepted = Done
status-correction_refused = Refused
