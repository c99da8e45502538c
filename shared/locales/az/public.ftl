# İctimai səhifələr: giriş, xidmət, hesablayıcı, yoxlama, kömək, qaydalar

## Səhifənin çərçivəsi

ui-choose = Seçin

## Giriş səhifəsi

start-calculator-last-day = Son gün
start-calculator-why = Niyə tələb olunmur?

## Hesablayıcı

calculator-title = Qeydiyyat müddəti kalkulyatoru
calculator-lead = Olduğu yer üzrə qeydiyyat üçün son gün. Hesaba daxil olmaq lazım deyil, yazdıqlarınız cihazınızdan çıxmır.
calculator-arrived-hint = Pasportdakı giriş möhürünə baxın. Məsələn: 19 11 2026
calculator-moved = Bu ünvana ölkədəki başqa ünvandan köçmüsünüz?
calculator-moved-on = Yeni ünvana gəliş tarixi
calculator-same-owner = Yeni mənzil də eyni sahibə məxsusdur?
calculator-until = Ölkədə qalacağınız son gün
calculator-live = Yazdıqca cavab yenilənir
calculator-last-day = Qeydiyyat üçün son gün
calculator-answer-both = Vətəndaşlığı və gəliş tarixini yazın
calculator-example = Məsələn, gəliş tarixi { $from } olsa, son gün belə olar: { $to }.
calculator-not-required = Qeydiyyat tələb olunmur
calculator-not-required-next = Daha çox qalsanız, son günü yenidən hesablayın.
calculator-citizen = Azərbaycan vətəndaşları üçün bu qeydiyyat yoxdur.
calculator-over = Son gün keçib. Qeydiyyatı indi edin: o, qəbul olunur və gec qeydiyyat kimi göstərilir.
calculator-begin = Qeydiyyata başla
calculator-remind = Təqvimə əlavə et
calculator-event = Olduğu yer üzrə qeydiyyat üçün son gün
calculator-edition = Qanunun redaksiyası: { $date }
calculator-late = Son gündən sonra da qeydiyyata alınmaq olar: qeydiyyat qəbul edilir və gec qeydiyyat kimi göstərilir.
calculator-late-link = Gecikmənin nəticələri
calculator-spoken = { $count ->
    [0] Son gün bu gündür: { $date }.
   *[other] Son gün: { $date }. Qalan gün: { $count }.
}

## Qeydiyyat lazımdırmı?

duty-title = Qeydiyyat lazımdırmı?
duty-lead = Suallara cavab verin və olduğu yer üzrə qeydiyyatın lazım olub-olmadığını öyrənin. Hesaba daxil olmaq lazım deyil, yazdıqlarınız cihazınızdan çıxmır.
duty-until-hint = Dəqiq bilmirsinizsə, indi planlaşdırdığınız tarixi yazın.
duty-card = Müvəqqəti və ya daimi yaşamaq üçün icazə vəsiqəniz var?
duty-card-short = Müvəqqəti və ya daimi yaşamaq üçün icazə vəsiqəsi
duty-answer = Cavab
duty-required = Qeydiyyat tələb olunur
duty-required-next = Son günü hesablayın: yazdığınız məlumatlar hesablayıcıya keçir.
duty-open = Hələ demək olmur. Cavab verin:
duty-changes = Qalma müddəti və ya ünvan dəyişsə, yenidən yoxlayın.
duty-why = Niyə belədir?
duty-others = Kim üçün qeydiyyat lazım deyil

## Gün zolağı və müddət

strip-label = { $count } gün: { $from } – { $to }. Bu gün: { $today }.
strip-today = bu gün: { $date }
strip-end = { $date } (gün { $number })
strip-past = keçib
strip-is-today = bu gün
strip-left = qalıb
strip-off = qeyri-iş günü, sayılır
strip-last = son gün
strip-over = müddət ötüb
deadline-today = son gün bu gündür
deadline-left = { $count } gün qalıb
deadline-left-working = { $count } iş günü qalıb
deadline-over = { $count } gün ötüb
deadline-over-working = { $count } iş günü ötüb

## Xidmətlər

services-title = Xidmətlər
services-lead = Hər xidmətin səhifəsində nə lazım olduğu, müddəti, rüsumu və hüquqi əsası yazılıb.
services-more = Digər xidmətlər barədə Çağrı Mərkəzindən soruşun: (012) 919.
service-who = Kim qeydiyyata alır
service-not-who = Kim üçün lazım deyil
service-needed = Nə lazımdır
service-needed-lead = Bu səhifədə ərizə-anketi əvəz edən suallara cavab verirsiniz, surət yükləmək lazım deyil.
service-needed-sometimes = Yalnız viza ilə gələnlər üçün
service-when = Hansı müddətdə
service-term-case = Hal
service-term-amount = Müddət
service-term-from = Hansı gündən sonra
service-term-general = Ümumi qayda
service-term-kazakhstan = Qazaxıstan vətəndaşları
service-term-move = Yeni ünvana köçmə
service-term-note = Gəldiyiniz gün sayılmır. Təqvim günü ilə sayılan müddətin son günü qeyri-iş gününə düşərsə, müddət növbəti iş günü bitir.
service-then = Sonra nə olur
service-liability = Gecikmə
service-liability-lead = Gec qeydiyyat da qəbul edilir. Qeydiyyatsız qalmaq üçün isə cərimə var.
service-law = Hüquqi əsas
service-law-edition = Redaksiya { $number }, dərc tarixi: { $date }
service-fact-answer = Qeydiyyat
service-fact-answer-note = Məlumat daxil olan an qüvvəyə minir
service-fact-term = Müddət
service-fact-term-note = Ölkəyə gəlişdən sonra
service-fact-fee = Dövlət rüsumu
article-lead = Bu maddədən xidmətə aid olanlar, sadə sözlərlə:

## Bildirişin yoxlanılması

check-title = Bildirişi yoxlayın
check-lead = Qeydiyyat bildirişinin həqiqi və qüvvədə olduğunu hər kəs yoxlaya bilər.
check-code-hint = Bildirişdəki 12 simvol. Boşluqlar və böyük-kiçik hərf fərq etmir. Məsələn: K7QF 2M9T X3HC
check-act = Yoxla
check-qr-title = QR kodla daha tezdir
check-qr = Telefonun kamerasını bildirişdəki QR koda tutun: bu səhifə cavabla açılacaq. İmza elə telefonda yoxlanılır.
check-shows = Cavab yalnız bildirişin özündə olanları göstərir. Kimin yoxladığı yazılmır.
check-genuine-valid = Həqiqidir və qüvvədədir
check-genuine-ended = Həqiqidir, müddəti bitib
check-cancelled = Qeydiyyat ləğv edilib
check-unknown = Belə bildiriş tapılmadı
check-unknown-next = Kodu bildirişlə tutuşdurun. Kod eynidirsə, (012) 919 nömrəsinə zəng edin.
check-forged = Bu QR kod Xidmətin imzası ilə təsdiqlənmir
check-forged-next = Bildirişdəki 12 simvollu kodu yuxarıda yazıb bir daha yoxlayın.
check-signed = Xidmətin imzası var
check-signed-note = Şəbəkə yoxdur: bu, imzalanma günündəki haldır və köhnə ola bilər. Ləğv yalnız şəbəkə ilə görünür.
check-as-of = Yoxlanılıb: { $moment } (Bakı vaxtı)
check-kind = Nə barədə
check-period = Müddət
check-person = Ad və soyadın baş hərfləri
check-birth-year = Doğum ili

## Kömək

help-title = Kömək
help-lead = Qısa cavablar. Tapmadınızsa, zəng edin: (012) 919.
help-who = Qonağı kim qeydiyyata alır?
help-who-answer = Mehmanxana, xəstəxana və ya buna oxşar yer, ya da mənzilin sahibi. Qonaq özü də müraciət edə bilər.
help-when = Son gün necə hesablanır?
help-when-answer = Müddət gəlişdən sonrakı gündən sayılır və vətəndaşlıqdan asılıdır. Kalkulyator hər addımın səbəbini göstərir.
help-late = Son gün keçibsə?
help-late-answer = Qonağı indi qeydiyyata alın. Qeydiyyat qəbul edilir, qüvvəyə minir və gec qeydiyyat kimi göstərilir.
help-mrz = Pasportu əllə yazmamaq olarmı?
help-mrz-answer = Pasportun, vəsiqənin və ya vizanın “<<<” işarəli sətirlərini skanerlə oxudun və ya yapışdırın. Xanalar özü dolur, səhv rəqəm göstərilir.
help-address = Ünvan hələ təsdiqlənməyibsə?
help-address-answer = Qeydiyyat qüvvədədir, yanında bu barədə qeyd olur. Ünvan təsdiqlənməzsə, qeydiyyat ləğv edilir və Sizə xəbər verilir.
help-left = Qonaq gedib. Nə etməli?
help-left-answer = Qonaqlar siyahısında getdiyi günü qeyd edin. Qeyd etməsəniz, qeydiyyat yazılan son gündə özü bitir.
help-wrong = Məlumatı səhv yazmışam
help-wrong-answer = Qonağın səhifəsində düzəliş edin: köhnə və yeni yazı saxlanılır. Qonaq gəlməyibsə, qeydiyyatı ləğv edin.
help-genuine = Bildirişi necə yoxlamaq olar?
help-genuine-answer = Telefonun kamerasını QR koda tutun və ya 12 simvollu kodu yazın. Hesab lazım deyil.
help-account = Şifrəni unutmuşam
help-account-answer = Elektron poçt ünvanınızı yazın: yeni şifrə üçün keçid göndəririk. Keçid bir dəfə işləyir.
help-program = Mehmanxananın proqramını necə qoşmaq olar?
help-program-answer = Hesabınızda proqram əlavə edin və açarını proqramçıya verin. Sənədlər “Proqramçılar üçün” bölməsindədir.
errors-title = Nasazlıqların izahı
errors-lead = Xidmət bir işi görə bilməyəndə səbəbi və növbəti addımı yazır. Proqramlar üçün kod dəyişmir.
errors-status = HTTP statusu
errors-what = Nə baş verib
errors-code = Proqramlar üçün kod
errors-ask = Kimdən soruşmaq
errors-programs = Cavab RFC 9457 üzrə application/problem+json şəklindədir. Zəng edəndə request_id dəyərini deyin.

## Əlaqə

contacts-title = Əlaqə
contacts-lead = Bütün ölkə üçün bir nömrə var. Qeydiyyat üçün idarəyə getmək lazım deyil.
contacts-headquarters = Baş idarə
contacts-headquarters-address = AZ1114, Bakı şəhəri, Binəqədi rayonu, Binəqədi şosesi, 202
contacts-departments = Regional miqrasiya idarələri
contacts-departments-lead = Ünvana və qeydiyyata rayonun idarəsi baxır.
contacts-own-service = Orada qeydiyyatı Naxçıvan Muxtar Respublikasının öz Miqrasiya Xidməti aparır.
contacts-open = { $count } rayonun idarəsi hələ dəqiqləşdirilir. Onlar üçün Baş idarə cavab verir.

## Nasazlıq səhifələri

trouble-404 = Belə səhifə yoxdur
trouble-404-next = Heç nə dəyişməyib. Səhifənin ünvanını yoxlayın və ya ana səhifədən başlayın.
trouble-401 = Yenidən daxil olun
trouble-401-next = Hesabdan çıxarıldınız, heç nə dəyişməyib. Daxil olandan sonra bu səhifə açılacaq.
trouble-403 = Bu səhifə hesabınız üçün açıq deyil
trouble-403-next = Heç nə dəyişməyib. Lazımdırsa, başqa hesabla daxil olun.
trouble-429 = Qısa vaxtda çox sorğu gəldi
trouble-429-next = Yazdıqlarınız qalır. Bir dəqiqədən sonra yenidən cəhd edin.
trouble-429-kept = Yazdıqlarınız qalır.
trouble-wait = Yenidən cəhd etmək üçün { $seconds } saniyə gözləyin.
trouble-wait-over = İndi yenidən cəhd edə bilərsiniz.
trouble-500 = Bizdə nasazlıq oldu
trouble-500-next = Göndərilən son əməliyyatın nəticəsini siyahıda yoxlayın, sonra yenidən cəhd edin.
trouble-503 = Xidmət hazırda işləmir
trouble-503-next = Göndərilməyən heç nə yazılmayıb. 10 dəqiqədən sonra yenidən cəhd edin.
trouble-start = Ana səhifəyə keç
trouble-ask = Kömək lazımdırsa: (012) 919, gecə-gündüz.
problem-offline = Şəbəkə cavab vermədi
problem-offline-detail = Yazdıqlarınız bu səhifədə qalır. Şəbəkəni yoxlayın və yenidən cəhd edin.
problem-unreadable = Cavab tam gəlmədi
problem-unreadable-detail = Yazdıqlarınız bu səhifədə qalır. Bir azdan yenidən cəhd edin.
problem-request = Sorğunun nömrəsi: { $number }

## Formalar

errors-heading = { $count } cavabı düzəldin
errors-kept = Digər cavablarınız səhifədə qalır.
errors-at = { $field }: { $error }
date-today = Bu gün
field-error-year-short = İli dörd rəqəmlə yazın: { $year } hansı ildir?
field-error-notice-code = Kod 12 simvoldur, məsələn: K7QF 2M9T X3HC
field-error-terms-not-accepted = Qaydaları və məxfilik siyasətini oxuyub qəbul edin
prose-version = Redaksiya: { $version }

## İstifadəçi qaydaları

terms-lead = Bu səhifədən istifadə edəndə nəyə razı olduğunuz, sadə sözlərlə.
terms-what = Bu nədir
terms-what-1 = “Bir Pəncərə” Dövlət Miqrasiya Xidmətinin səhifəsidir. Burada qonağı olduğu yer üzrə qeydiyyata alırsınız.
terms-what-2 = Qeydiyyat, kalkulyator və bildirişin yoxlanılması pulsuzdur.
terms-account = Hesabınız
terms-account-1 = Hesabda öz məlumatlarınızı və ya təmsil etdiyiniz təşkilatın məlumatlarını yazın.
terms-account-2 = Şifrəni heç kimə verməyin. Hesabla edilən hər iş Sizin adınızla yazılır.
terms-account-3 = Hesabınıza başqasının girdiyini düşünürsünüzsə, şifrəni dəyişin və (012) 919 nömrəsinə zəng edin.
terms-duty = Nə düzgün olmalıdır
terms-duty-1 = Qonağın məlumatlarını sənədindəki kimi yazın. Yanlış məlumat üçün qanun məsuliyyət nəzərdə tutur.
terms-duty-2 = Səhv görsəniz, düzəliş edin. Köhnə və yeni yazı saxlanılır.
terms-duty-3 = Qonaqların məlumatlarını yalnız qeydiyyat üçün istifadə edin.
terms-force = Hüquqi qüvvə
terms-force-1 = Qeydiyyat məlumat daxil olan andan qüvvədədir (Miqrasiya Məcəlləsi, maddə 21.4). Kalkulyatorun cavabı məlumat üçündür.
terms-force-2 = Hüquqi qüvvəyə malik mətn Azərbaycan dilindədir. Tərcümədə fərq olarsa, Azərbaycan dilindəki mətn əsas götürülür.
terms-programs = Proqramlar
terms-programs-1 = Qoşduğunuz proqram Sizin adınızdan işləyir. Onun açarını gizli saxlayın.
terms-programs-2 = Qısa vaxtda çox sorğu gəlsə, xidmət bir müddət cavab verməyə bilər.
terms-fault = Xidmət işləməyəndə
terms-fault-1 = Nasazlıq olsa, göndərilməyən məlumat bizdə olmur. Məlumatın göndərilib-göndərilmədiyi səhifədə yazılır.
terms-fault-2 = Nasazlığa görə son gün keçərsə, bunu (012) 919 nömrəsinə bildirin.
terms-change = Qaydalar dəyişəndə
terms-change-1 = Hər redaksiyanın tarixi var və qəbul etdiyiniz redaksiya hesabda saxlanılır. Yenisini qəbul edib-etmədiyinizi ayrıca soruşuruq.

## Məxfilik siyasəti

privacy-lead = Hansı məlumat saxlanılır, nə üçün və onu kim görür.
privacy-who = Kim cavabdehdir
privacy-who-1 = Məlumatları Azərbaycan Respublikasının Dövlət Miqrasiya Xidməti saxlayır. Suallar üçün: (012) 919.
privacy-what = Nə saxlanılır
privacy-what-1 = Qəbul edən tərəf: ad, FİN və ya VÖEN, elektron poçt, telefon, ünvanlar. Şifrə yox, yalnız onun geri çevrilməyən izi.
privacy-what-2 = Qonaq: ad, doğum tarixi, cins, vətəndaşlıq, sənəd, viza, gəliş, ünvan və qalma müddəti.
privacy-what-3 = Giriş: vaxt, brauzer və şəbəkə ünvanı. Bunları “Girişlər” səhifəsində görürsünüz.
privacy-what-4 = Hər baxış və dəyişiklik: kim, nə vaxt, nə üçün.
privacy-why = Nə üçün
privacy-why-1 = Əcnəbinin olduğu yer üzrə qeydiyyatını qanun tələb edir (Miqrasiya Məcəlləsi, maddə 21).
privacy-why-2 = Elektron poçt və telefon giriş, xəbərdarlıq və bildiriş üçündür. Reklam göndərilmir.
privacy-see = Kim görür
privacy-see-1 = Qəbul edən tərəf yalnız özünün qeydiyyata aldığı qonaqları görür.
privacy-see-2 = Ünvana baxan regional idarənin əməkdaşları və rəhbər əməkdaşları görür. Hər baxış qeydə alınır.
privacy-see-3 = Kodu və ya QR kodu olan hər kəs bildirişdə yazılanı yoxlaya bilər: nömrə, müddət, baş hərflər, doğum ili.
privacy-see-4 = Digər dövlət orqanlarına məlumat yalnız qanunda yazılan hallarda verilir.
privacy-long = Nə qədər saxlanılır
privacy-long-1 = Qeydiyyat yazılarının saxlanma müddəti hələ dəqiqləşdirilir. Müddət təsdiqlənəndə burada yazılacaq.
privacy-long-2 = Yarımçıq qaralama yalnız brauzerin bu vərəqəsində qalır və hesabdan çıxanda silinir.
privacy-device = Cihazınızda
privacy-device-1 = Giriş üçün iki kuki, seçdiyiniz dil üçün bir kuki, görünüş seçimi və imza yoxlamaq üçün açıq açarlar saxlanılır.
privacy-device-2 = İzləmə yoxdur. Səhifə başqa saytlardan heç nə yükləmir. Kalkulyatora yazdıqlarınız cihazdan çıxmır.
privacy-right = Nə edə bilərsiniz
privacy-right-1 = Öz məlumatlarınızı hesabınızda görür və dəyişirsiniz. Qonağın məlumatını onu yazan tərəf düzəldir.
privacy-right-2 = Məlumatlarınıza kimin baxdığını bilmək və ya düzəliş istəmək üçün (012) 919 nömrəsinə zəng edin.

## Əlçatanlıq

accessibility-title = Əlçatanlıq haqqında bəyanat
accessibility-lead = Səhifə hər kəs üçün işləməlidir: klaviatura, ekran oxuyucusu, iri hərf və kiçik ekranla.
accessibility-checked = Meyar: WCAG 2.2, AA səviyyəsi. Özümüz yoxlamışıq, kənar yoxlama olmayıb.
accessibility-how = Necə işləyir
accessibility-how-1 = Bütün işlər siçansız görülür. Harada olduğunuz həmişə haşiyə ilə görünür.
accessibility-how-2 = Rəng heç vaxt təkbaşına məna daşımır: yanında söz və işarə var.
accessibility-how-3 = Hərfləri dörd dəfə böyütmək olar. Açıq və tünd görünüş var. Yapışdırmaq heç yerdə bağlanmır.
accessibility-known = Hələ çatışmayanlar
accessibility-known-1 = Azərbaycan dilində səsi olan ekran oxuyucusu azdır, mətnlər başqa dilin səsi ilə oxuna bilər.
accessibility-known-2 = Səhifə üçün JavaScript lazımdır. JavaScript söndürülübsə, zəng edin: (012) 919.
accessibility-known-3 = İşarə dilində video və sadələşdirilmiş mətn yoxdur.
accessibility-tell = Nəyisə edə bilmədinizsə
accessibility-tell-1 = (012) 919 nömrəsinə zəng edin: əməkdaş işi Sizinlə birlikdə görəcək və nasazlığı bizə yazacaq.

## İş günlərinin hesablanması

working-days-title = Müddətin son günü və iş günləri
working-days-lead = Müddətin hansı gün bitdiyini və ya iki tarix arasında neçə iş günü olduğunu hesablayın. Hesab cihazınızda aparılır.
working-days-way = Nəyi hesablamaq lazımdır?
working-days-after = Müddətin son gününü
working-days-between = İki tarix arasındakı günləri
working-days-from = Hansı tarixdən
working-days-from-hint = Hadisənin baş verdiyi gün; say növbəti gündən başlayır.
working-days-to = Hansı tarixədək
working-days-to-hint = Bu gün də sayılır.
working-days-amount = Neçə gün
working-days-amount-hint = 1-dən 1000-dək, məsələn: 20
working-days-unit = Hansı günlər
working-days-unit-working = İş günləri
working-days-unit-calendar = Təqvim günləri
working-days-unit-calendar-hint = Son gün iş günü deyilsə, növbəti iş gününə keçir.
working-days-open = Tarixi və günlərin sayını yazın
working-days-last-day = Müddətin son günü
working-days-event = Müddətin son günü
working-days-span = { $from } tarixindən sonra, { $to } daxil olmaqla
working-days-unsure = Bu ilin təqvimi hələ təsdiqlənməyib, günlər dəyişə bilər: { $years }
working-days-unknown = Bu il üçün təqvim yoxdur, yalnız şənbə və bazar günləri nəzərə alınıb: { $years }
working-days-special = Bu müddətdə bayramlar və dəyişdirilmiş günlər
working-days-special-none = Bu müddətdə bayram və dəyişdirilmiş gün yoxdur.
working-days-rest = Şənbə və bazar istirahət günləridir.
working-days-shifted = Köçürülmüş istirahət günü
working-days-shifted-for = Köçürülmüş istirahət günü, əvəz etdiyi gün: { $date }
working-days-swapped-off = Dəyişdirilmiş istirahət günü
working-days-swapped-off-for = İstirahət günüdür, əvəzində iş günü: { $date }
working-days-swapped-in = Dəyişdirilmiş iş günü
working-days-swapped-in-for = İş günüdür, əvəzində istirahət günü: { $date }
working-days-one-off = Bu il iş günü deyil
working-days-one-off-for = Bu il iş günü deyil, əvəz etdiyi gün: { $date }
working-days-count = { $count } iş günü
working-days-count-all = Cəmi { $count } təqvim günü.
