### for: first visit

# İlk açılışda görünən sözlər: çərçivə və giriş səhifəsi. Qalanları sonra gəlir.

app-name = { -brand }

calculator-citizenship = Vətəndaşlıq

date-day = Gün
date-month = Ay
date-year = İl

field-arrival-date = Ölkəyə gəliş tarixi

footer-about = Miqrasiya xidmətləri bir ünvanda: əcnəbilər və onları qəbul edənlər üçün.
footer-accessibility = Əlçatanlıq
footer-api = Proqramçılar üçün (API)
footer-calculator = Qeydiyyat müddəti kalkulyatoru
footer-call = Çağrı Mərkəzi (012) 919, 24 saat
footer-check = Bildirişin yoxlanılması
footer-departments = Regional miqrasiya idarələri
footer-errors = Nasazlıqların izahı
footer-know = Məlumat
footer-legal-force = Hüquqi qüvvəyə malik mətn Azərbaycan dilindədir. Tərcümədə fərq olarsa, Azərbaycan dilindəki mətn əsas götürülür.
footer-services = Xidmətlər

look-dark = Görünüş: tünd
look-light = Görünüş: açıq
look-system = Görünüş: sistemdəki kimi

menu-account = Hesabım
menu-admin = İdarəetmə
menu-calculators = Kalkulyator
menu-check = Bildirişi yoxla
menu-desk = İş masası
menu-help = Kömək
menu-host = Qəbul edən tərəf
menu-host-clients = Proqramlar
menu-host-ending = Müddəti bitir
menu-host-guests = Qonaqlar
menu-host-new = Yeni qeydiyyat
menu-host-premises = Ünvanlar
menu-language = Dil və menyu
menu-main = Əsas menyu
menu-my = Mənim məlumatlarım
menu-my-data = Məlumatlarım
menu-my-registrations = Qeydiyyatlarım
menu-my-seen = Kim baxıb
menu-open = Menyu
menu-services = Xidmətlər

my-account-voen = VÖEN

offline-bar = Şəbəkə yoxdur. Yazdıqlarınız səhifədə qalır. Kalkulyator işləyir, göndərmək üçün şəbəkə lazımdır.

org-call-center = Çağrı Mərkəzi (012) 919
org-service-short = Dövlət Miqrasiya Xidməti

page-title = { $page } · Bir Pəncərə
page-title-errors = Düzəliş lazımdır: { $page }

service-registration-stay = Olduğu yer üzrə qeydiyyat

session-ending = Fəaliyyət olmadığına görə hesabdan tezliklə çıxarılacaqsınız.
session-left = Qalan vaxt: { $minutes }:{ $seconds }

start-all-services = Bütün xidmətlər
start-ask = Sualınız var?
start-ask-lead = Ən çox verilən suallara qısa cavablar bir səhifədədir.
start-ask-link = Suallar və cavablar
start-at-once = Dərhal
start-calculator = Qeydiyyat üçün son gününüz
start-calculator-lead = Hesablama brauzerinizdə aparılır, heç nə göndərilmir.
start-calculator-wait = Vətəndaşlığı və gəliş tarixini yazın: son gün burada görünəcək.
start-call = Gecə-gündüz zəng edə bilərsiniz.
start-check = Bildirişi yoxla
start-check-about = Kod və ya QR ilə, hər kəs üçün
start-check-act = Bildirişi yoxla
start-departure = Qonağın getdiyini qeyd et
start-departure-about = Qonaqlar siyahısından, bir düymə ilə
start-free = pulsuz
start-last-day = Son günü hesabla
start-last-day-about = İki sual, cavab səbəbləri ilə
start-lead = Nə lazım olduğunu əvvəlcədən görürsünüz. Son günü, səbəbini və kimə müraciət etməyi hər an bilirsiniz.
start-name = Miqrasiya xidmətləri
start-no-account = hesabsız
start-premises = Ünvan əlavə et
start-premises-about = Rayon, küçə və ev; regional idarə təsdiqləyir
start-premises-time = Dərhal istifadə olunur
start-program = Proqramı qoş
start-program-about = Mehmanxananın proqramı qonaqları özü qeydiyyata alır
start-register = Qonağı qeydiyyata al
start-register-about = Mehmanxana, mənzil sahibi və ya digər qəbul edən tərəf
start-tasks = Ən çox görülən işlər
start-title = Miqrasiya ilə bağlı işiniz bir pəncərədə
start-who = Siz kimsiniz?
start-who-foreigner = Azərbaycana gəlmişəm
start-who-foreigner-about = Hansı günədək qeydiyyata alınmalısınız
start-who-hotel = Mehmanxana və ya hosteldə işləyirəm
start-who-hotel-about = Qeydiyyat, qonaqlar siyahısı, bildirişin çapı
start-who-owner = Evimdə qonaq var
start-who-owner-about = Mənzil sahibinin vəzifələri və nə lazım olduğu
start-who-paper = Əlimdə bildiriş var
start-who-paper-about = Həqiqi və etibarlı olduğunu yoxlayın

ui-contact = Əlaqə
ui-continue = Davam et
ui-language = Dil
ui-login = Daxil ol
ui-logout = Hesabdan çıx
ui-privacy = Məxfilik siyasəti
ui-skip-to-content = Əsas məzmuna keç
ui-terms = İstifadəçi qaydaları
