### for: server

# The notice of registration at the place of stay: PDF and its print.
# notice-label-* are gathered by documents::NoticeLabels; $page and $pages are filled at the press.
notice-title = Olduğu yer üzrə qeydiyyat barədə bildiriş
notice-title-original = Olduğu yer üzrə qeydiyyat barədə bildiriş
notice-label-translation = Tərcümə
notice-label-service = Dövlət Miqrasiya Xidməti
notice-label-number = Qeydiyyat nömrəsi
notice-label-code = Yoxlama kodu
notice-label-check = Yoxlamaq üçün QR kodu telefonla oxudun və ya kodu bu səhifədə yazın:
notice-label-qr = Bildirişin yoxlama səhifəsini açan QR kod
notice-label-guest = Qonaq
notice-label-birth-date = Doğum tarixi
notice-label-citizenship = Vətəndaşlıq
notice-label-document = Sənəd
notice-label-address = Ünvan
notice-label-host = Qəbul edən tərəf
notice-label-period = Qeydiyyat müddəti
notice-label-registered = Qeydiyyat vaxtı
notice-label-last-day = Qeydiyyat üçün son gün
notice-label-basis = Hüquqi əsas
notice-label-channel = Müraciət üsulu
notice-label-legal-force = Hüquqi qüvvəyə malik mətn Azərbaycan dilindədir. Tərcümədə fərq olarsa, Azərbaycan dilindəki mətn əsas götürülür.
notice-label-call-centre = Sualınız varsa: Çağrı Mərkəzi (012) 919
notice-label-page = Səhifə { $page }, cəmi { $pages }

# The word in the frame.
notice-status-registered = Qeydiyyata alınıb
notice-status-registered-late = Gec qeydiyyata alınıb
notice-status-address-pending = Qeydiyyata alınıb, ünvanın təsdiqi gözlənilir
notice-status-departed = Qeydiyyatdan çıxarılıb
notice-status-superseded = Yenisi ilə əvəz edilib
notice-status-expired = Müddəti bitib
notice-status-annulled = Ləğv edilib

# The sentence beside it. $until and $left are dates as in a sentence.
notice-state-in-force = Qeydiyyat { $until } tarixinədək qüvvədədir (həmin gün daxil olmaqla).
notice-state-address-pending = Qeydiyyat { $until } tarixinədək qüvvədədir (həmin gün daxil olmaqla). Ünvan təsdiqlənməsə, qeydiyyat ləğv edilir və qəbul edən tərəfə xəbər verilir.
notice-state-departed = Qonağın getdiyi gün: { $left }. Qeydiyyat həmin gün bitib.
notice-state-superseded = Bu qeydiyyatın son günü: { $until }. Onu sonrakı qeydiyyat əvəz edib.
notice-state-expired = Qeydiyyatın müddəti bitib. Son gün: { $until }.
notice-state-annulled = Qeydiyyat ləğv edilib və heç vaxt olmamış sayılır.
notice-remark-departure = Qonaq gedəndə qəbul edən tərəf bunu Xidmətə bildirir. Bildirilməsə, qeydiyyat son gün özü bitir.

# Values in the table. $period, $moment and $day are printed by the caller (texts::format).
notice-value-passport = Pasport { $number }
notice-value-travel-document = Yol sənədi { $number }
notice-value-identity-card = Şəxsiyyət vəsiqəsi { $number }
notice-value-organisation = { $name }, VÖEN { $voen }
notice-value-period = { $period }, son gün daxil olmaqla
notice-value-registered = { $moment } (Bakı vaxtı)
notice-value-in-time = { $day }, qeydiyyat vaxtında edilib
notice-value-late = { $day }, qeydiyyat { $days } təqvim günü gecikib
notice-value-counter = Xidmətin pəncərəsi
notice-value-web = “Bir Pəncərə” saytı
notice-value-api = Qəbul edən tərəfin proqramı
notice-value-prepared = Hazırlanıb: { $moment } (Bakı vaxtı)
notice-value-flat = mənzil { $flat }
notice-value-room = otaq { $room }
