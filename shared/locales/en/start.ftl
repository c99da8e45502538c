### for: first visit

# What is seen at a first visit: the frame of every page and the start page. The other texts come later.

app-name = { -brand }

calculator-citizenship = Citizenship

date-day = Day
date-month = Month
date-year = Year

field-arrival-date = Date of arrival in the country

footer-about = Migration services in one place, for foreigners and those who host them.
footer-accessibility = Accessibility
footer-api = For programmers (API)
footer-calculator = Registration deadline calculator
footer-call = Call Centre (012) 919, day and night
footer-check = Check a notice
footer-departments = Regional migration departments
footer-errors = Problems and their meaning
footer-know = Information
footer-legal-force = The legally binding text is in Azerbaijani. If a translation differs, the Azerbaijani text prevails.
footer-services = Services

look-dark = Look: dark
look-light = Look: light
look-system = Look: as in the system

menu-account = My account
menu-admin = Administration
menu-calculators = Calculator
menu-check = Check a notice
menu-desk = Desk
menu-help = Help
menu-host = Host
menu-host-clients = Programs
menu-host-ending = Ending soon
menu-host-guests = Guests
menu-host-new = New registration
menu-host-premises = Addresses
menu-language = Language and menu
menu-main = Main menu
menu-my = My data
menu-my-data = My data
menu-my-registrations = My registrations
menu-my-seen = Who has seen
menu-open = Menu
menu-services = Services

my-account-voen = VÖEN

offline-bar = There is no network. What you typed stays on the page. The calculator works; sending needs the network.

org-call-center = Call Centre (012) 919
org-service-short = State Migration Service

page-title = { $page } · Bir Pəncərə
page-title-errors = To correct: { $page }

service-registration-stay = Registration at the place of stay

session-ending = You will soon be signed out because nothing was done for a while.
session-left = Time left: { $minutes }:{ $seconds }

start-all-services = All services
start-ask = A question?
start-ask-lead = Short answers to the most frequent questions are on one page.
start-ask-link = Questions and answers
start-at-once = At once
start-calculator = Your last day to register
start-calculator-lead = Your browser does the counting; nothing is sent.
start-calculator-wait = Give the citizenship and the date of arrival: the last day will appear here.
start-call = You can call day and night.
start-check = Check a notice
start-check-about = By its code or QR, for anyone
start-check-act = Check a notice
start-departure = Record a departure
start-departure-about = From the list of guests, with one button
start-free = free of charge
start-last-day = Count the last day
start-last-day-about = Two questions, the answer with its reasons
start-lead = You see beforehand what is needed. You always know the last day, the reason and whom to ask.
start-name = Migration services
start-no-account = no account
start-premises = Add an address
start-premises-about = District, street and house; the regional department confirms it
start-premises-time = You can use it at once
start-program = Connect a program
start-program-about = The hotel’s own program registers the guests
start-register = Register a guest
start-register-about = A hotel, the owner of a home or another host
start-tasks = Most frequent tasks
start-title = All your migration matters in one place
start-who = Who are you?
start-who-foreigner = I have come to Azerbaijan
start-who-foreigner-about = Your last day to register
start-who-hotel = I work in a hotel or a hostel
start-who-hotel-about = Registration, the list of guests, printing the notice
start-who-owner = I have a guest at home
start-who-owner-about = The duties of the owner and what is needed
start-who-paper = I have a notice in my hand
start-who-paper-about = See whether it is genuine and valid

ui-contact = Contact
ui-continue = Continue
ui-language = Language
ui-login = Sign in
ui-logout = Sign out
ui-privacy = Privacy policy
ui-skip-to-content = Skip to main content
ui-terms = Terms for users
