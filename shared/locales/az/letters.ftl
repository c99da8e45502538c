### for: server

# Letters and text messages. A key -subject and a key -body make a letter; -sms is a text message: no name, no document, no ground.
# Bodies are plain text; an address stands on a line of its own, so that every program makes a link of it.
letter-end =
    Bir Pəncərə, Dövlət Miqrasiya Xidməti
    Sualınız varsa: Çağrı Mərkəzi (012) 919
letter-legal-force = Hüquqi qüvvəyə malik mətn Azərbaycan dilindədir. Tərcümədə fərq olarsa, Azərbaycan dilindəki mətn əsas götürülür.

letter-confirm-subject = Elektron poçt ünvanınızı təsdiqləyin
letter-confirm-body =
    Təsdiq kodunuz: { $code }

    Kodu açdığınız səhifədə yazın. Kod { $minutes } dəqiqə etibarlıdır. Kodu Siz istəməmisinizsə, heç nə etmək lazım deyil.

    { letter-end }

letter-account-exists-subject = Bu elektron poçt ünvanı ilə hesab artıq var
letter-account-exists-body =
    Hörmətli { $name },

    Bu elektron poçt ünvanı ilə yeni hesab açmaq istəyən olub. Hesabınız artıq var, yenisi açılmayıb. Bu Siz idinizsə, əvvəlki hesabla daxil olun:
    { $link }

    Şifrəni unutmusunuzsa, orada yenisini istəyin. Siz deyildinizsə, heç nə etmək lazım deyil.

    { letter-end }

letter-email-in-use-subject = Elektron poçt ünvanınızı başqa hesab üçün istəyiblər
letter-email-in-use-body =
    Hörmətli { $name },

    Kimsə bu elektron poçt ünvanını başqa hesaba yazmaq istəyib. Ünvan Sizin hesabınıza aiddir, ona görə heç nə dəyişməyib. Bu Siz idinizsə, bu ünvanla daxil olun:
    { $link }

    Siz deyildinizsə, heç nə etmək lazım deyil.

    { letter-end }

letter-reset-subject = Yeni şifrə
letter-reset-body =
    Hörmətli { $name },

    Yeni şifrəni bu səhifədə yazın:
    { $link }

    Keçid { $minutes } dəqiqə etibarlıdır və bir dəfə işləyir. Yeni şifrəni Siz istəməmisinizsə, heç nə etmək lazım deyil: əvvəlki şifrə qalır.

    { letter-end }

letter-invitation-subject = Əməkdaş hesabınız açılıb
letter-invitation-body =
    Hörmətli { $name },

    “Bir Pəncərə” saytında əməkdaş hesabınız açılıb. İdarə: { $department }. Şifrənizi bu səhifədə yazın:
    { $link }

    Keçid { $hours } saat etibarlıdır və bir dəfə işləyir. Müddət keçərsə, administratordan yenisini istəyin.

    { letter-end }

letter-staff-reset-subject = Administrator yeni şifrə təyin etməyinizi istəyir
letter-staff-reset-body =
    Hörmətli { $name },

    Administrator hesabınızdakı bütün girişləri bağlayıb. Yeni şifrəni bu səhifədə təyin edin:
    { $link }

    Keçid { $hours } saat etibarlıdır və bir dəfə işləyir.

    { letter-end }

letter-new-device-subject = Hesabınıza yeni cihazdan daxil olublar
letter-new-device-body =
    Hörmətli { $name },

    Hesabınıza yeni cihazdan daxil olublar.
    Cihaz: { $device }
    Şəbəkə ünvanı: { $place }
    Vaxt: { $moment } (Bakı vaxtı)

    Bu Siz idinizsə, heç nə etmək lazım deyil. Siz deyildinizsə, bu girişi bağlayın və şifrəni dəyişin:
    { $link }

    { letter-end }

letter-password-changed-subject = Şifrəniz dəyişib
letter-password-changed-body =
    Hörmətli { $name },

    Hesabınızın şifrəsi dəyişib: { $moment } (Bakı vaxtı). Bütün digər girişlər bağlanıb.

    Şifrəni Siz dəyişmisinizsə, heç nə etmək lazım deyil. Siz deyildinizsə, yeni şifrə istəyin:
    { $link }

    { letter-end }

letter-contact-changed-subject = Hesabınızın əlaqə məlumatı dəyişib
letter-contact-changed-body =
    Hörmətli { $name },

    Hesabınızın elektron poçt ünvanı və ya telefonu dəyişib: { $moment } (Bakı vaxtı).

    Siz dəyişmisinizsə, heç nə etmək lazım deyil. Siz deyildinizsə, indi (012) 919 nömrəsinə zəng edin.

    { letter-end }

letter-client-created-subject = Təşkilatınız üçün proqram yaradılıb
letter-client-created-body =
    Hörmətli { $name },

    “{ $client }” adlı proqram artıq təşkilatınızın adından işləyə bilər. Yaradılıb: { $moment } (Bakı vaxtı).

    Onu Siz yaratmısınızsa, heç nə etmək lazım deyil. Siz deyildinizsə, proqramı bağlayın:
    { $link }

    { letter-end }

letter-address-confirmed-subject = Ünvan təsdiqlənib
letter-address-confirmed-body =
    Hörmətli { $name },

    Ünvan təsdiqlənib: { $address }. Bu ünvanda edilmiş qeydiyyatlar qüvvədə qalır. Qonaqları bu səhifədə qeydiyyata alın:
    { $link }

    { letter-end }

    { letter-legal-force }

letter-address-rejected-subject = Ünvan təsdiqlənməyib
letter-address-rejected-body =
    Hörmətli { $name },

    Ünvan təsdiqlənməyib: { $address }. Səbəb: { $reason }

    { $guests ->
        [0] Bu ünvanda qüvvədə olan qeydiyyat yox idi.
       *[other] Bu ünvanda { $guests } qonağın qeydiyyatı ləğv edilib. Təsdiqlənmiş ünvanda yenidən qeydiyyata alın.
    }

    Səbəb aradan qalxandan sonra ünvanı yenidən göndərə bilərsiniz:
    { $link }

    Razı deyilsinizsə, şikayət edə bilərsiniz. Şikayətin son gününü (012) 919 nömrəsindən öyrənin.

    { letter-end }

    { letter-legal-force }

letter-account-linked-subject = Hesabınız sizə bağlandı
letter-account-linked-body =
    Hörmətli { $name },

    Əməkdaş sənədinizin əslini gördü və hesabınızı sizə bağladı: { $moment }. İndi öz qeydiyyatlarınızı və məlumatlarınıza kimin baxdığını görürsünüz:
    { $link }

    Siz olmamısınızsa, (012) 919 nömrəsinə zəng edin.

    { letter-end }

letter-account-unlinked-subject = Hesabınızın bağlantısı ləğv edildi
letter-account-unlinked-body =
    Hörmətli { $name },

    Hesabınız artıq reyestrdəki şəxsə bağlı deyil: { $moment }. Qeydiyyatlar reyestrdə qalır, amma bu hesabda görünmür.

    Səhv olduğunu düşünürsünüzsə, sənədin əsli ilə idarəyə gəlin və ya (012) 919 nömrəsinə zəng edin.

    { letter-end }

letter-account-closed-subject = Hesabınız bağlandı
letter-account-closed-body =
    Hörmətli { $name },

    Hesabınız bağlandı: { $moment }. Onunla daha daxil olmaq mümkün deyil. Qeydiyyatlar və jurnallar qanuna görə qalır.

    Bunu siz etməmisinizsə, (012) 919 nömrəsinə zəng edin.

    { letter-end }

letter-correction-accepted-subject = Məlumatınız düzəldildi
letter-correction-accepted-body =
    Hörmətli { $name },

    Müraciətiniz yerinə yetirildi: { $moment }. Nəyin dəyişdiyini burada görürsünüz:

    { $link }

    { letter-end }

letter-correction-refused-subject = Müraciətinizə cavab
letter-correction-refused-body =
    Hörmətli { $name },

    Düzəliş barədə müraciətinizə cavab var: { $moment }. İstədiyiniz edilmədi. Səbəb və necə şikayət etmək olar, burada yazılıb:

    { $link }

    { letter-end }
letter-notice-subject = Olduğunuz yer üzrə qeydiyyat barədə bildiriş
letter-notice-body =
    Hörmətli { $name },

    Olduğunuz yer üzrə qeydiyyata alınmısınız.
    Qeydiyyat nömrəsi: { $number }
    Yoxlama kodu: { $code }
    Qeydiyyatın son günü: { $until }

    Bildirişi bu səhifədə yoxlayın:
    { $link }

    { letter-end }

    { letter-legal-force }
letter-notice-sms = Qeydiyyat nömrəsi: { $number }. Qeydiyyatın son günü: { $until }. Yoxlama kodu: { $code }. { $link }

letter-annulled-subject = Qeydiyyat ləğv edilib
letter-annulled-body =
    Hörmətli { $name },

    Olduğunuz yer üzrə qeydiyyat ləğv edilib. Qeydiyyat nömrəsi: { $number }.

    Ölkədəsinizsə, qaldığınız yerin sahibindən Sizi yenidən qeydiyyata almağı istəyin. Sualınız varsa, (012) 919 nömrəsinə zəng edin.

    { letter-end }

    { letter-legal-force }
letter-annulled-sms = Qeydiyyat ləğv edilib: { $number }. Sualınız varsa: (012) 919.
