### for: server

# Letters and text messages. A key -subject and a key -body make a letter; -sms is a text message: no name, no document, no ground.
# Bodies are plain text; an address stands on a line of its own, so that every program makes a link of it.
letter-end =
    Bir Pəncərə, State Migration Service
    Questions: Call Centre (012) 919
letter-legal-force = The legally binding text is in Azerbaijani. If a translation differs, the Azerbaijani text prevails.

letter-confirm-subject = Confirm your email address
letter-confirm-body =
    Your confirmation code: { $code }

    Enter it on the page that is open. { $minutes ->
        [one] It works for { $minutes } minute.
       *[other] It works for { $minutes } minutes.
    } If you did not ask for a code, you do not need to do anything.

    { letter-end }

letter-account-exists-subject = There is already an account with this email address
letter-account-exists-body =
    Dear { $name },

    Somebody tried to open a new account with this email address. You already have an account, and no second one was made. If it was you, sign in with it:
    { $link }

    If you have forgotten the password, ask for a new one there. If it was not you, you do not need to do anything.

    { letter-end }

letter-email-in-use-subject = Somebody asked to use your email address
letter-email-in-use-body =
    Dear { $name },

    Somebody asked to use this email address for another account. It belongs to your account, so nothing was changed. If it was you, sign in with this address:
    { $link }

    If it was not you, you do not need to do anything.

    { letter-end }

letter-reset-subject = New password
letter-reset-body =
    Dear { $name },

    Set a new password on this page:
    { $link }

    { $minutes ->
        [one] The link works once, for { $minutes } minute.
       *[other] The link works once, for { $minutes } minutes.
    } If you did not ask for a new password, you do not need to do anything: the old one stays.

    { letter-end }

letter-invitation-subject = Your staff account is ready
letter-invitation-body =
    Dear { $name },

    You have a staff account in Bir Pəncərə. Department: { $department }. Set your password on this page:
    { $link }

    { $hours ->
        [one] The link works once, for { $hours } hour.
       *[other] The link works once, for { $hours } hours.
    } If that time has passed, ask the administrator for a new one.

    { letter-end }

letter-staff-reset-subject = The administrator asks you to set a new password
letter-staff-reset-body =
    Dear { $name },

    The administrator has ended all your sessions and asks you to set a new password. Do it on this page:
    { $link }

    { $hours ->
        [one] The link works once, for { $hours } hour.
       *[other] The link works once, for { $hours } hours.
    }

    { letter-end }

letter-new-device-subject = Sign-in to your account from a new device
letter-new-device-body =
    Dear { $name },

    Somebody signed in to your account from a new device.
    Device: { $device }
    Network address: { $place }
    Time: { $moment } (Baku time)

    If it was you, you do not need to do anything. If it was not you, end that session and change your password:
    { $link }

    { letter-end }

letter-password-changed-subject = Your password was changed
letter-password-changed-body =
    Dear { $name },

    The password of your account was changed: { $moment } (Baku time). All other sessions have ended.

    If you changed it, you do not need to do anything. If you did not, ask for a new password:
    { $link }

    { letter-end }

letter-contact-changed-subject = Contact details of your account were changed
letter-contact-changed-body =
    Dear { $name },

    The email address or telephone number of your account was changed: { $moment } (Baku time).

    If you changed it, you do not need to do anything. If you did not, call (012) 919 now.

    { letter-end }

letter-client-created-subject = A program can now act for your organisation
letter-client-created-body =
    Dear { $name },

    The program “{ $client }” can now act for your organisation. Added: { $moment } (Baku time).

    If you added it, you do not need to do anything. If you did not, end it:
    { $link }

    { letter-end }

letter-address-confirmed-subject = Address confirmed
letter-address-confirmed-body =
    Dear { $name },

    The address is confirmed: { $address }. The registrations made there stay in force. Register guests on this page:
    { $link }

    { letter-end }

    { letter-legal-force }

letter-address-rejected-subject = Address not confirmed
letter-address-rejected-body =
    Dear { $name },

    We did not confirm the address: { $address }. Reason: { $reason }

    { $guests ->
        [0] No registration was in force there.
        [one] The registration of { $guests } guest at this address is cancelled. Register the guest again at a confirmed address.
       *[other] The registrations of { $guests } guests at this address are cancelled. Register the guests again at a confirmed address.
    }

    When the reason is gone, you can send the address again:
    { $link }

    If you disagree, you can complain. Ask (012) 919 for the last day to complain.

    { letter-end }

    { letter-legal-force }

letter-account-linked-subject = Your account is linked to you
letter-account-linked-body =
    Dear { $name },

    An officer saw your original document and linked your account to you: { $moment }. You now see your own registrations and who has seen your data:
    { $link }

    If it was not you, call (012) 919.

    { letter-end }

letter-account-unlinked-subject = The link of your account is undone
letter-account-unlinked-body =
    Dear { $name },

    Your account is no longer linked to a person in the register: { $moment }. The registrations stay in the register, but this account does not show them.

    If you think this is a mistake, come to the department with your original document or call (012) 919.

    { letter-end }

letter-account-closed-subject = Your account is closed
letter-account-closed-body =
    Dear { $name },

    Your account is closed: { $moment }. Nobody can sign in with it any more. Registrations and journals stay, because the law keeps them.

    If you did not do this, call (012) 919.

    { letter-end }

letter-correction-accepted-subject = Your data were put right
letter-correction-accepted-body =
    Dear { $name },

    What you asked for was done: { $moment }. You see what changed here:

    { $link }

    { letter-end }

letter-correction-refused-subject = The answer to your request
letter-correction-refused-body =
    Dear { $name },

    Your request for correction was answered: { $moment }. What you asked for was not done. You find the reason, and how to complain, here:

    { $link }

    { letter-end }
letter-notice-subject = Notice of your registration at the place of stay
letter-notice-body =
    Dear { $name },

    You are registered at your place of stay.
    Registration number: { $number }
    Verification code: { $code }
    The last day is { $until }

    Check the notice on this page:
    { $link }

    { letter-end }

    { letter-legal-force }
letter-notice-sms = Registration number: { $number }. The last day is { $until }. Verification code: { $code }. { $link }

letter-annulled-subject = Your registration is cancelled
letter-annulled-body =
    Dear { $name },

    Your registration at the place of stay is cancelled. Registration number: { $number }.

    If you are in the country, ask the owner of the place where you stay to register you again. Questions: call (012) 919.

    { letter-end }

    { letter-legal-force }
letter-annulled-sms = Registration cancelled: { $number }. Questions: (012) 919.
