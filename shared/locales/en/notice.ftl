### for: server

# The notice of registration at the place of stay: PDF and its print.
# notice-label-* are gathered by documents::NoticeLabels; $page and $pages are filled at the press.
notice-title = Notice of registration at the place of stay
notice-title-original = Olduğu yer üzrə qeydiyyat barədə bildiriş
notice-label-translation = Translation
notice-label-service = State Migration Service
notice-label-number = Registration number
notice-label-code = Verification code
notice-label-check = To check this notice, scan the QR code, or enter the code on this page:
notice-label-qr = QR code that opens the page where this notice is checked
notice-label-guest = Guest
notice-label-birth-date = Date of birth
notice-label-citizenship = Citizenship
notice-label-document = Document
notice-label-address = Address
notice-label-host = Host
notice-label-period = Period of registration
notice-label-registered = Time of registration
notice-label-last-day = Last day to register
notice-label-basis = Legal basis
notice-label-channel = Filed through
notice-label-legal-force = The legally binding text is in Azerbaijani. If a translation differs, the Azerbaijani text prevails.
notice-label-call-centre = Questions: Call Centre (012) 919
notice-label-page = Page { $page } of { $pages }

# The word in the frame.
notice-status-registered = Registered
notice-status-registered-late = Registered late
notice-status-address-pending = Registered, address awaiting confirmation
notice-status-departed = Deregistered
notice-status-superseded = Replaced
notice-status-expired = Expired
notice-status-annulled = Cancelled

# The sentence beside it. $until and $left are dates as in a sentence.
notice-state-in-force = The registration is in force up to and including { $until }.
notice-state-address-pending = The registration is in force up to and including { $until }. If the address is not confirmed, the registration is cancelled and the host is told.
notice-state-departed = The guest left on { $left }. The registration ended on that day.
notice-state-superseded = A later registration has replaced this one. Its last day was { $until }.
notice-state-expired = The registration has expired. Its last day was { $until }.
notice-state-annulled = The registration is cancelled and counts as never made.
notice-remark-departure = When the guest leaves, the host tells the Service. If nobody does, the registration ends by itself on its last day.

# Values in the table. $period, $moment and $day are printed by the caller (texts::format).
notice-value-passport = Passport { $number }
notice-value-travel-document = Travel document { $number }
notice-value-identity-card = Identity card { $number }
notice-value-organisation = { $name }, VÖEN { $voen }
notice-value-period = { $period }, last day included
notice-value-registered = { $moment } (Baku time)
notice-value-in-time = { $day }, registered in time
notice-value-late = { $days ->
    [one] { $day }, registered { $days } calendar day late
   *[other] { $day }, registered { $days } calendar days late
}
notice-value-counter = Counter of the Service
notice-value-web = Bir Pəncərə website
notice-value-api = Program of the host
notice-value-prepared = Prepared: { $moment } (Baku time)
notice-value-flat = flat { $flat }
notice-value-room = room { $room }
