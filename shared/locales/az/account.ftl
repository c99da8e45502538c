# Hesab: giriş, qeydiyyatdan keçmə, kod, şifrə, sessiya

## Giriş

sign-in-title = Hesaba daxil olun
sign-in-new = Hesabınız yoxdur?
password-show = Göstər
password-hide = Gizlət
password-hint = Ən azı 15 simvol. Yadda qalan bir neçə söz yaxşıdır, məsələn bir cümlə. Yapışdırmaq olar.
demo-title = Sınaq hesabları
demo-lead = Bu, sınaq rejimidir. Hesabı seçin: elektron poçt ünvanı və şifrə xanalara yazılacaq.

## Qeydiyyatdan keçmə

sign-up-title = Hesab açın
sign-up-lead = Bir neçə dəqiqə çəkir və pulsuzdur.
sign-up-kind = Hesab nə üçündür?
sign-up-personal = Özüm üçün
sign-up-personal-hint = Öz qeydiyyatlarım və məlumatlarıma kimin baxdığı. Əcnəbi, vətəndaşlığı olmayan şəxs və ya vətəndaş
sign-up-person = Qonaq qəbul etmək üçün: fiziki şəxs (FİN ilə)
sign-up-person-hint = Mənzilin və ya evin sahibi
sign-up-organisation = Qonaq qəbul etmək üçün: hüquqi şəxs və ya fərdi sahibkar (VÖEN ilə)
sign-up-organisation-hint = Mehmanxana, hostel, xəstəxana
sign-up-fin-hint = Şəxsiyyət vəsiqəsindəki 7 simvol, məsələn: 94FMDDD
field-error-needed-fin = FİN-i yazın, məsələn: 94FMDDD
field-error-needed-voen = VÖEN-i yazın, məsələn: 1402356781
field-error-needed-organisation = Təşkilatın adını yazın
sign-up-voen-hint = Vergi ödəyicisinin 10 rəqəmli nömrəsi, məsələn: 1402356781
sign-up-organisation-name = Təşkilatın adı
sign-up-name = Adınız və soyadınız
sign-up-email-hint = Təsdiq kodu bu ünvana gələcək
sign-up-phone-hint = Ölkə kodu ilə, məsələn: +994 50 123 45 67
sign-up-accept = Oxudum və qəbul edirəm:
sign-up-terms = istifadəçi qaydaları
sign-up-privacy = məxfilik siyasəti
sign-up-have = Hesabınız var?
sign-up-proof = Hesab Sizi reyestrdəki şəxslə bağlamır. Bu, yalnız əməkdaş sənədinizi görəndə olur. O vaxtadək yalnız özünüzün yazdıqlarını görürsünüz.
sign-up-confirmed = Hesab açıldı. İndi daxil olun.
code-title = Kodu yazın
code-lead = 6 rəqəmli kodu bu ünvana göndərdik: { $email }.
code-lead-unknown = Elektron poçt ünvanını və ora gələn 6 rəqəmli kodu yazın.
code-field = Təsdiq kodu
code-hint = 6 rəqəm
code-password = Qeydiyyatda yazdığınız şifrə
code-none = Məktub gəlmədisə, spam qovluğuna baxın. Ünvan artıq hesaba bağlıdırsa, məktubda necə daxil olacağınız yazılır.
sign-in-unconfirmed = Yeni hesab açmısınız, kodu isə hələ yazmamısınız?
code-again = Yeni kod göndər
code-sent = Hesab kod gözləyirsə, yenisi göndərildi. Əvvəlki kod daha uyğun gəlmir.

## Yeni şifrə

reset-title = Yeni şifrə
reset-lead = Elektron poçt ünvanınızı yazın, yeni şifrə üçün keçid göndərək.
reset-send = Keçidi göndər
reset-sent = Bu ünvanın hesabı varsa, keçid göndərildi. Keçid 30 dəqiqə qüvvədədir. Məktub gəlmədisə, spam qovluğuna baxın.
reset-set-title = Yeni şifrə təyin edin
reset-set-lead = Bundan sonra bütün cihazlarda yenidən daxil olmaq lazım olacaq.
reset-new = Yeni şifrə
reset-set = Şifrəni təyin et
reset-done = Yeni şifrə təyin edildi. İndi daxil olun.
reset-dead = Keçid artıq işləmir
reset-again = Yeni keçid istə

## Sessiya

session-ended-title = Yenidən daxil olun
session-ended-lead = Hesabdan çıxarıldınız. Yazdıqlarınız bu səhifədə qalır: daxil olun və davam edin.
session-ended-leave = Çıx və yazdıqlarımı sil
