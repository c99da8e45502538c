# Səhifənin kodu gəlməmiş görünən sözlər.

shell-no-script = Bu səhifə üçün JavaScript lazımdır
shell-no-script-help = JavaScript-i brauzerdə işə salın və səhifəni yeniləyin. Sualınız varsa: (012) 919.
shell-failed = Səhifə tam yüklənmədi
shell-failed-help = Heç nə göndərilməyib. Səhifəni yeniləyin. Kömək üçün: (012) 919.
shell-broken = Bu səhifədə nasazlıq oldu
shell-broken-help = Göndərdikləriniz saxlanılıb. Səhifəni yeniləyin, yazdıqlarınız yerində qalacaq. Kömək üçün: (012) 919.
