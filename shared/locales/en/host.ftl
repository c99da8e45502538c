# The host's pages: new registration, notice, guests, addresses, programs.

host-sign-in-title = Sign in to register a guest
host-sign-in-lead = After that you come back to this page.
host-not-yours-title = These pages are for hosts
host-not-yours-lead = Your account cannot use them. Go to your own pages or sign in with another account.
host-not-found-title = There is no such page
host-not-found-lead = Check the address or go back to the list of guests.
host-back-to-guests = Back to guests

## New registration

host-register-title = New registration
host-register-document = Document
host-register-stay = Arrival and stay
host-register-send = Register
host-register-sending = Sending
host-register-send-next = Save and go to next guest
host-register-clear = Clear the fields
host-register-last-day = Register by: { $date }
host-register-kept = Everything you typed is kept.
host-register-done = Registered: { $name }, number { $number }
host-register-done-open = Open the notice
host-register-carried = The dates of arrival and the address come from the previous guest. Check them.
host-register-offline-title = No network, so the registration has not been sent
host-register-offline = What you typed is kept in this tab: do not close it. Send it again when the network is back: no second registration is made.
host-register-back-online = The network is back. You can send the registration.
host-register-no-premises = First add the address where you receive guests
host-register-no-premises-lead = You type the address once. You can register the guest at once, without waiting until the address is confirmed.

host-from-mrz = From the MRZ
host-from-previous = From the previous guest
host-from-last = Last used
host-from-last-stay = From the last stay
host-from-today = Today
host-from-citizenship = By citizenship

host-field-given-names-hint = Leave it empty if the passport has one name only
host-field-arrival-hint = The date of the entry stamp
host-field-arrived-hint = The day the guest came to this address
host-field-until-latest = At the latest: { $date }
host-field-until-hint = The last day at this address
host-field-room = Room
host-field-room-hint = For your own list
host-field-visa-question = Did the guest come with a visa?
host-field-visa-hint = The registration cannot be longer than the visa allows
host-field-visa-until = Last day of the stay that the visa allows
host-field-moved-question = Did the guest move here from another address in the country?
host-field-moved-hint = A different term applies to a guest who moved
host-field-contact = The guest’s email or phone
host-field-contact-hint = We send the notice there. For example: +994501234567
host-field-language = Language of messages to the guest
host-field-language-hint = The notice is sent in this language
host-field-sex-x = Not stated
host-field-premises-choose = Choose the address
host-field-premises-waits = { $address } (awaiting confirmation)
host-field-premises-note = The address is not confirmed yet. The registration is in force. The address is checked by: { $department }. If it is not confirmed, the registration is cancelled and we write to you.
host-field-choose = Choose

host-document-passport = Passport
host-document-travel_document = Travel document
host-document-identity_card = Identity card

field-error-needed-surname = Type the surname as in the passport, for example YILMAZ
field-error-needed-citizenship = Choose the citizenship
field-error-needed-birth-date = Type the date of birth, for example 12 03 1988
field-error-needed-sex = Choose the sex
field-error-needed-number = Type the passport number, for example U21457893
field-error-needed-expires-on = Type the expiry date, for example 14 06 2031
field-error-needed-issuer = Choose the issuing country
field-error-needed-arrived-in-country = Type the date of arrival in the country, for example 19 11 2026
field-error-needed-arrived-at-address = Type the date of arrival at the address, for example 23 11 2026
field-error-needed-until = Type the date of departure, for example 30 11 2026
field-error-needed-premises = Choose the address
field-error-needed-visa-number = Type the visa number
field-error-needed-visa-until = Type the last day of the stay that the visa allows
field-error-needed-kind = Choose the type of place
field-error-needed-district = Choose the district or city
field-error-needed-street = Type the street, for example Kiçik Qala küçəsi
field-error-needed-house = Type the house (building) number, for example 14
field-error-needed-name = Type the name of the program, for example Front desk
field-error-needed-scopes = Choose at least one permission
field-error-needed-left-on = Type the day the guest left, for example 30 11 2026
field-error-needed-moved-on = Type the day of the move, for example 30 11 2026
field-error-needed-decision = Type the number of the decision
field-error-needed-decision-until = Type the last day by the decision
field-error-needed-reason = Choose the reason

host-known-before = Stayed here before: { $name }, { $period }
host-known-now = Registered here now: { $name }, { $period }
host-known-from = Found in your own list: registration { $number }. Empty fields can be filled from it; what you typed stays.
host-known-take = Fill from the last stay
host-known-leave = Not needed

host-aside-title = This registration
host-aside-last-day = Last day to register
host-aside-in-time = In time
host-aside-late = Late
host-aside-late-note = The registration is accepted and shown as late.
host-aside-unknown = Type the date of arrival in the country and the last day is shown here.
host-aside-unknown-moved = Type the date of arrival at the address and the last day is shown here.
host-aside-not-required = This guest does not have to be registered. You can register the guest if you wish.
host-aside-guest = Guest
host-aside-document = Document
host-aside-stay = Stays
host-aside-fee = Fee
host-aside-free = free
host-aside-in-force = The registration is in force from the moment you send it. You can print the notice at once.
host-aside-keys = By keyboard

host-saved-saving = Saving
host-saved-here = Kept in this tab: { $time }
host-saved-here-hint = Deleted when you close the tab or sign out
host-saved-failed = Not kept in this tab. Do not close the page.

## Machine-readable lines

mrz-hint = The lines with “<<<” on the passport, card or visa. Scan, paste or type them.
mrz-format-td1 = Card (TD1), 3 lines, 30 characters
mrz-format-td2 = Card (TD2), 2 lines, 36 characters
mrz-format-td3 = Passport (TD3), 2 lines, 44 characters
mrz-format-mrv-a = Visa (MRV-A), 2 lines, 44 characters
mrz-format-mrv-b = Visa (MRV-B), 2 lines, 36 characters
mrz-check-document = Document number
mrz-check-birth = Date of birth
mrz-check-expiry = Expiry date
mrz-check-optional = Personal number
mrz-check-composite = Overall check
mrz-check-good = matches
mrz-check-bad = does not match
mrz-read-good = The lines are read and all check digits match.
mrz-wrong-digit = Line { $line }, character { $at } is “{ $found }” but should be “{ $expected }”. Everything else is kept. Compare it with the document and correct it.
mrz-wrong-length = Line { $line } has { $count } characters but should have { $expected }. What you typed is kept. Compare the line with the document.
mrz-wrong-lines = { $count ->
    [one] There is { $count } line but there should be { $expected }. What you typed is kept. Paste all the lines.
   *[other] There are { $count } lines but there should be { $expected }. What you typed is kept. Paste all the lines.
}
mrz-wrong-letter = Line { $line }, character { $at }: “{ $found }” cannot be used here. What you typed is kept. Compare it with the document and correct it.
mrz-wrong-kind = These are not the lines of a document: the first letter is P, I, A or C, on a visa V. What you typed is kept. You can also fill in the fields by hand.
mrz-wrong-date = Line { $line }, character { $at }: there is no date “{ $found }”, or it has not come yet. Everything else is kept. Compare it with the document.
mrz-wrong-country = Line { $line }, character { $at }: “{ $found }” is not a known country code. Everything else is kept. Compare it with the document.
mrz-names-cut = The name does not fit the line. Compare surname and given names with how the document writes them in full.
mrz-offer = Line { $line }, character { $at }: write “{ $instead }” instead of “{ $found }”
mrz-visa-read = The lines of the visa are read; its number is filled in below. Now read the lines of the passport or card.
mrz-birth-open = The lines do not give the whole date of birth. Type it as the document shows it.
mrz-again = Read again
mrz-by-hand = Fill in the fields by hand
mrz-kept = { $count ->
    [one] You changed { $count } field by hand, so it was not taken from the lines.
   *[other] You changed { $count } fields by hand, so they were not taken from the lines.
}
mrz-take = Take from the MRZ
mrz-keep = Keep mine

## Notice

host-receipt-page = Registration notice
host-receipt-title = { $name } is registered
host-receipt-title-annulled = { $name }: registration cancelled
host-receipt-void = This notice is not valid. If the guest has it, take it back.
host-receipt-title-closed = { $name }: registration ended
host-receipt-in-time = { $moment } (Baku time). The last day to register was { $date }: the registration is in time.
host-receipt-late = { $moment } (Baku time). The registration is accepted. { $days ->
    [one] It is { $days } day late and is shown as a late registration.
   *[other] It is { $days } days late and is shown as a late registration.
}
host-receipt-address-waits = The address is awaiting confirmation. The registration is in force.
host-receipt-copy = Copy the number
host-receipt-copied = The number is copied
host-receipt-qr = QR code that opens the page where the notice is checked
host-receipt-code = Verification code { $code }
host-receipt-guest = Guest
host-receipt-document = Document
host-receipt-address = Address
host-receipt-host = Host
host-receipt-period = Registered for
host-receipt-law = Legal basis
host-receipt-room = Room
host-receipt-organisation = { $name }, VÖEN { $voen }
host-receipt-next = Next guest
host-receipt-print = Print notice
host-receipt-pdf = Download PDF
host-receipt-pdf-in = Download PDF: { $language }
host-receipt-pdf-failed = The file was not downloaded. The registration is in force. Try again.
host-receipt-open = Open the guest’s page
host-receipt-footer = Anyone can check this notice: { $address }, code { $code }
host-receipt-legal = The legally binding text is in Azerbaijani. If a translation differs, the Azerbaijani text prevails.

host-after-title = What comes next
host-after-written = Written in the register
host-after-address = The address is being checked
host-after-address-note = It is checked by: { $department }. We write to you when there is an answer.
host-after-departure = Tell us when the guest leaves
host-after-departure-note = Use one button: “Record departure”. If you do not tell us, the registration ends by itself on that day.
host-after-longer = If the guest stays longer
host-after-longer-note = Change the date of departure. At the latest: { $date }
host-after-day = The stay ends on { $date }
host-correct-ask = Is something wrong?
host-correct-ask-note = Correct it; the old entry is kept too.

host-keys-next = next guest
host-keys-print = print

## Guests

host-guests-title = Guests
host-guests-views = Type of list
host-guests-view-in_force = Staying now
host-guests-view-ending = Ending soon
host-guests-view-closed = Closed
host-guests-lead-in_force = Guests whose registration is in force. Those that end soonest come first.
host-guests-lead-ending = Guests whose registration ends within 3 days.
host-guests-lead-closed = Guests who left, or whose registration ended or was cancelled.
host-guests-filter = Find a guest
host-guests-filter-hint = Name, room, registration or document number. Guests who left are found too.
host-guests-shown = { $count ->
    [0] No matching guests
    [one] In the list: { $count } guest
   *[other] In the list: { $count } guests
}
host-guests-shown-more = { $count ->
    [one] The first { $count } guest of the list
   *[other] The first { $count } guests of the list
}
host-guests-found = { $count ->
    [0] Nothing found among all your guests
    [one] Found among all your guests: { $count } registration
   *[other] Found among all your guests: { $count } registrations
}
host-guests-found-more = There are more among all your guests; the first { $count } are shown
host-guests-column-guest = Guest
host-guests-column-citizenship = Citizenship
host-guests-column-room = Room
host-guests-column-until = Stays until
host-guests-column-state = Status
host-guests-column-act = What you can do
host-guests-more = Next 50
host-guests-empty-in_force = No guests
host-guests-empty-ending = No registration ends in the next 3 days
host-guests-empty-closed = No closed registrations
host-guests-empty-next = When a guest comes, registration takes a minute.
host-guests-left = { $days ->
    [0] Ends today
    [one] { $days } day left
   *[other] { $days } days left
}
host-guests-depart-of = Record departure: { $name }
host-guests-dates = Change dates
host-guests-dates-of = Change dates: { $name }
host-departing = { $seconds ->
    [one] { $name }: departure will be recorded in { $seconds } second
   *[other] { $name }: departure will be recorded in { $seconds } seconds
}
host-undo = Undo
host-undo-of = Undo: { $name }
host-departed = Departure recorded: { $name }, { $date }
host-undone = Undone, nothing has been sent: { $name }

## The guest’s page

host-guest-page = The guest’s registration
host-guest-journal = History
host-guest-number = Number { $number }
host-guest-in-force = In force: { $period }
host-guest-not-in-force = Not in force: { $period }
host-guest-was-in-force = Was in force: { $period }
host-guest-registered = Registered: { $moment } (Baku time)
host-guest-receipt = Show the notice
host-guest-act = What you can do
host-guest-depart-on = Day of departure
host-guest-depart-means = The registration ends on that day and is closed: this cannot be taken back. If it was a mistake, register the guest anew.
host-guest-dates = Change dates
host-guest-dates-lead = Type the new last day. At the latest: { $date }
host-guest-dates-send = Change dates
host-guest-dates-means = The registration is in force up to and including the new day. The old day stays in the history.
host-guest-decision = Decision on the extension of the stay
host-guest-decision-lead = This day is after the end of the visa or the visa-free time. If the Service has extended the guest’s stay, type the number and the last day of the decision.
host-guest-decision-number = Number of the decision
host-guest-decision-number-hint = Series MOM and 7 digits, for example MOM0012345
host-guest-decision-until = Last day of the stay by the decision
host-guest-move = Moved to another of my addresses
host-guest-move-to = New address
host-guest-moved-on = Day of the move
host-guest-move-means = A guest who moves to another flat of the same owner is not registered again: this registration goes on with the new address. The old address stays in the history.
host-guest-move-nowhere = You have no other address. First add one under “Addresses”.
host-guest-address = Address
host-guest-correct = Correct
host-guest-correct-lead = Change only what is wrong. The old and the new entry are both kept in the history.
host-guest-correct-address = The address cannot be corrected. If it is wrong, cancel the registration and register the guest again at the right address.
host-guest-correct-contact = If you type a new one, the notice is sent there too. If you leave it empty, it is removed.
host-guest-moved = Moved from another address in the country
host-guest-mrz = Machine-readable lines of the document
host-guest-correct-send = Send correction
host-guest-correct-none = You have not changed anything yet
host-guest-correct-changes = What changes
host-guest-change-was = before
host-guest-change-now = now
host-guest-annul = Cancel registration
host-guest-annul-why = Why is it cancelled?
host-guest-annul-never_came = The guest never came
host-guest-annul-wrong_guest = Another guest was entered
host-guest-annul-entered_twice = It was entered twice
host-guest-annul-means = The registration counts as never made and its notice is no longer valid. This cannot be undone.
host-guest-closed = This registration is closed and cannot be changed. If the guest comes back, register the guest again.
host-guest-changed = Saved at { $time }
host-guest-print-anew = The earlier notice is out of date: print the new one.
host-guest-stale = This registration was changed elsewhere. What you typed is kept and the current version is above. Check it and send again.
host-guest-empty-value = not given

host-event-registered = Registered
host-event-address_confirmed = Address confirmed
host-event-corrected = Corrected
host-event-extended = Extended
host-event-moved = The guest moved to another address
host-event-departed = The guest left
host-event-superseded = Replaced by a new registration
host-event-reinstated = The registration that replaced it was cancelled; this one stands again
host-event-annulled = Cancelled
host-event-by-host = { $moment }, host
host-event-by-client = { $moment }, hotel program
host-event-by-officer = { $moment }, officer of the Service
host-event-by-service = { $moment }, system
host-event-on = Date: { $date }
host-event-reason-never_came = Reason: the guest never came
host-event-reason-wrong_guest = Reason: another guest was entered
host-event-reason-entered_twice = Reason: it was entered twice
host-event-reason-address_rejected = Reason: the address was not confirmed
host-event-change = { $field }: before { $old }, now { $new }

## Addresses

host-premises-title = Addresses
host-premises-lead = Places where you receive guests. The department of the district confirms each address.
host-premises-empty = No addresses yet
host-premises-empty-next = You add an address once and then choose it from the list.
host-premises-guests = { $count ->
    [0] No guests now
    [one] Now: { $count } guest
   *[other] Now: { $count } guests
}
host-premises-asked = Asked: { $moment }
host-premises-decided = Decided: { $moment }
host-premises-with = Who has it now: { $department }
host-premises-reason = Reason: { $reason }
host-premises-rejected-next = Deal with the reason and add the address again. The registrations at this address were cancelled.
host-premises-register = Register at this address
host-premises-department-open = The department is still to be confirmed

host-new-premises-title = Add address
host-new-premises-lead = You type it once. An officer of the department checks and confirms it; we send the answer by email.
host-new-premises-kind = Type of place
host-new-premises-proof = Document that shows your right to the place
host-new-premises-proof-hint = For example: number and date of the register extract
host-new-premises-send = Add address
host-new-premises-means = Once it is sent you can register guests at this address. If the address is not confirmed, the registrations there are cancelled.

picker-district = District (city)
picker-district-choose = Choose the district
picker-group-baku = Districts of Baku
picker-group-ganja = Districts of Ganja
picker-group-cities = Cities
picker-group-districts = Districts
picker-group-nakhchivan = Nakhchivan Autonomous Republic
picker-settlement = Settlement (village)
picker-settlement-hint = Leave it empty if the address has none
picker-street = Street
picker-street-hint = In Azerbaijani, without abbreviations. For example: Kiçik Qala küçəsi
picker-house = House (building)
picker-flat = Flat
picker-department = This address is checked by: { $department }
picker-department-open = The department of this district is still to be confirmed. The address is checked by: { $department }.
picker-own-service = In this district guests are registered by: { $department }. Give the address there.

address-line = { $street } { $house }, { $district }
address-line-flat = { $street } { $house }, flat { $flat }, { $district }
address-line-settlement = { $street } { $house }, { $settlement }, { $district }
address-line-settlement-flat = { $street } { $house }, flat { $flat }, { $settlement }, { $district }

place-kind-hotel = Hotel
place-kind-hostel = Hostel
place-kind-sanatorium = Sanatorium
place-kind-rest_home = Rest home
place-kind-boarding_house = Boarding house
place-kind-camping = Campsite
place-kind-tourist_base = Tourist base
place-kind-hospital = Hospital
place-kind-flat = Flat
place-kind-house = House
place-kind-other = Other place

## Programs

host-clients-title = Programs
host-clients-lead = Your hotel program can register guests by itself. Each program has its own secret.
host-clients-docs = Documents for programmers
host-clients-empty = No programs yet
host-clients-empty-next = Add a program and give its secret to your programmer.
host-clients-new = New program
host-clients-name = Name of the program
host-clients-name-hint = So that you know it in the list. For example: Front desk
host-clients-scopes = What can the program do?
host-clients-create = Add program
host-clients-secret-title = Copy the secret now
host-clients-secret-lead = The secret is shown once only. Keep it in a safe place and do not send it by mail.
host-clients-id = Code of the program (client_id)
host-clients-secret = Secret (client_secret)
host-clients-copy-id = Copy code
host-clients-copy-secret = Copy secret
host-clients-copied = Copied
host-clients-secret-done = I have saved the secret
host-clients-created = Added: { $date }
host-clients-used = Last used: { $moment }
host-clients-never-used = Not used yet
host-clients-ended = Ended: { $moment }
host-clients-live = In use
host-clients-secrets = { $count ->
    [one] { $count } secret works
   *[other] { $count } secrets work
}
host-clients-rotate = Create new secret
host-clients-rotate-of = Create new secret: { $name }
host-clients-rotate-means = The old secret works until the program switches to the new one. There are two secrets at most at a time.
host-clients-slot = Secret { $slot }, created: { $moment }
host-clients-slot-end = End old secret
host-clients-slot-end-of = End secret { $slot }, created: { $moment }
host-clients-slot-end-means = A program cannot sign in with an ended secret. First switch the program to the new one.
host-clients-end = End program
host-clients-end-of = End program: { $name }
host-clients-end-means = The program stops at once and its secrets no longer work. Registrations stay. This cannot be undone.
host-scope-registrations-write = Register guests, correct entries and record departures
host-scope-registrations-read = See the list of guests
host-scope-premises-write = Add addresses
host-scope-premises-read = See the list of addresses

## Registration from a file

host-upload-title = Register guests from a file
host-upload-lead = Choose the file and check it. Lines that are right are registered; beside each of the others it says what is wrong.
host-upload-link = Register many guests from a file
host-upload-choose = Choose the file with the list of guests, or drag it here
host-upload-pick = Choose a file
host-upload-limits = CSV (UTF-8) or Excel (XLSX), up to 1,000 guests, up to 5 MB. The file is read on this device.
host-upload-template = Download an empty template (CSV)
host-upload-columns = What to write in the columns
host-upload-columns-lead = The first line holds the names of the columns, in any order, in Azerbaijani, English or Russian.
host-upload-kind-text = As the document writes it
host-upload-kind-number = Latin letters and digits, without spaces
host-upload-kind-country = Three-letter code of the country, such as TUR
host-upload-kind-day = Such as 30.11.2026 or 2026-11-30
host-upload-kind-sex = male, female or x
host-upload-kind-document = passport, identity card or travel document. Passport if left empty
host-upload-kind-yes-no = yes or no
host-upload-kind-language = az, en or ru
host-upload-guests = { $count ->
    [one] { $count } guest
   *[other] { $count } guests
}
host-upload-send = { $count ->
    [one] Register { $count } guest
   *[other] Register { $count } guests
}
host-upload-progress = Guests sent
host-upload-so-far = { $done } of { $count }
host-upload-taken = Registered: { $count }
host-upload-not-taken = Not registered: { $count }. Correct them below and send them again.
host-upload-bad = Lines that were not registered
host-upload-bad-lead = Correct what is wrong here, or download only these lines as a file.
host-upload-line = Line { $number }
host-upload-send-again = { $count ->
    [one] Send { $count } corrected line
   *[other] Send { $count } corrected lines
}
host-upload-save-bad = Download only these lines (CSV)

sheet-fault-encoding = The letters of the file cannot be read
sheet-fault-encoding-next = The file is not in UTF-8. In Excel, save it as “CSV UTF-8” or as XLSX and choose it again.
sheet-fault-kind = This file is neither CSV nor XLSX
sheet-fault-kind-next = Save the list as CSV (UTF-8) or as XLSX and choose it again.
sheet-fault-empty = There are no guests in the file
sheet-fault-empty-next = The first line holds the names of the columns, the guests come below.
sheet-fault-too-many = The file is too large
sheet-fault-too-many-next = One file holds up to 1,000 guests and 5 MB. Split the list.
sheet-fault-missing = Columns are missing in the file
sheet-fault-missing-next = Add these columns: { $columns }
