### Administration: staff, logs, permissions

admin-title = Administration
admin-rail-accounts = Accounts
admin-rail-staff = Staff
admin-rail-new = New colleague
admin-rail-audit = Audit
admin-rail-access = Access log
admin-rail-security = Security events
admin-rail-rules = Rules
admin-rail-policy = Table of permissions

admin-not-yours-next = Administration is for administrators. Go to your own section or sign in with another account.

admin-role-officer-may = Sees registrations and address requests, confirms addresses
admin-role-supervisor-may = Does what an officer does and answers for the work of the department
admin-role-administrator-may = Opens staff accounts and reads both logs; does not see guests’ data

admin-staff-title = Staff
admin-staff-shown = { $count ->
    [one] { $count } account
   *[other] { $count } accounts
}
admin-staff-new = New colleague
admin-staff-empty = No staff yet
admin-staff-column-name = Name
admin-staff-column-email = Email
admin-staff-column-department = Department
admin-staff-column-roles = Role
admin-staff-column-state = Account
admin-staff-column-seen = Last sign-in
admin-staff-column-deputy = Deputy
admin-staff-active = Active
admin-staff-waits = Password not set yet
admin-staff-disabled = Closed
admin-staff-never = Never signed in
admin-staff-nobody = Nobody

admin-colleague-place = Department and role
admin-colleague-department = Department
admin-colleague-roles = Roles
admin-colleague-roles-hint = Choose one or more roles
admin-colleague-save = Save changes
admin-colleague-place-means = When the department or a role changes, all sessions of this colleague end. They sign in again.
admin-colleague-own = You cannot change your own roles or department. Another administrator does that.
admin-colleague-hand-over = Name a deputy
admin-colleague-hand-over-to = Who stands in
admin-colleague-hand-over-choose = Choose a colleague
admin-colleague-hand-over-means = The name you choose is shown beside this colleague. Work waits in the lists of the whole department: nothing moves from one person to another and no rights change. Only colleagues of the same department can be chosen.
admin-colleague-hand-over-nobody = Nobody else works in this department.
admin-colleague-hand-over-send = Name deputy
admin-colleague-let-go = Take the deputy away
admin-colleague-let-go-means = The name of the deputy is taken off the list. Work and rights stay as they are.
admin-colleague-let-go-send = Take deputy away
admin-colleague-reset = Reset the password
admin-colleague-reset-means = All sessions end. A link to set a new password goes to their email.
admin-colleague-reset-send = Send the link
admin-colleague-disable = Close the account
admin-colleague-disable-means = All sessions end and nobody can sign in with this account. It can be opened again later.
admin-colleague-disable-send = Close the account
admin-colleague-enable = Open the account
admin-colleague-enable-means = The colleague can sign in again with the same password.
admin-colleague-enable-send = Open the account
admin-colleague-saved = Saved at { $time }
admin-colleague-handed = Deputy named at { $time }
admin-colleague-was-let-go = Deputy taken away at { $time }
admin-colleague-was-reset = Link sent at { $time }
admin-colleague-was-disabled = Account closed at { $time }
admin-colleague-was-enabled = Account opened at { $time }
admin-colleague-back = Back to the list
admin-colleague-not-here = This account is not in the list
admin-colleague-nothing = Nothing has changed

admin-stale-title = This account changed while you had it open
admin-stale-lead = Nothing was sent; what you chose is below. Compare the two.
admin-stale-mine = Your choice
admin-stale-mine-deputy = the colleague you chose
admin-stale-stays = stays

admin-new-title = New colleague
admin-new-lead = When the account is opened, a link to set the password goes to this address.
admin-new-name = First name and surname
admin-new-name-hint = For example Leyla Həsənova
admin-new-email = Work email
admin-new-email-hint = For example l.hasanova@migration.gov.az
admin-new-department-choose = Choose a department
admin-new-language = Language of letters
admin-new-send = Open the account
admin-new-done = Account opened: { $name }
admin-new-done-next = The link was sent to { $email }
admin-new-another = Add another colleague
admin-new-to-list = List of staff

admin-access-title = Access log
admin-access-lead = Every time somebody saw or changed another person’s data. Lines are never changed or deleted.
admin-access-column-at = Time
admin-access-column-who = Who
admin-access-column-office = From where
admin-access-column-operation = What was done
admin-access-column-purpose = Why
admin-access-column-subjects = Persons
admin-access-column-cause = Request
admin-access-service = System
admin-access-empty = The log is empty
admin-access-empty-next = Whenever somebody sees another person’s data, it appears here.

admin-security-title = Security events
admin-security-lead = Failed sign-ins, refused requests, changed roles. No personal data is kept, only the id of the account.
admin-security-column-kind = Event
admin-security-column-account = Account
admin-security-no-account = Not known
admin-security-empty = No events
admin-security-empty-next = Events will appear here.

admin-policy-title = Table of permissions
admin-policy-lead = The table is drawn from the rule that the service checks on every request. It cannot be changed on this page.
admin-policy-permission = Permission
admin-policy-has = yes
admin-policy-has-not = no
admin-permission-account-own = See and change one’s own account and sessions
admin-permission-registrations-write = Register guests and change one’s own registrations
admin-permission-registrations-read = See one’s own guests
admin-permission-registrations-supervise = See registrations of the department
admin-permission-premises-write = Ask for an address
admin-permission-premises-read = See one’s own addresses
admin-permission-premises-supervise = See address requests of the department
admin-permission-premises-decide = Confirm an address or not
admin-permission-department-oversee = See the work of the department and who did it
admin-permission-clients-manage = Add and end one’s own programs
admin-permission-staff-manage = Open staff accounts, give roles, close, name deputies
admin-permission-audit-read = Read both logs

field-error-needed-person-name = Fill in the first name and surname, for example Leyla Həsənova
field-error-colleague-needed = Choose the deputy

## Operations in the logs

admin-operation-list_registrations = Looked at a list of registrations
admin-operation-show_registration = Opened a registration
admin-operation-search_registrations = Searched registrations
admin-operation-print_notice = Printed a notice
admin-operation-create_registration = Registered a guest
admin-operation-record_departure = Recorded a departure
admin-operation-correct_registration = Corrected a registration
admin-operation-annul_registration = Cancelled a registration
admin-operation-list_premises = Looked at a list of addresses
admin-operation-show_premises = Opened an address request
admin-operation-create_premises = Asked for an address
admin-operation-confirm_premises = Confirmed an address
admin-operation-reject_premises = Did not confirm an address
admin-operation-list_staff = Looked at the list of staff
admin-operation-create_staff = Opened a staff account
admin-operation-change_staff = Changed a staff account
admin-operation-create_first_administrator = Opened the first administrator account
admin-operation-list_access_entries = Looked at the access log
admin-operation-list_security_events = Looked at security events
admin-operation-deliver_message = Sent a message
admin-operation-sign_in = Sign in
admin-operation-sign_out = Sign out
admin-operation-refresh_session = Renew a session
admin-operation-create_account = Sign up
admin-operation-confirm_account = Confirm an account
admin-operation-ask_reset = Ask for a password link
admin-operation-set_password = Set a password
admin-operation-change_me = Change one’s own account
admin-operation-confirm_email = Confirm one’s own new address
admin-operation-create_token = Program sign-in
admin-operation-create_api_client = Add a program
admin-operation-add_api_client_secret = Give a program a new secret
admin-operation-end_api_client_secret = End a program’s secret
admin-operation-end_api_client = End a program
admin-operation-check_notice = Check a notice

## Why

admin-purpose-own_guests = Work with one’s own guests
admin-purpose-department_work = Work of the department
admin-purpose-administration = Managing accounts
admin-purpose-delivery = Delivery of a message
admin-purpose-public_check = Check of a notice by its code

## Security events

admin-event-sign_in_failed = Failed sign-in
admin-event-signed_in = Sign-in
admin-event-refused = Access refused
admin-event-throttled = Too many attempts
admin-event-session_stolen = An old session key was used again
admin-event-reset_asked = Link for a new password asked for
admin-event-password_changed = Password changed
admin-event-contact_changed = Email changed
admin-event-role_changed = Role or department changed
admin-event-staff_created = Staff account opened
admin-event-staff_disabled = Staff account closed
admin-event-client_created = Program added
admin-event-client_ended = Program ended
admin-event-client_secret_created = Program given a new secret
admin-event-client_secret_ended = Program’s secret ended
admin-event-configuration_changed = System settings changed
