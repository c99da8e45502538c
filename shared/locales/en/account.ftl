# Account: sign-in, sign-up, code, password, session

## Signing in

sign-in-title = Sign in
sign-in-new = No account yet?
password-show = Show
password-hide = Hide
password-hint = At least 15 characters. A few words that you remember are good, such as a sentence. Pasting works.
demo-title = Demo accounts
demo-lead = This is the demo mode. Choose an account: its email and password are filled in.

## Signing up

sign-up-title = Open an account
sign-up-lead = It takes a few minutes and is free.
sign-up-kind = What is the account for?
sign-up-personal = For myself
sign-up-personal-hint = My own registrations, and who has seen my data. A foreigner, a stateless person or a citizen
sign-up-person = To receive guests: a person, with FİN
sign-up-person-hint = The owner of a flat or a house
sign-up-organisation = To receive guests: an organisation, with VÖEN
sign-up-organisation-hint = Hotel, hostel, hospital, sole trader
sign-up-fin-hint = The 7 characters on the identity card, for example: 94FMDDD
field-error-needed-fin = Fill in the FIN, for example 94FMDDD
field-error-needed-voen = Fill in the VÖEN, for example 1402356781
field-error-needed-organisation = Fill in the name of the organisation
sign-up-voen-hint = The 10-digit taxpayer number, for example: 1402356781
sign-up-organisation-name = Name of the organisation
sign-up-name = Your name and surname
sign-up-email-hint = The confirmation code comes to this address
sign-up-phone-hint = With the country code, for example: +994 50 123 45 67
sign-up-accept = I have read and accept:
sign-up-terms = the terms for users
sign-up-privacy = the privacy policy
sign-up-have = Have an account?
sign-up-proof = The account does not link you to a person in the register. That happens only when an officer has seen your document. Until then you see only what you entered yourself.
sign-up-confirmed = The account is open. Now sign in.
code-title = Enter the code
code-lead = We sent a 6-digit code to { $email }.
code-lead-unknown = Give your email address and the 6-digit code that came to it.
code-field = Confirmation code
code-hint = 6 digits
code-password = The password you gave at sign-up
code-none = No letter? Look in the spam folder. If the address already has an account, the letter says how to sign in.
sign-in-unconfirmed = Opened a new account and did not type the code yet?
code-again = Send a new code
code-sent = If the account waits for its code, a new one was sent. The earlier one no longer fits.

## A new password

reset-title = New password
reset-lead = Give your email address and we send a link for a new password.
reset-send = Send the link
reset-sent = If this address has an account, the link is on its way. It works for 30 minutes. No letter? Look in the spam folder.
reset-set-title = Set a new password
reset-set-lead = After this you sign in again on every device.
reset-new = New password
reset-set = Set the password
reset-done = The new password is set. Now sign in.
reset-dead = The link no longer works
reset-again = Ask for a new link

## Session

session-ended-title = Sign in again
session-ended-lead = The session has ended. What you typed stays on this page: sign in and go on.
session-ended-leave = Leave and delete what I typed
