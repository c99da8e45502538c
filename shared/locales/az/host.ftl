# Qəbul edən tərəfin səhifələri: yeni qeydiyyat, bildiriş, qonaqlar, ünvanlar, proqramlar.

host-sign-in-title = Qonağı qeydiyyata almaq üçün daxil olun
host-sign-in-lead = Daxil olandan sonra bu səhifəyə qayıdacaqsınız.
host-not-yours-title = Bu bölmə qəbul edən tərəflər üçündür
host-not-yours-lead = Hesabınızda belə hüquq yoxdur. Öz bölmənizə keçin və ya başqa hesabla daxil olun.
host-not-found-title = Belə səhifə yoxdur
host-not-found-lead = Səhifənin ünvanını yoxlayın və ya qonaqların siyahısına qayıdın.
host-back-to-guests = Qonaqlara qayıt

## Yeni qeydiyyat

host-register-title = Yeni qeydiyyat
host-register-document = Sənəd
host-register-stay = Gəliş və qalma
host-register-send = Qeydiyyata al
host-register-sending = Göndərilir
host-register-send-next = Yadda saxla və növbəti qonağa keç
host-register-clear = Xanaları təmizlə
host-register-last-day = Qeydiyyat üçün son gün: { $date }
host-register-kept = Yazdıqlarınızın hamısı yerindədir.
host-register-done = Qeydiyyata alındı: { $name }, nömrə { $number }
host-register-done-open = Bildirişi aç
host-register-carried = Gəliş tarixləri və ünvan əvvəlki qonaqdan götürülüb. Yoxlayın.
host-register-offline-title = Şəbəkə yoxdur, qeydiyyat hələ göndərilməyib
host-register-offline = Yazdıqlarınız bu vərəqdə saxlanılıb: onu bağlamayın. Şəbəkə qayıdanda bir də göndərin: ikinci qeydiyyat yaranmır.
host-register-back-online = Şəbəkə qayıdıb. Qeydiyyatı göndərə bilərsiniz.
host-register-no-premises = Qonaq qəbul etdiyiniz ünvanı əvvəlcə əlavə edin
host-register-no-premises-lead = Ünvanı bir dəfə yazırsınız. Təsdiqini gözləmədən qonağı dərhal qeydiyyata ala bilərsiniz.

host-from-mrz = MRZ-dən
host-from-previous = Əvvəlki qonaqdan
host-from-last = Son istifadə olunan
host-from-last-stay = Keçən dəfədən
host-from-today = Bu gün
host-from-citizenship = Vətəndaşlığa görə

host-field-given-names-hint = Pasportda bir ad varsa, boş saxlayın
host-field-arrival-hint = Giriş möhüründəki tarix
host-field-arrived-hint = Qonağın bu ünvana gəldiyi gün
host-field-until-latest = Ən gec: { $date }
host-field-until-hint = Bu ünvanda son gün
host-field-room = Otaq
host-field-room-hint = Öz siyahınız üçün
host-field-visa-question = Qonaq viza ilə gəlib?
host-field-visa-hint = Qeydiyyat viza üzrə qalma müddətindən uzun ola bilməz
host-field-visa-until = Viza üzrə qalma müddətinin son günü
host-field-moved-question = Qonaq ölkədəki başqa ünvandan köçüb?
host-field-moved-hint = Köçən qonaq üçün başqa müddət sayılır
host-field-contact = Qonağın elektron poçtu və ya telefonu
host-field-contact-hint = Bildiriş ora göndərilir. Məsələn: +994501234567
host-field-language = Qonağa yazılan mesajların dili
host-field-language-hint = Bildiriş bu dildə göndərilir
host-field-sex-x = Göstərilməyib
host-field-premises-choose = Ünvanı seçin
host-field-premises-waits = { $address } (təsdiq gözlənilir)
host-field-premises-note = Ünvan hələ təsdiqlənməyib. Qeydiyyat qüvvəyə minir, ünvana { $department } baxır. Təsdiqlənməsə, qeydiyyat ləğv olunur və Sizə yazırıq.
host-field-choose = Seçin

host-document-passport = Pasport
host-document-travel_document = Yol sənədi
host-document-identity_card = Şəxsiyyət vəsiqəsi

field-error-needed-surname = Soyadı pasportdakı kimi yazın, məsələn: YILMAZ
field-error-needed-citizenship = Vətəndaşlığı seçin
field-error-needed-birth-date = Doğum tarixini yazın, məsələn: 12 03 1988
field-error-needed-sex = Cinsi seçin
field-error-needed-number = Pasportun nömrəsini yazın, məsələn: U21457893
field-error-needed-expires-on = Bitmə tarixini yazın, məsələn: 14 06 2031
field-error-needed-issuer = Sənədi verən ölkəni seçin
field-error-needed-arrived-in-country = Ölkəyə gəliş tarixini yazın, məsələn: 19 11 2026
field-error-needed-arrived-at-address = Ünvana gəliş tarixini yazın, məsələn: 23 11 2026
field-error-needed-until = Getmə tarixini yazın, məsələn: 30 11 2026
field-error-needed-premises = Ünvanı seçin
field-error-needed-visa-number = Vizanın nömrəsini yazın
field-error-needed-visa-until = Viza üzrə qalma müddətinin son gününü yazın
field-error-needed-kind = Qalma yerinin növünü seçin
field-error-needed-district = Rayonu (şəhəri) seçin
field-error-needed-street = Küçəni yazın, məsələn: Kiçik Qala küçəsi
field-error-needed-house = Evi (binanı) yazın, məsələn: 14
field-error-needed-name = Proqramın adını yazın, məsələn: Qəbul masası
field-error-needed-scopes = Ən azı bir icazə seçin
field-error-needed-left-on = Getdiyi günü yazın, məsələn: 30 11 2026
field-error-needed-moved-on = Keçdiyi günü yazın, məsələn: 30 11 2026
field-error-needed-decision = Qərarın nömrəsini yazın
field-error-needed-decision-until = Qərar üzrə son günü yazın
field-error-needed-reason = Səbəbi seçin

host-known-before = Əvvəl də qalıb: { $name }, { $period }
host-known-now = İndi də qeydiyyatdadır: { $name }, { $period }
host-known-from = Öz siyahınızda tapıldı: { $number } nömrəli qeydiyyat. Boş xanaları ondan doldurmaq olar, yazdıqlarınız dəyişməz.
host-known-take = Keçən dəfədən doldur
host-known-leave = Lazım deyil

host-aside-title = Bu qeydiyyat
host-aside-last-day = Qeydiyyat üçün son gün
host-aside-in-time = Vaxtında
host-aside-late = Gec
host-aside-late-note = Qeydiyyat qəbul olunur və gec qeydiyyat kimi göstərilir.
host-aside-unknown = Ölkəyə gəliş tarixini yazın, son gün burada görünəcək.
host-aside-unknown-moved = Ünvana gəliş tarixini yazın, son gün burada görünəcək.
host-aside-not-required = Bu qonağı qeydiyyata almaq məcburi deyil. İstəsəniz, qeydiyyata ala bilərsiniz.
host-aside-guest = Qonaq
host-aside-document = Sənəd
host-aside-stay = Qalma müddəti
host-aside-fee = Rüsum
host-aside-free = pulsuz
host-aside-in-force = Göndərdiyiniz an qeydiyyat qüvvəyə minir. Bildirişi dərhal çap edə bilərsiniz.
host-aside-keys = Klaviatura ilə

host-saved-saving = Saxlanılır
host-saved-here = Bu vərəqdə saxlanılıb: { $time }
host-saved-here-hint = Vərəq bağlananda və ya hesabdan çıxanda silinir
host-saved-failed = Bu vərəqdə saxlanılmadı. Səhifəni bağlamayın.

## Maşınla oxunan sətirlər

mrz-hint = Pasportun, vəsiqənin və ya vizanın “<<<” işarəli sətirləri. Skanerdən oxudun, yapışdırın və ya yazın.
mrz-format-td1 = Vəsiqə (TD1), 3 sətir, 30 simvol
mrz-format-td2 = Vəsiqə (TD2), 2 sətir, 36 simvol
mrz-format-td3 = Pasport (TD3), 2 sətir, 44 simvol
mrz-format-mrv-a = Viza (MRV-A), 2 sətir, 44 simvol
mrz-format-mrv-b = Viza (MRV-B), 2 sətir, 36 simvol
mrz-check-document = Sənədin nömrəsi
mrz-check-birth = Doğum tarixi
mrz-check-expiry = Bitmə tarixi
mrz-check-optional = Şəxsi nömrə
mrz-check-composite = Ümumi yoxlama
mrz-check-good = uyğundur
mrz-check-bad = uyğun deyil
mrz-read-good = Sətirlər oxundu, yoxlama rəqəmlərinin hamısı uyğundur.
mrz-wrong-digit = Sətir { $line }, simvol { $at }: “{ $found }” yazılıb, “{ $expected }” gözlənilir. Qalan məlumatlar yerindədir. Sənədlə tutuşdurun və düzəldin.
mrz-wrong-length = Sətir { $line }: { $count } simvol var, { $expected } gözlənilir. Yazdığınız qalıb. Sətri sənədlə tutuşdurun.
mrz-wrong-lines = { $count } sətir var, { $expected } gözlənilir. Yazdığınız qalıb. Bütün sətirləri bütöv yapışdırın.
mrz-wrong-letter = Sətir { $line }, simvol { $at }: “{ $found }” burada ola bilməz. Yazdığınız qalıb. Sənədlə tutuşdurun və düzəldin.
mrz-wrong-kind = Bunlar sənədin sətirləri deyil: birinci hərf P, I, A və ya C olur, vizada V. Yazdığınız qalıb. Xanaları əllə də doldura bilərsiniz.
mrz-wrong-date = Sətir { $line }, simvol { $at }: “{ $found }” tarixi yoxdur və ya hələ çatmayıb. Qalan məlumatlar yerindədir. Sənədlə tutuşdurun.
mrz-wrong-country = Sətir { $line }, simvol { $at }: “{ $found }” ölkə kodu tanınmır. Qalan məlumatlar yerindədir. Sənədlə tutuşdurun.
mrz-names-cut = Ad sətrə sığmayıb. Soyadı və adı sənəddəki tam yazılışla tutuşdurun.
mrz-offer = Sətir { $line }, simvol { $at }: “{ $found }” yerinə “{ $instead }” yaz
mrz-visa-read = Vizanın sətirləri oxundu, nömrəsi aşağıda yazıldı. İndi pasportun və ya vəsiqənin sətirlərini oxudun.
mrz-birth-open = Sənəddə doğum tarixi tam göstərilməyib. Tarixi sənədə baxıb yazın.
mrz-again = Yenidən oxut
mrz-by-hand = Xanaları əllə doldur
mrz-kept = { $count } xananı əllə dəyişmisiniz, ona görə sətirlərdəki məlumat ora yazılmadı.
mrz-take = MRZ-dən götür
mrz-keep = Mənimkini saxla

## Bildiriş

host-receipt-page = Qeydiyyat bildirişi
host-receipt-title = { $name } qeydiyyatdadır
host-receipt-title-annulled = { $name }: qeydiyyat ləğv edilib
host-receipt-void = Bu bildiriş qüvvədə deyil. Qonağa verilmişsə, geri alın.
host-receipt-title-closed = { $name }: qeydiyyat bitib
host-receipt-in-time = { $moment } (Bakı vaxtı). Qeydiyyat üçün son gün { $date } idi: qeydiyyat vaxtında edilib.
host-receipt-late = { $moment } (Bakı vaxtı). Qeydiyyat qəbul edildi. Müddət { $days } gün ötüb və bu, gec qeydiyyat kimi göstərilib.
host-receipt-address-waits = Ünvanın təsdiqi gözlənilir. Qeydiyyat qüvvədədir.
host-receipt-copy = Nömrəni köçür
host-receipt-copied = Nömrə köçürüldü
host-receipt-qr = Bildirişin yoxlama səhifəsini açan QR kod
host-receipt-code = Yoxlama kodu { $code }
host-receipt-guest = Qonaq
host-receipt-document = Sənəd
host-receipt-address = Ünvan
host-receipt-host = Qəbul edən tərəf
host-receipt-period = Qeydiyyat müddəti
host-receipt-law = Hüquqi əsas
host-receipt-room = Otaq
host-receipt-organisation = { $name }, VÖEN { $voen }
host-receipt-next = Növbəti qonaq
host-receipt-print = Bildirişi çap et
host-receipt-pdf = PDF endir
host-receipt-pdf-in = PDF endir: { $language }
host-receipt-pdf-failed = Fayl endirilmədi. Qeydiyyat qüvvədədir. Yenidən cəhd edin.
host-receipt-open = Qonağın səhifəsini aç
host-receipt-footer = Bildirişi hər kəs yoxlaya bilər: { $address }, kod { $code }
host-receipt-legal = Hüquqi qüvvəyə malik mətn Azərbaycan dilindədir. Tərcümədə fərq olarsa, Azərbaycan dilindəki mətn əsas götürülür.

host-after-title = Bundan sonra
host-after-written = Reyestrə yazıldı
host-after-address = Ünvana baxılır
host-after-address-note = Baxır: { $department }. Cavab gələndə Sizə yazırıq.
host-after-departure = Qonaq gedəndə bildirin
host-after-departure-note = Bir düymə ilə: “Getdiyini qeyd et”. Bildirməsəniz, qeydiyyat həmin gün özü bitir.
host-after-longer = Daha çox qalacaqsa
host-after-longer-note = Getmə tarixini dəyişin. Ən gec: { $date }
host-after-day = Qalmanın son günü: { $date }
host-correct-ask = Düzəliş lazımdır?
host-correct-ask-note = Düzəliş edin, köhnə yazı da saxlanılır.

host-keys-next = növbəti qonaq
host-keys-print = çap et

## Qonaqlar

host-guests-title = Qonaqlar
host-guests-views = Siyahının növü
host-guests-view-in_force = İndi qalanlar
host-guests-view-ending = Müddəti bitir
host-guests-view-closed = Bağlananlar
host-guests-lead-in_force = Qeydiyyatı qüvvədə olan qonaqlar. Tez bitən yuxarıdadır.
host-guests-lead-ending = Qeydiyyatı 3 gün ərzində bitən qonaqlar.
host-guests-lead-closed = Gedən, qeydiyyatı bitən və ya ləğv edilən qonaqlar.
host-guests-filter = Qonaq axtar
host-guests-filter-hint = Ad, otaq, qeydiyyat və ya sənəd nömrəsi. Gedən qonaqlar da tapılır.
host-guests-shown = { $count ->
    [0] Uyğun qonaq yoxdur
   *[other] Siyahıda: { $count } qonaq
}
host-guests-shown-more = Siyahıda ilk { $count } qonaq
host-guests-found = { $count ->
    [0] Bütün qonaqlar arasında heç nə tapılmayıb
   *[other] Bütün qonaqlar arasında tapılıb: { $count } qeydiyyat
}
host-guests-found-more = Bütün qonaqlar arasında daha çoxdur, ilk { $count } qeydiyyat göstərilir
host-guests-column-guest = Qonaq
host-guests-column-citizenship = Vətəndaşlıq
host-guests-column-room = Otaq
host-guests-column-until = Nə vaxtadək
host-guests-column-state = Vəziyyət
host-guests-column-act = Nə etmək olar
host-guests-more = Növbəti 50
host-guests-empty-in_force = Qonaq yoxdur
host-guests-empty-ending = Yaxın 3 gündə bitən qeydiyyat yoxdur
host-guests-empty-closed = Bağlanan qeydiyyat yoxdur
host-guests-empty-next = Qonaq gələndə onu bir dəqiqəyə qeydiyyata alırsınız.
host-guests-left = { $days ->
    [0] Bu gün bitir
   *[other] { $days } gün qalıb
}
host-guests-depart-of = Getdiyini qeyd et: { $name }
host-guests-dates = Müddəti dəyiş
host-guests-dates-of = Müddəti dəyiş: { $name }
host-departing = { $name }: getdiyi { $seconds } saniyədən sonra qeyd olunacaq
host-undo = Geri al
host-undo-of = Geri al: { $name }
host-departed = Getdiyi qeyd olundu: { $name }, { $date }
host-undone = Geri alındı. Heç nə göndərilməyib: { $name }

## Qonağın səhifəsi

host-guest-page = Qonağın qeydiyyatı
host-guest-journal = Tarixçə
host-guest-number = Nömrə { $number }
host-guest-in-force = Qüvvədədir: { $period }
host-guest-not-in-force = Qüvvədə deyil: { $period }
host-guest-was-in-force = Qüvvədə olub: { $period }
host-guest-registered = Qeydiyyata alınıb: { $moment } (Bakı vaxtı)
host-guest-receipt = Bildirişi göstər
host-guest-act = Nə etmək olar
host-guest-depart-on = Getdiyi gün
host-guest-depart-means = Qeydiyyat həmin gün bitir və bağlanır: bunu geri götürmək olmur. Səhv qeyd etmisinizsə, qonağı yenidən qeydiyyata alın.
host-guest-dates = Müddəti dəyiş
host-guest-dates-lead = Yeni son günü yazın. Ən gec: { $date }
host-guest-dates-send = Müddəti dəyiş
host-guest-dates-means = Qeydiyyat yeni günədək qüvvədə olur. Köhnə gün tarixçədə qalır.
host-guest-decision = Qalma müddətinin uzadılması haqqında qərar
host-guest-decision-lead = Bu gün viza və ya vizasız qalma müddətindən sonradır. Xidmət qonağın qalma müddətini uzadıbsa, qərarın nömrəsini və müddətini yazın.
host-guest-decision-number = Qərarın nömrəsi
host-guest-decision-number-hint = MOM seriyası və 7 rəqəm, məsələn: MOM0012345
host-guest-decision-until = Qərar üzrə qalma müddətinin son günü
host-guest-move = Başqa ünvanıma keçdi
host-guest-move-to = Yeni ünvan
host-guest-moved-on = Keçdiyi gün
host-guest-move-means = Eyni sahibin başqa mənzilinə keçən qonaq yenidən qeydiyyata alınmır: bu qeydiyyat yeni ünvanla davam edir. Köhnə ünvan tarixçədə qalır.
host-guest-move-nowhere = Başqa ünvanınız yoxdur. Əvvəlcə «Ünvanlar» bölməsində ünvan əlavə edin.
host-guest-address = Ünvan
host-guest-correct = Düzəliş et
host-guest-correct-lead = Yalnız səhv yazılanı dəyişin. Köhnə və yeni yazı tarixçədə qalır.
host-guest-correct-address = Ünvan düzəldilmir. Ünvan səhvdirsə, qeydiyyatı ləğv edin və qonağı doğru ünvanda yenidən qeydiyyata alın.
host-guest-correct-contact = Yenisini yazsanız, bildiriş ora da göndərilir. Boş saxlasanız, silinir.
host-guest-moved = Ölkədəki başqa ünvandan köçüb
host-guest-mrz = Sənədin maşınla oxunan sətirləri
host-guest-correct-send = Düzəlişi göndər
host-guest-correct-none = Hələ heç nə dəyişməmisiniz
host-guest-correct-changes = Dəyişikliklər
host-guest-change-was = əvvəl
host-guest-change-now = indi
host-guest-annul = Qeydiyyatı ləğv et
host-guest-annul-why = Niyə ləğv edilir?
host-guest-annul-never_came = Qonaq gəlmədi
host-guest-annul-wrong_guest = Başqa qonaq yazılıb
host-guest-annul-entered_twice = İki dəfə yazılıb
host-guest-annul-means = Qeydiyyat heç vaxt olmamış sayılır, bildiriş qüvvədən düşür. Bunu geri qaytarmaq olmur.
host-guest-closed = Bu qeydiyyat bağlıdır, onu dəyişmək olmur. Qonaq qayıdırsa, onu yenidən qeydiyyata alın.
host-guest-changed = Yadda saxlanıldı: { $time }
host-guest-print-anew = Əvvəlki bildiriş köhnəlib: yenisini çap edin.
host-guest-stale = Bu qeydiyyat başqa yerdə dəyişib. Yazdığınız qalıb, indiki hal yuxarıdadır. Yoxlayın və bir də göndərin.
host-guest-empty-value = göstərilməyib

host-event-registered = Qeydiyyata alınıb
host-event-address_confirmed = Ünvan təsdiqlənib
host-event-corrected = Düzəliş edilib
host-event-extended = Uzadılıb
host-event-moved = Qonaq başqa ünvana keçib
host-event-departed = Qonaq gedib
host-event-superseded = Yeni qeydiyyatla əvəz olunub
host-event-reinstated = Əvəz edən qeydiyyat ləğv olunub, bu qeydiyyat yenidən qüvvədədir
host-event-annulled = Ləğv edilib
host-event-by-host = { $moment }, qəbul edən tərəf
host-event-by-client = { $moment }, mehmanxana proqramı
host-event-by-officer = { $moment }, Xidmətin əməkdaşı
host-event-by-service = { $moment }, sistem
host-event-on = Tarix: { $date }
host-event-reason-never_came = Səbəb: qonaq gəlməyib
host-event-reason-wrong_guest = Səbəb: başqa qonaq yazılıb
host-event-reason-entered_twice = Səbəb: iki dəfə yazılıb
host-event-reason-address_rejected = Səbəb: ünvan təsdiqlənməyib
host-event-change = { $field }: əvvəl { $old }, indi { $new }

## Ünvanlar

host-premises-title = Ünvanlar
host-premises-lead = Qonaq qəbul etdiyiniz yerlər. Hər ünvanı rayonun idarəsi təsdiqləyir.
host-premises-empty = Hələ ünvan yoxdur
host-premises-empty-next = Ünvanı bir dəfə əlavə edirsiniz, sonra siyahıdan seçirsiniz.
host-premises-guests = { $count ->
    [0] İndi qonaq yoxdur
   *[other] İndi: { $count } qonaq
}
host-premises-asked = Sorğu: { $moment }
host-premises-decided = Qərar: { $moment }
host-premises-with = İndi kimdədir: { $department }
host-premises-reason = Səbəb: { $reason }
host-premises-rejected-next = Səbəbi aradan qaldırın və ünvanı yenidən əlavə edin. Bu ünvandakı qeydiyyatlar ləğv olunub.
host-premises-register = Bu ünvanda qeydiyyata al
host-premises-department-open = İdarə hələ dəqiqləşdirilir

host-new-premises-title = Ünvan əlavə et
host-new-premises-lead = Bir dəfə yazırsınız. İdarənin əməkdaşı baxıb təsdiqləyir, cavabı elektron poçta göndəririk.
host-new-premises-kind = Qalma yerinin növü
host-new-premises-proof = Yerə hüququnuzu təsdiq edən sənəd
host-new-premises-proof-hint = Məsələn: çıxarışın nömrəsi və tarixi
host-new-premises-send = Ünvan əlavə et
host-new-premises-means = Göndərdikdən sonra bu ünvanda qonağı dərhal qeydiyyata ala bilərsiniz. Ünvan təsdiqlənməsə, oradakı qeydiyyatlar ləğv olunur.

picker-district = Rayon (şəhər)
picker-district-choose = Rayonu seçin
picker-group-baku = Bakı şəhərinin rayonları
picker-group-ganja = Gəncə şəhərinin rayonları
picker-group-cities = Şəhərlər
picker-group-districts = Rayonlar
picker-group-nakhchivan = Naxçıvan Muxtar Respublikası
picker-settlement = Qəsəbə (kənd)
picker-settlement-hint = Ünvanda yoxdursa, boş saxlayın
picker-street = Küçə
picker-street-hint = Azərbaycan dilində, qısaltmasız. Məsələn: Kiçik Qala küçəsi
picker-house = Ev (bina)
picker-flat = Mənzil
picker-department = Bu ünvana baxır: { $department }
picker-department-open = Bu rayonun idarəsi hələ dəqiqləşdirilir. Ünvana { $department } baxır.
picker-own-service = Bu rayonda qeydiyyatı { $department } aparır. Ünvanı ona bildirin.

address-line = { $district }, { $street }, { $house }
address-line-flat = { $district }, { $street }, { $house }, mənzil { $flat }
address-line-settlement = { $district }, { $settlement }, { $street }, { $house }
address-line-settlement-flat = { $district }, { $settlement }, { $street }, { $house }, mənzil { $flat }

place-kind-hotel = Mehmanxana
place-kind-hostel = Hostel
place-kind-sanatorium = Sanatoriya
place-kind-rest_home = İstirahət evi
place-kind-boarding_house = Pansionat
place-kind-camping = Kempinq
place-kind-tourist_base = Turist bazası
place-kind-hospital = Xəstəxana
place-kind-flat = Mənzil
place-kind-house = Fərdi ev
place-kind-other = Başqa yer

## Proqramlar

host-clients-title = Proqramlar
host-clients-lead = Mehmanxana proqramınız qonaqları özü qeydiyyata ala bilər. Hər proqramın öz açarı olur.
host-clients-docs = Proqramçılar üçün sənədlər
host-clients-empty = Hələ proqram yoxdur
host-clients-empty-next = Proqram yaradın, açarı proqramçınıza verin.
host-clients-new = Yeni proqram
host-clients-name = Proqramın adı
host-clients-name-hint = Siyahıda tanımaq üçün. Məsələn: Qəbul masası
host-clients-scopes = Proqram nə edə bilər?
host-clients-create = Proqram yarat
host-clients-secret-title = Açarı indi köçürün
host-clients-secret-lead = Açar yalnız bir dəfə göstərilir. Onu etibarlı yerdə saxlayın, məktubla göndərməyin.
host-clients-id = Proqramın kodu (client_id)
host-clients-secret = Açar (client_secret)
host-clients-copy-id = Kodu köçür
host-clients-copy-secret = Açarı köçür
host-clients-copied = Köçürüldü
host-clients-secret-done = Açarı saxladım
host-clients-created = Yaradılıb: { $date }
host-clients-used = Son istifadə: { $moment }
host-clients-never-used = Hələ istifadə olunmayıb
host-clients-ended = Bağlanıb: { $moment }
host-clients-live = İşləyir
host-clients-secrets = { $count ->
    [1] 1 açar işləyir
   *[other] { $count } açar işləyir
}
host-clients-rotate = Yeni açar yarat
host-clients-rotate-of = Yeni açar yarat: { $name }
host-clients-rotate-means = Proqram yeni açara keçənədək köhnə açar işləyir. Eyni vaxtda ən çoxu iki açar olur.
host-clients-slot = Açar { $slot }, yaradılıb: { $moment }
host-clients-slot-end = Köhnə açarı söndür
host-clients-slot-end-of = Açar { $slot }, yaradılıb: { $moment }: söndür
host-clients-slot-end-means = Söndürülən açarla proqram daxil ola bilmir. Əvvəlcə proqramı yeni açara keçirin.
host-clients-end = Proqramı bağla
host-clients-end-of = Proqramı bağla: { $name }
host-clients-end-means = Proqram dərhal dayanır, açarları işləmir. Qeydiyyatlar qalır. Bunu geri qaytarmaq olmur.
host-scope-registrations-write = Qonağı qeydiyyata almaq, məlumatını düzəltmək və getdiyini bildirmək
host-scope-registrations-read = Qonaqların siyahısını görmək
host-scope-premises-write = Ünvan əlavə etmək
host-scope-premises-read = Ünvanların siyahısını görmək

## Fayldan qeydiyyat

host-upload-title = Qonaqları fayldan qeydiyyata almaq
host-upload-lead = Faylı seçin və yoxlayın. Düzgün sətirlər qeydiyyata alınır, səhv olanların yanında nəyin səhv olduğu yazılır.
host-upload-link = Çox qonağı fayldan qeydiyyata alın
host-upload-choose = Qonaqların siyahısı olan faylı seçin və ya bura sürükləyin
host-upload-pick = Fayl seç
host-upload-limits = CSV (UTF-8) və ya Excel (XLSX), 1000 qonağa qədər, 5 MB-a qədər. Fayl bu cihazda oxunur.
host-upload-template = Boş nümunə faylı yüklə (CSV)
host-upload-columns = Sütunlarda nə yazılır
host-upload-columns-lead = Birinci sətir sütunların adlarıdır. Sıra fərqi yoxdur, adlar Azərbaycan, ingilis və ya rus dilində ola bilər.
host-upload-kind-text = Sənəddə yazıldığı kimi
host-upload-kind-number = Latın hərfləri və rəqəmlər, boşluqsuz
host-upload-kind-country = Ölkənin üç hərfli kodu, məsələn TUR
host-upload-kind-day = Məsələn 30.11.2026 və ya 2026-11-30
host-upload-kind-sex = kişi, qadın və ya x
host-upload-kind-document = pasport, şəxsiyyət vəsiqəsi və ya yol sənədi. Boş qalsa, pasport
host-upload-kind-yes-no = bəli və ya xeyr
host-upload-kind-language = az, en və ya ru
host-upload-guests = { $count } qonaq
host-upload-send = { $count } qonağı qeydiyyata al
host-upload-progress = Göndərilən qonaqlar
host-upload-so-far = { $done } / { $count }
host-upload-taken = Qeydiyyata alındı: { $count }
host-upload-not-taken = Qeydiyyata alınmadı: { $count }. Aşağıda düzəldib yenidən göndərin.
host-upload-bad = Qeydiyyata alınmayan sətirlər
host-upload-bad-lead = Səhv yerləri burada düzəldin və ya yalnız bu sətirləri fayl kimi yükləyin.
host-upload-line = Sətir { $number }
host-upload-send-again = Düzəldilmiş { $count } sətri göndər
host-upload-save-bad = Yalnız bu sətirləri yüklə (CSV)

sheet-fault-encoding = Faylın hərfləri oxunmur
sheet-fault-encoding-next = Fayl UTF-8 ilə yazılmayıb. Excel-də «CSV UTF-8» və ya «XLSX» kimi yadda saxlayın və yenidən seçin.
sheet-fault-kind = Bu fayl CSV və ya XLSX deyil
sheet-fault-kind-next = Siyahını CSV (UTF-8) və ya XLSX kimi yadda saxlayın və yenidən seçin.
sheet-fault-empty = Faylda qonaq yoxdur
sheet-fault-empty-next = Birinci sətirdə sütunların adları, altında qonaqlar olmalıdır.
sheet-fault-too-many = Fayl çox böyükdür
sheet-fault-too-many-next = Bir faylda 1000 qonağa qədər və 5 MB-a qədər ola bilər. Siyahını bölün.
sheet-fault-missing = Faylda lazım olan sütunlar yoxdur
sheet-fault-missing-next = Bu sütunları əlavə edin: { $columns }
