### The desk: registrations and address requests

desk-title = Desk
desk-menu = Sections
desk-search-field = Number, name or document
desk-search-send = Search
desk-not-given = Not given

desk-rail-registrations = Registration
desk-rail-new = New registrations
desk-rail-late = Late
desk-rail-unconfirmed = At unconfirmed addresses
desk-rail-all = All
desk-rail-premises = Addresses
desk-rail-requested = Address requests
desk-rail-confirmed = Confirmed
desk-rail-rejected = Not confirmed
desk-rail-search = Search
desk-rail-search-registrations = Search registrations

desk-not-yours = Your account cannot use this section
desk-not-yours-next = The desk is for officers of the regional departments. Go to your own section or sign in with another account.
desk-sign-in-first = Sign in to open the desk
desk-own-part = Go to my section

desk-keys-title = Working with the keyboard
desk-keys-down = down
desk-keys-up = up
desk-keys-move = down, up
desk-keys-open = open
desk-keys-search = search
desk-keys-reload = refresh the list
desk-keys-all = all keys
desk-keys-use = Use single-letter keys
desk-keys-use-hint = Switch this off if you use voice control. The choice is kept on this device.

desk-list-updated = Updated at { $time }
desk-list-reload = Refresh
desk-list-more = Next 50
desk-list-first = Start of the list
desk-list-pages = Pages
desk-list-one-address = One address
desk-list-title-late = Late registrations
desk-list-title-unconfirmed = Registrations at unconfirmed addresses
desk-list-title-all = All registrations
desk-list-empty-new = No new registrations in the last 7 days
desk-list-empty-late = No late registrations in the last 30 days
desk-list-empty-unconfirmed = No registrations at unconfirmed addresses
desk-list-empty-all = No registrations yet
desk-list-empty-next = New registrations will appear here.
desk-list-shown = { $count ->
    [0] The list is empty
    [one] { $count } registration on this page
   *[other] { $count } registrations on this page
}

desk-group-unconfirmed = Address not confirmed: check the address first
desk-group-today = Today, { $date }
desk-group-yesterday = Yesterday, { $date }
desk-group-week = Last 7 days
desk-group-earlier = Earlier
desk-group-count = { $count ->
    [one] { $count } registration
   *[other] { $count } registrations
}

desk-column-received = Received
desk-column-number = Number
desk-column-guest = Guest
desk-column-citizenship = Citizenship
desk-column-document = Document
desk-column-address = Address
desk-column-host = Host
desk-column-stay = Registered for
desk-column-state = Status
desk-column-next = Next step
desk-row-address = Check the address
desk-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}
desk-late-none = In time

desk-segments = Type of list

desk-search-title = Search registrations
desk-search-lead = One field is enough. If you fill in several, you see registrations that match all of them.
desk-search-name = Surname or whole name
desk-search-name-hint = PETROVA OLGA or OLGA PETROVA. The start of the surname is enough and spelling does not matter: Əliyev, Aliyev
desk-search-number = Registration number
desk-search-number-hint = For example 2026-48217036-7
desk-search-document = Document number
desk-search-document-hint = For example U21457893
desk-search-again = Clear the fields
desk-search-recorded = Each search, and each person it finds, is written to the access log.
desk-search-nothing = Nothing found
desk-search-nothing-next = Compare the spelling with the passport, or search by one field only. The search shows registrations of your department only.
desk-search-found = { $count ->
    [0] Nothing found
    [one] { $count } registration found
   *[other] { $count } registrations found
}
desk-search-found-more = { $count ->
    [one] The first { $count } registration is shown
   *[other] The first { $count } registrations are shown
}

desk-registration-title = Registration
desk-recorded = Your view is recorded: { $time }
desk-registration-document = Guest and document
desk-registration-stay = Arrival and stay
desk-registration-place = Address and host
desk-registration-law = What the law says
desk-registration-journal = History
desk-registration-last-day = Last day to register
desk-registration-in-force = In force: { $period }
desk-registration-not-in-force = Not in force
desk-registration-latest-until = Can last until
desk-registration-country-arrival = Arrival in the country
desk-registration-address-arrival = Arrival at the address
desk-registration-until = Last day at the address
desk-registration-visa = Visa
desk-registration-visa-until = Last day of stay under the visa
desk-registration-moved = Moved from another address
desk-registration-room = Room
desk-registration-contact = Guest’s email or phone
desk-registration-mrz = Machine-readable lines of the document
desk-registration-channel = How it came in
desk-channel-web = From the page
desk-channel-api = From a hotel’s program
desk-registration-edition = Edition of the law { $edition }, engine { $engine }
desk-registration-trace = Trace
desk-registration-notice = Download the notice (PDF)
desk-registration-notice-failed = The file was not downloaded. Nothing has changed in the registration. Try again.
desk-term-to-confirm = to be confirmed
desk-term-to-confirm-means = A figure of the law or the calendar of working days behind this day has not been confirmed yet. Check it before you decide.
desk-rung-moved = The guest moved from another address. The term is { $term }.
desk-rung-not-moved = The guest did not move from another address. With a move the term would be { $term }.
desk-registration-address-waits = This address is not confirmed yet. If it is not confirmed, the registration is cancelled and the host is told.
desk-registration-address-waits-over = This address is not confirmed yet, and the registration has already expired. If the address is not confirmed, the expired registration is cancelled too and the host is told.
desk-registration-to-address = View the address request
desk-registration-code = Verification code

desk-event-registered = Registered
desk-event-address_confirmed = Address confirmed
desk-event-corrected = Corrected
desk-event-extended = Extended
desk-event-moved = Guest moved to another address
desk-event-departed = Guest left
desk-event-superseded = Replaced by a new registration
desk-event-reinstated = The registration that replaced it was cancelled; this one stands again
desk-event-annulled = Cancelled
desk-event-by-host = Host
desk-event-by-client = Hotel’s program
desk-event-by-officer = Officer
desk-event-by-service = System
desk-event-on = Date: { $date }
desk-event-reason = Reason: { $reason }
desk-event-change = { $field }: was { $old }, now { $new }
desk-event-empty = not given
desk-reason-never_came = the guest never came
desk-reason-wrong_guest = another guest was entered
desk-reason-entered_twice = entered twice
desk-reason-address_rejected = the address was not confirmed

desk-timeline-earlier = { $count ->
    [one] { $count } earlier event
   *[other] { $count } earlier events
}
desk-timeline-now = Now

desk-premises-title = Address requests
desk-premises-title-confirmed = Confirmed addresses
desk-premises-title-rejected = Addresses not confirmed
desk-premises-lead = The oldest request comes first
desk-premises-empty-requested = No address requests are waiting
desk-premises-empty-confirmed = No confirmed addresses
desk-premises-empty-rejected = No addresses that were not confirmed
desk-premises-empty-next = New requests will appear here.
desk-premises-column-since = Request
desk-premises-column-kind = Type
desk-premises-column-guests = Guests
desk-premises-choose = Choose an address from the list on the left. Each address that you open is written to the access log.
desk-premises-request = Address request
desk-premises-kind = Type of place
desk-premises-proof = Document that shows the right to the place
desk-premises-requested = Request sent
desk-premises-decided = Decided
desk-premises-department = Department that decides
desk-premises-department-unsure = to be confirmed
desk-premises-reason = Reason
desk-premises-guests = { $count ->
    [0] No registrations are in force at this address
    [one] { $count } registration is in force at this address
   *[other] { $count } registrations are in force at this address
}
desk-premises-guests-title = Registered at this address
desk-premises-others = { $count ->
    [0] No other host has asked for this address
    [one] { $count } other host has asked for this address
   *[other] { $count } other hosts have asked for this address
}
desk-premises-confirm = Confirm address
desk-premises-reject = Do not confirm
desk-premises-confirm-means = If you confirm, the mark is removed from registrations at this address. The host gets a message.
desk-premises-reject-means = { $count ->
    [0] If you do not confirm, no guest can be registered at this address. The decision cannot be taken back.
    [one] If you do not confirm, { $count } registration is cancelled. The decision cannot be taken back.
   *[other] If you do not confirm, { $count } registrations are cancelled, including those that have expired. The decision cannot be taken back.
}
desk-premises-reject-title = Why is the address not confirmed?
desk-premises-reject-hint = The host reads this. Write what they need to send. At least 10 characters and at most 1,000.
desk-premises-reject-send = Record as not confirmed
desk-premises-done-confirmed = Address confirmed at { $time }
desk-premises-done-rejected = Address not confirmed, recorded at { $time }
desk-premises-next-request = Next request
desk-premises-back = Back to the list
desk-text-length = Written: { $count } of { $most }

desk-stale-title = This request changed while you had it open
desk-stale-lead = Nothing was sent; what you wrote is below. Compare the two.
desk-stale-decided = This request has already been decided, so your decision was not sent. What you wrote is below.
desk-stale-theirs = New version
desk-stale-mine = Your decision
desk-stale-field-state = Decision
desk-stale-field-reason = Reason
desk-stale-field-when = Time
desk-stale-not-sent = not sent
desk-stale-keep-mine = Keep mine
desk-stale-take-theirs = Take the new one
desk-stale-mine-confirm = Confirm
desk-stale-mine-reject = Do not confirm
field-error-search-empty = Fill in at least one field

desk-rail-department = Department
desk-board-title = Work of the department
desk-board-lead = What waits, since when, and who looked at addresses in the last 30 days
desk-board-now = Now
desk-board-waiting = Address requests that wait
desk-board-over-week = Of them for more than 7 days
desk-board-guests = Registrations at unconfirmed addresses
desk-board-oldest = Requests that wait longest
desk-board-all = All address requests
desk-board-officers = Decisions of the last 30 days
desk-board-officer = Officer
desk-board-confirmed = Confirmed
desk-board-rejected = Not confirmed
desk-board-nobody = No address was decided in the last 30 days

desk-rail-persons = Persons
desk-persons-title = Link an account
desk-persons-lead = Have the original document in front of you. Fill in the three fields from it, and compare the face and what is written.
desk-persons-find = Find the person
desk-persons-recorded = The search and the person found are written into the access log, which the person sees.
desk-persons-nobody = Nobody was found by this document
desk-persons-nobody-next = Compare the three fields with the document. A person who was never registered with this document is not in the register.
desk-persons-account = Account
desk-persons-linked-by = Linked by { $officer }, { $moment }
desk-persons-original = I have seen the original document, and its holder is in front of me
desk-persons-code = Code that the account shows
desk-persons-code-hint = 8 characters, works for 10 minutes
desk-persons-email = or the email address of the account
desk-persons-email-hint = If no code can be shown
desk-persons-means = The account will show all registrations of this person and who has seen their data. Its owner gets a letter. A supervisor or an administrator can undo it.
desk-persons-link = Link the account
desk-persons-linked = Account linked at { $time }
desk-persons-undo-who = If it was linked by mistake, a supervisor or an administrator undoes it.
desk-persons-undo-means = The account will show nothing of this person. The registrations stay. Its owner gets a letter.
desk-persons-undo = Undo the link
desk-persons-unlinked = Link undone at { $time }

desk-rail-corrections = Correction requests
desk-rail-corrections-waiting = Waiting for an answer
desk-rail-corrections-answered = Answered
desk-corrections-title-waiting = Correction requests
desk-corrections-title-answered = Answered requests
desk-corrections-lead = The nearest last day is at the top
desk-corrections-empty = There are no requests here
desk-corrections-empty-next = A new request appears among those that wait for an answer.
desk-corrections-column-by = Last day
desk-corrections-column-who = Who
desk-corrections-column-what = What
desk-corrections-column-state = State
desk-corrections-choose = Choose a request from the list. Each one that you open is written into the access log.
desk-corrections-kind = What is asked
desk-corrections-field = Of what
desk-corrections-then = Written when it was asked
desk-corrections-now = Written now
desk-corrections-right = What the person says
desk-corrections-reason = The person’s reason
desk-corrections-answer = Reason for a refusal
desk-corrections-sent-back = Why the supervisor sent it back
desk-corrections-registration = Registration
desk-corrections-accept = Do what is asked
desk-corrections-accept-means = The registration then changes at once, old and new stay in the journal, and the person gets an email.
desk-corrections-recommend = Recommend a refusal
desk-corrections-recommend-title = Why should it be refused?
desk-corrections-recommend-hint = The person reads this. If the law asks to keep the data, say so. At least 10 and at most 1,000 characters.
desk-corrections-recommend-means = A supervisor signs the decision. Until then the person sees nothing of it.
desk-corrections-recommend-send = Send it to the supervisor
desk-corrections-sign = Sign the refusal
desk-corrections-sign-means = The person then sees the reason and how to complain, and gets an email.
desk-corrections-send-back = Send it back
desk-corrections-send-back-title = Why do you not sign?
desk-corrections-send-back-hint = The officer reads this. At least 10 and at most 1,000 characters.
desk-corrections-send-back-send = Send it back to the officer
desk-corrections-own = You recommended this refusal yourself. Another supervisor signs it.
desk-corrections-done-accept = Done at { $time }
desk-corrections-done-recommend = Sent to the supervisor at { $time }
desk-corrections-done-sign = Refusal signed at { $time }
desk-corrections-done-send_back = Sent back at { $time }

desk-rail-counter = Counter
desk-counter-title = Register at the counter
desk-counter-lead = First find the address, then register whoever stands at the counter
desk-counter-find = Find the address
desk-counter-found = Addresses in this house
desk-counter-none = Your department has no address in this house
desk-counter-here = Register here
desk-counter-other-address = Choose another address
desk-counter-new = New address
desk-counter-new-lead = If the host has no account, or the foreigner stays at an address of their own, write the address down here. It joins those that wait for confirmation.
desk-counter-host-kind = Who receives the guest there?
desk-counter-host-person = A person
desk-counter-host-person-hint = If the foreigner stays at an address of their own, write their name
desk-counter-host-organisation = An organisation
desk-counter-host-name = Name of the host
desk-counter-new-send = Keep the address
desk-counter-original-seen = I have seen the original of the document
desk-channel-counter = At the counter
