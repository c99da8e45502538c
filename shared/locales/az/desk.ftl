### İş masası: qeydiyyatlar və ünvan sorğuları

desk-title = İş masası
desk-menu = Bölmələr
desk-search-field = Nömrə, ad və ya sənəd
desk-search-send = Axtar
desk-not-given = Göstərilməyib

desk-rail-registrations = Qeydiyyat
desk-rail-new = Yeni qeydiyyatlar
desk-rail-late = Gecikənlər
desk-rail-unconfirmed = Ünvanın təsdiqi gözlənilir
desk-rail-all = Hamısı
desk-rail-premises = Ünvanlar
desk-rail-requested = Ünvan sorğuları
desk-rail-confirmed = Təsdiqlənənlər
desk-rail-rejected = Təsdiqlənməyənlər
desk-rail-search = Axtarış
desk-rail-search-registrations = Qeydiyyat axtarışı

desk-not-yours = Bu bölmə hesabınız üçün açıq deyil
desk-not-yours-next = İş masası regional idarələrin əməkdaşları üçündür. Öz bölmənizə keçin və ya başqa hesabla daxil olun.
desk-sign-in-first = İş masasını açmaq üçün daxil olun
desk-own-part = Öz bölməmə keç

desk-keys-title = Klaviatura ilə iş
desk-keys-down = aşağı
desk-keys-up = yuxarı
desk-keys-move = aşağı, yuxarı
desk-keys-open = aç
desk-keys-search = axtarış
desk-keys-reload = siyahını yenilə
desk-keys-all = bütün düymələr
desk-keys-use = Tək hərfli düymələrdən istifadə et
desk-keys-use-hint = Səslə idarə edirsinizsə, söndürün. Seçim bu cihazda saxlanılır.

desk-list-updated = Yeniləndi: { $time }
desk-list-reload = Yenilə
desk-list-more = Növbəti 50
desk-list-first = Siyahının əvvəli
desk-list-pages = Səhifələr
desk-list-one-address = Bir ünvan üzrə
desk-list-title-late = Gec qeydiyyatlar
desk-list-title-unconfirmed = Ünvanının təsdiqi gözlənilən qeydiyyatlar
desk-list-title-all = Bütün qeydiyyatlar
desk-list-empty-new = Son 7 gündə yeni qeydiyyat yoxdur
desk-list-empty-late = Son 30 gündə gec qeydiyyat yoxdur
desk-list-empty-unconfirmed = Ünvanının təsdiqi gözlənilən qeydiyyat yoxdur
desk-list-empty-all = Hələ qeydiyyat yoxdur
desk-list-empty-next = Yeni qeydiyyat gələndə bu siyahıda görünəcək.
desk-list-shown = { $count ->
    [0] Siyahı boşdur
   *[other] Bu səhifədə: { $count } qeydiyyat
}

desk-group-unconfirmed = Ünvanın təsdiqi gözlənilir, əvvəlcə ünvana baxın
desk-group-today = Bu gün, { $date }
desk-group-yesterday = Dünən, { $date }
desk-group-week = Son 7 gün
desk-group-earlier = Daha əvvəl
desk-group-count = { $count } qeydiyyat

desk-column-received = Qəbul edilib
desk-column-number = Nömrə
desk-column-guest = Qonaq
desk-column-citizenship = Vətəndaşlıq
desk-column-document = Sənəd
desk-column-address = Ünvan
desk-column-host = Qəbul edən tərəf
desk-column-stay = Qeydiyyat müddəti
desk-column-state = Vəziyyət
desk-column-next = Növbəti addım
desk-row-address = Ünvana bax
desk-late = { $days } gün gecikib
desk-late-none = Vaxtında

desk-segments = Siyahının növü

desk-search-title = Qeydiyyat axtarışı
desk-search-lead = Bir xana kifayətdir. Bir neçəsini yazsanız, hamısı uyğun gələn qeydiyyatlar çıxır.
desk-search-name = Soyad və ya bütöv ad
desk-search-name-hint = PETROVA OLGA və ya OLGA PETROVA. Soyadın əvvəli bəs edir, yazılış fərqi nəzərə alınmır: Əliyev, Aliyev
desk-search-number = Qeydiyyat nömrəsi
desk-search-number-hint = Məsələn: 2026-48217036-7
desk-search-document = Sənədin nömrəsi
desk-search-document-hint = Məsələn: U21457893
desk-search-again = Xanaları təmizlə
desk-search-recorded = Hər axtarış və tapılan hər şəxs baxış jurnalına yazılır.
desk-search-nothing = Heç nə tapılmadı
desk-search-nothing-next = Yazılışı pasportla tutuşdurun və ya bir xana ilə axtarın. Axtarış yalnız idarənizin qeydiyyatlarını göstərir.
desk-search-found = { $count ->
    [0] Heç nə tapılmadı
   *[other] Tapıldı: { $count } qeydiyyat
}
desk-search-found-more = İlk { $count } qeydiyyat göstərilir

desk-registration-title = Qeydiyyat
desk-recorded = Bu səhifəni açdığınız qeyd olundu: { $time }
desk-registration-document = Qonaq və sənəd
desk-registration-stay = Gəliş və qalma
desk-registration-place = Ünvan və qəbul edən tərəf
desk-registration-law = Qanun nə deyir
desk-registration-journal = Tarixçə
desk-registration-last-day = Qeydiyyat üçün son gün
desk-registration-in-force = Qüvvədədir: { $period }
desk-registration-not-in-force = Qüvvədə deyil
desk-registration-latest-until = Ən gec bitmə tarixi
desk-registration-country-arrival = Ölkəyə gəliş
desk-registration-address-arrival = Ünvana gəliş
desk-registration-until = Ünvanda son gün
desk-registration-visa = Viza
desk-registration-visa-until = Viza üzrə qalma müddətinin son günü
desk-registration-moved = Başqa ünvandan köçüb
desk-registration-room = Otaq
desk-registration-contact = Qonağın elektron poçtu və ya telefonu
desk-registration-mrz = Sənədin maşınla oxunan sətirləri
desk-registration-channel = Necə daxil olub
desk-channel-web = Səhifədən
desk-channel-api = Mehmanxana proqramından
desk-registration-edition = Qanunun redaksiyası: { $edition }, mühərrik: { $engine }
desk-registration-trace = Yoxlama izi
desk-registration-notice = Bildirişi endir (PDF)
desk-registration-notice-failed = Fayl endirilməyib. Qeydiyyatda heç nə dəyişməyib. Yenidən cəhd edin.
desk-term-to-confirm = dəqiqləşdirilməlidir
desk-term-to-confirm-means = Bu gün hesablananda istifadə edilən qanun rəqəmi və ya iş təqvimi hələ təsdiqlənməyib. Qərar verməzdən əvvəl yoxlayın.
desk-rung-moved = Başqa ünvandan köçüb. Müddət: { $term }.
desk-rung-not-moved = Başqa ünvandan köçməyib. Köçsəydi, müddət { $term } olardı.
desk-registration-address-waits = Bu ünvan hələ təsdiqlənməyib. Ünvan təsdiqlənməsə, qeydiyyat ləğv olunur və qəbul edən tərəfə bildirilir.
desk-registration-address-waits-over = Bu ünvan hələ təsdiqlənməyib, qeydiyyatın müddəti isə bitib. Ünvan təsdiqlənməsə, müddəti bitmiş qeydiyyat da ləğv olunur və qəbul edən tərəfə bildirilir.
desk-registration-to-address = Ünvan sorğusuna bax
desk-registration-code = Yoxlama kodu

desk-event-registered = Qeydiyyata alınıb
desk-event-address_confirmed = Ünvan təsdiqlənib
desk-event-corrected = Düzəliş edilib
desk-event-extended = Uzadılıb
desk-event-moved = Qonaq başqa ünvana keçib
desk-event-departed = Qonaq gedib
desk-event-superseded = Yeni qeydiyyatla əvəz olunub
desk-event-reinstated = Əvəz edən qeydiyyat ləğv olunub, bu qeydiyyat yenidən qüvvədədir
desk-event-annulled = Ləğv edilib
desk-event-by-host = Qəbul edən tərəf
desk-event-by-client = Mehmanxana proqramı
desk-event-by-officer = Əməkdaş
desk-event-by-service = Sistem
desk-event-on = Tarix: { $date }
desk-event-reason = Səbəb: { $reason }
desk-event-change = { $field }: əvvəl { $old }, indi { $new }
desk-event-empty = göstərilməyib
desk-reason-never_came = qonaq gəlməyib
desk-reason-wrong_guest = başqa qonaq yazılıb
desk-reason-entered_twice = iki dəfə yazılıb
desk-reason-address_rejected = ünvan təsdiqlənməyib

desk-timeline-earlier = Əvvəlki { $count } hadisə
desk-timeline-now = İndi

desk-premises-title = Ünvan sorğuları
desk-premises-title-confirmed = Təsdiqlənmiş ünvanlar
desk-premises-title-rejected = Təsdiqlənməyən ünvanlar
desk-premises-lead = Ən köhnə sorğu yuxarıdadır
desk-premises-empty-requested = Gözləyən ünvan sorğusu yoxdur
desk-premises-empty-confirmed = Təsdiqlənmiş ünvan yoxdur
desk-premises-empty-rejected = Təsdiqlənməyən ünvan yoxdur
desk-premises-empty-next = Yeni sorğu gələndə bu siyahıda görünəcək.
desk-premises-column-since = Sorğu
desk-premises-column-kind = Növü
desk-premises-column-guests = Qonaqlar
desk-premises-choose = Soldakı siyahıdan ünvan seçin. Açdığınız hər ünvan baxış jurnalına yazılır.
desk-premises-request = Ünvan sorğusu
desk-premises-kind = Qalma yerinin növü
desk-premises-proof = Yerə hüququ təsdiq edən sənəd
desk-premises-requested = Sorğu göndərilib
desk-premises-decided = Qərar verilib
desk-premises-department = Qərar verən idarə
desk-premises-department-unsure = dəqiqləşdirilməlidir
desk-premises-reason = Səbəb
desk-premises-guests = { $count ->
    [0] Bu ünvanda qüvvədə olan qeydiyyat yoxdur
   *[other] Bu ünvanda qüvvədə olan qeydiyyat: { $count }
}
desk-premises-guests-title = Bu ünvanda qeydiyyatda olanlar
desk-premises-others = { $count ->
    [0] Bu ünvanı başqa qəbul edən tərəf əlavə etməyib
   *[other] Bu ünvanı başqaları da əlavə edib: { $count }
}
desk-premises-confirm = Ünvanı təsdiqlə
desk-premises-reject = Təsdiqdən imtina et
desk-premises-confirm-means = Təsdiqləsəniz, bu ünvandakı qeydiyyatlardan “Ünvanın təsdiqi gözlənilir” qeydi götürülür. Qəbul edən tərəfə məktub göndərilir.
desk-premises-reject-means = { $count ->
    [0] Təsdiqləməsəniz, bu ünvanda qonaq qeydiyyata alına bilməz. Qərarı geri götürmək olmur.
   *[other] Təsdiqləməsəniz, { $count } qeydiyyat ləğv olunur, müddəti bitənlər də daxil olmaqla. Qərarı geri götürmək olmur.
}
desk-premises-reject-title = Ünvan niyə təsdiqlənmir?
desk-premises-reject-hint = Bunu qəbul edən tərəf oxuyur. Nəyi göndərməli olduğunu yazın. Ən azı 10, ən çoxu 1000 simvol.
desk-premises-reject-send = İmtina qərarını göndər
desk-premises-done-confirmed = Ünvan təsdiqləndi: { $time }
desk-premises-done-rejected = Ünvan təsdiqlənmədi: { $time }
desk-premises-next-request = Növbəti sorğu
desk-premises-back = Siyahıya qayıt
desk-text-length = Yazılıb: { $count }, ən çoxu: { $most }

desk-stale-title = Bu sorğu Siz baxarkən dəyişib
desk-stale-lead = Heç nə göndərilməyib, yazdığınız aşağıdadır. İki halı tutuşdurun.
desk-stale-decided = Bu sorğu üzrə artıq qərar verilib, Sizin qərarınız göndərilmədi. Yazdığınız aşağıdadır.
desk-stale-theirs = Yeni hal
desk-stale-mine = Sizin qərarınız
desk-stale-field-state = Qərar
desk-stale-field-reason = Səbəb
desk-stale-field-when = Vaxt
desk-stale-not-sent = göndərilməyib
desk-stale-keep-mine = Mənimkini saxla
desk-stale-take-theirs = Yenisini götür
desk-stale-mine-confirm = Təsdiqləmək
desk-stale-mine-reject = Təsdiqləməmək
field-error-search-empty = Ən azı bir xananı doldurun

desk-rail-department = İdarə
desk-board-title = İdarənin işi
desk-board-lead = Nə gözləyir, nə vaxtdan və son 30 gündə ünvanlara kim baxıb
desk-board-now = İndi
desk-board-waiting = Gözləyən ünvan sorğusu
desk-board-over-week = Onlardan 7 gündən çox gözləyən
desk-board-guests = Təsdiqlənməmiş ünvanlarda qeydiyyat
desk-board-oldest = Ən çox gözləyən sorğular
desk-board-all = Bütün ünvan sorğuları
desk-board-officers = Son 30 günün qərarları
desk-board-officer = Əməkdaş
desk-board-confirmed = Təsdiqləyib
desk-board-rejected = Təsdiqləməyib
desk-board-nobody = Son 30 gündə ünvan haqqında qərar verilməyib

desk-rail-persons = Şəxslər
desk-persons-title = Hesabı şəxsə bağla
desk-persons-lead = Sənədin əsli qarşınızda olsun. Üç xananı sənəddən yazın, üzü və yazılanları tutuşdurun.
desk-persons-find = Şəxsi tap
desk-persons-recorded = Axtarış və tapılan şəxs baxış jurnalına yazılır, şəxs bunu görür.
desk-persons-nobody = Bu sənədlə heç kim tapılmadı
desk-persons-nobody-next = Üç xananı sənədlə tutuşdurun. Şəxs bu sənədlə hələ qeydiyyata alınmayıbsa, reyestrdə yoxdur.
desk-persons-account = Hesab
desk-persons-linked-by = Bağlayan: { $officer }, { $moment }
desk-persons-original = Sənədin əslini gördüm, qarşımdakı onun sahibidir
desk-persons-code = Hesabın göstərdiyi kod
desk-persons-code-hint = 8 işarə, 10 dəqiqə işləyir
desk-persons-email = və ya hesabın e-poçt ünvanı
desk-persons-email-hint = Kod göstərmək mümkün deyilsə
desk-persons-means = Hesab bu şəxsin bütün qeydiyyatlarını və məlumatlarına kimin baxdığını görəcək. Hesab sahibinə məktub gedir. Bağlantını rəhbər və ya administrator ləğv edə bilər.
desk-persons-link = Hesabı bağla
desk-persons-linked = Hesab bağlandı: { $time }
desk-persons-undo-who = Səhv bağlanıbsa, bağlantını rəhbər və ya administrator ləğv edir.
desk-persons-undo-means = Hesab bu şəxsin heç bir məlumatını görməyəcək. Qeydiyyatlar qalır. Hesab sahibinə məktub gedir.
desk-persons-undo = Bağlantını ləğv et
desk-persons-unlinked = Bağlantı ləğv edildi: { $time }

desk-rail-corrections = Düzəliş müraciətləri
desk-rail-corrections-waiting = Cavab gözləyənlər
desk-rail-corrections-answered = Cavab verilənlər
desk-corrections-title-waiting = Düzəliş müraciətləri
desk-corrections-title-answered = Cavab verilmiş müraciətlər
desk-corrections-lead = Cavab müddəti ən yaxın olan yuxarıdadır
desk-corrections-empty = Burada müraciət yoxdur
desk-corrections-empty-next = Yeni müraciət gələndə cavab gözləyənlər siyahısında görünəcək.
desk-corrections-column-by = Son gün
desk-corrections-column-who = Kim
desk-corrections-column-what = Nə
desk-corrections-column-state = Vəziyyət
desk-corrections-choose = Soldakı siyahıdan müraciət seçin. Açdığınız hər müraciət baxış jurnalına yazılır.
desk-corrections-kind = Nə istənilir
desk-corrections-field = Hansı məlumat
desk-corrections-then = Müraciət edəndə yazılmışdı
desk-corrections-now = İndi yazılıb
desk-corrections-right = Şəxsin dediyi
desk-corrections-reason = Şəxsin yazdığı səbəb
desk-corrections-answer = İmtina üçün yazılan səbəb
desk-corrections-sent-back = Rəhbər niyə qaytarıb
desk-corrections-registration = Qeydiyyat
desk-corrections-accept = Yerinə yetir
desk-corrections-accept-means = Yerinə yetirsəniz, qeydiyyat dərhal dəyişir, köhnəsi və yenisi jurnalda qalır, şəxsə məktub gedir.
desk-corrections-recommend = İmtina təklif et
desk-corrections-recommend-title = Niyə imtina edilməlidir?
desk-corrections-recommend-hint = Bunu şəxs oxuyur. Qanun məlumatın saxlanmasını tələb edirsə, bunu yazın. Ən azı 10, ən çoxu 1000 simvol.
desk-corrections-recommend-means = Qərarı rəhbər imzalayır. O vaxtadək şəxs heç nə görmür.
desk-corrections-recommend-send = Təklifi rəhbərə göndər
desk-corrections-sign = İmtinanı imzala
desk-corrections-sign-means = İmzalasanız, şəxsə səbəb və şikayət qaydası göstərilir, məktub gedir.
desk-corrections-send-back = Əməkdaşa qaytar
desk-corrections-send-back-title = Niyə imzalamırsınız?
desk-corrections-send-back-hint = Bunu əməkdaş oxuyur. Ən azı 10, ən çoxu 1000 simvol.
desk-corrections-send-back-send = Geri qaytar
desk-corrections-own = Bu imtinanı özünüz təklif etmisiniz. Başqa rəhbər imzalayır.
desk-corrections-done-accept = Yerinə yetirildi: { $time }
desk-corrections-done-recommend = Rəhbərə göndərildi: { $time }
desk-corrections-done-sign = İmtina imzalandı: { $time }
desk-corrections-done-send_back = Əməkdaşa qaytarıldı: { $time }

desk-rail-counter = Pəncərə
desk-counter-title = Pəncərədə qeydiyyat
desk-counter-lead = Əvvəlcə ünvanı tapın, sonra pəncərədəki şəxsi qeydiyyata alın
desk-counter-find = Ünvanı axtar
desk-counter-found = Bu evdəki ünvanlar
desk-counter-none = İdarənizdə bu evdən heç bir ünvan yoxdur
desk-counter-here = Burada qeydiyyata al
desk-counter-other-address = Başqa ünvan seç
desk-counter-new = Yeni ünvan
desk-counter-new-lead = Qəbul edən tərəfin hesabı yoxdursa və ya əcnəbi öz ünvanında qalırsa, ünvanı burada yazın. Ünvan təsdiq üçün siyahıya düşür.
desk-counter-host-kind = Orada qəbul edən kimdir?
desk-counter-host-person = Şəxs
desk-counter-host-person-hint = Əcnəbi öz ünvanındadırsa, onun adını yazın
desk-counter-host-organisation = Təşkilat
desk-counter-host-name = Qəbul edənin adı
desk-counter-new-send = Ünvanı yadda saxla
desk-counter-original-seen = Sənədin əslini gördüm
desk-channel-counter = Pəncərədə
