### İdarəetmə: əməkdaşlar, jurnallar, səlahiyyətlər

admin-title = İdarəetmə
admin-rail-accounts = Hesablar
admin-rail-staff = Əməkdaşlar
admin-rail-new = Yeni əməkdaş
admin-rail-audit = Audit
admin-rail-access = Məlumatlara baxış jurnalı
admin-rail-security = Təhlükəsizlik hadisələri
admin-rail-rules = Qaydalar
admin-rail-policy = Səlahiyyətlər cədvəli

admin-not-yours-next = İdarəetmə administratorlar üçündür. Öz bölmənizə keçin və ya başqa hesabla daxil olun.

admin-role-officer-may = Qeydiyyatlara və ünvan sorğularına baxır, ünvanı təsdiqləyir
admin-role-supervisor-may = Əməkdaşın etdiyi hər şeyi edə bilir, idarənin işinə cavabdehdir
admin-role-administrator-may = Əməkdaş hesablarını açır, hər iki jurnala baxır; qonaqların məlumatlarını görmür

admin-staff-title = Əməkdaşlar
admin-staff-shown = { $count } hesab
admin-staff-new = Yeni əməkdaş
admin-staff-empty = Hələ əməkdaş yoxdur
admin-staff-column-name = Ad
admin-staff-column-email = Elektron poçt
admin-staff-column-department = İdarə
admin-staff-column-roles = Rol
admin-staff-column-state = Hesab
admin-staff-column-seen = Son giriş
admin-staff-column-deputy = Əvəz edən
admin-staff-active = İşləyir
admin-staff-waits = Şifrə gözlənilir
admin-staff-disabled = Bağlanıb
admin-staff-never = Hələ daxil olmayıb
admin-staff-nobody = Təyin olunmayıb

admin-colleague-place = İdarə və rol
admin-colleague-department = İdarə
admin-colleague-roles = Rollar
admin-colleague-roles-hint = Bir və ya bir neçə rol seçin
admin-colleague-save = Dəyişikliyi yadda saxla
admin-colleague-place-means = İdarə və ya rol dəyişəndə bu əməkdaşın bütün girişləri bağlanır. Əməkdaş yenidən daxil olur.
admin-colleague-own = Öz rolunuzu və idarənizi dəyişə bilməzsiniz. Bunu başqa administrator edir.
admin-colleague-hand-over = Əvəz edəni göstər
admin-colleague-hand-over-to = Kim əvəz edir
admin-colleague-hand-over-choose = Əməkdaşı seçin
admin-colleague-hand-over-means = Seçdiyiniz əməkdaşın adı bu əməkdaşın yanında göstərilir. İş bütün idarənin siyahılarında gözləyir: heç nə bir nəfərdən başqasına keçmir, hüquqlar dəyişmir. Yalnız həmin idarənin əməkdaşını seçmək olur.
admin-colleague-hand-over-nobody = Bu idarədə işləyən başqa əməkdaş yoxdur.
admin-colleague-hand-over-send = Əvəz edəni yaz
admin-colleague-let-go = Əvəz edəni götür
admin-colleague-let-go-means = Əvəz edənin adı siyahıdan götürülür. İş və hüquqlar dəyişmir.
admin-colleague-let-go-send = Əvəz edəni götür
admin-colleague-reset = Şifrəni yenilə
admin-colleague-reset-means = Bütün girişlər bağlanır. Yeni şifrə təyin etmək üçün keçid elektron poçta göndərilir.
admin-colleague-reset-send = Keçid göndər
admin-colleague-disable = Hesabı bağla
admin-colleague-disable-means = Bütün girişlər bağlanır və bu hesabla daxil olmaq olmur. Hesabı sonra yenidən açmaq olar.
admin-colleague-disable-send = Hesabı bağla
admin-colleague-enable = Hesabı aç
admin-colleague-enable-means = Əməkdaş əvvəlki şifrəsi ilə yenidən daxil ola bilir.
admin-colleague-enable-send = Hesabı aç
admin-colleague-saved = Yadda saxlanıldı: { $time }
admin-colleague-handed = Əvəz edən yazılıb: { $time }
admin-colleague-was-let-go = Əvəz edən götürülüb: { $time }
admin-colleague-was-reset = Keçid göndərildi: { $time }
admin-colleague-was-disabled = Hesab bağlandı: { $time }
admin-colleague-was-enabled = Hesab açıldı: { $time }
admin-colleague-back = Siyahıya qayıt
admin-colleague-not-here = Bu hesab siyahıda yoxdur
admin-colleague-nothing = Dəyişiklik yoxdur

admin-stale-title = Bu hesab Siz baxarkən dəyişib
admin-stale-lead = Heç nə göndərilməyib, seçiminiz aşağıdadır. İki halı tutuşdurun.
admin-stale-mine = Sizin seçiminiz
admin-stale-mine-deputy = seçdiyiniz əməkdaş
admin-stale-stays = dəyişmir

admin-new-title = Yeni əməkdaş
admin-new-lead = Hesab açılanda şifrə təyin etmək üçün keçid bu ünvana göndərilir.
admin-new-name = Ad və soyad
admin-new-name-hint = Məsələn: Leyla Həsənova
admin-new-email = İş elektron poçtu
admin-new-email-hint = Məsələn: l.hasanova@migration.gov.az
admin-new-department-choose = İdarəni seçin
admin-new-language = Məktubların dili
admin-new-send = Hesabı aç
admin-new-done = Hesab açıldı: { $name }
admin-new-done-next = Keçid bu ünvana göndərildi: { $email }
admin-new-another = Daha bir əməkdaş əlavə et
admin-new-to-list = Əməkdaşların siyahısı

admin-access-title = Məlumatlara baxış jurnalı
admin-access-lead = Başqasının məlumatlarına hər baxış və hər dəyişiklik. Sətirlər dəyişdirilmir və silinmir.
admin-access-column-at = Vaxt
admin-access-column-who = Kim
admin-access-column-office = Haradan
admin-access-column-operation = Nə edib
admin-access-column-purpose = Niyə
admin-access-column-subjects = Şəxs
admin-access-column-cause = Sorğu
admin-access-service = Sistem
admin-access-empty = Jurnal hələ boşdur
admin-access-empty-next = Kimsə başqasının məlumatlarına baxanda burada görünəcək.

admin-security-title = Təhlükəsizlik hadisələri
admin-security-lead = Uğursuz girişlər, rədd edilən sorğular, rol dəyişiklikləri. Fərdi məlumat saxlanılmır, yalnız hesabın identifikatoru.
admin-security-column-kind = Hadisə
admin-security-column-account = Hesab
admin-security-no-account = Məlum deyil
admin-security-empty = Hadisə yoxdur
admin-security-empty-next = Hadisə olanda burada görünəcək.

admin-policy-title = Səlahiyyətlər cədvəli
admin-policy-lead = Cədvəl xidmətin hər sorğuda yoxladığı qayda əsasında qurulur. Onu səhifədə dəyişmək olmur.
admin-policy-permission = Səlahiyyət
admin-policy-has = var
admin-policy-has-not = yoxdur
admin-permission-account-own = Öz hesabına və girişlərinə baxmaq, onları dəyişmək
admin-permission-registrations-write = Qonaq qeydiyyata almaq, öz qeydiyyatlarını dəyişmək
admin-permission-registrations-read = Öz qonaqlarını görmək
admin-permission-registrations-supervise = İdarənin qeydiyyatlarını görmək
admin-permission-premises-write = Ünvan əlavə etmək
admin-permission-premises-read = Öz ünvanlarını görmək
admin-permission-premises-supervise = İdarənin ünvan sorğularını görmək
admin-permission-premises-decide = Ünvanı təsdiqləmək və ya təsdiqləməmək
admin-permission-department-oversee = İdarənin işini və kimin nə etdiyini görmək
admin-permission-clients-manage = Öz proqramlarını yaratmaq və bağlamaq
admin-permission-staff-manage = Əməkdaş hesablarını açmaq, rol vermək, bağlamaq, əvəz edəni göstərmək
admin-permission-audit-read = Hər iki jurnala baxmaq

field-error-needed-person-name = Ad və soyadı yazın, məsələn: Leyla Həsənova
field-error-colleague-needed = Əvəz edən əməkdaşı seçin

## Jurnalda əməliyyatlar

admin-operation-list_registrations = Qeydiyyatların siyahısına baxıb
admin-operation-show_registration = Qeydiyyatı açıb
admin-operation-search_registrations = Qeydiyyatlarda axtarıb
admin-operation-print_notice = Bildirişi çap edib
admin-operation-create_registration = Qonağı qeydiyyata alıb
admin-operation-record_departure = Qonağın getdiyini qeyd edib
admin-operation-correct_registration = Qeydiyyata düzəliş edib
admin-operation-annul_registration = Qeydiyyatı ləğv edib
admin-operation-list_premises = Ünvanların siyahısına baxıb
admin-operation-show_premises = Ünvan sorğusunu açıb
admin-operation-create_premises = Ünvan əlavə edib
admin-operation-confirm_premises = Ünvanı təsdiqləyib
admin-operation-reject_premises = Ünvanı təsdiqləməyib
admin-operation-list_staff = Əməkdaşların siyahısına baxıb
admin-operation-create_staff = Əməkdaş hesabı açıb
admin-operation-change_staff = Əməkdaş hesabını dəyişib
admin-operation-create_first_administrator = İlk administrator hesabını açıb
admin-operation-list_access_entries = Baxış jurnalına baxıb
admin-operation-list_security_events = Təhlükəsizlik hadisələrinə baxıb
admin-operation-deliver_message = Məktub və ya SMS göndərilib
admin-operation-sign_in = Daxil olmaq
admin-operation-sign_out = Hesabdan çıxmaq
admin-operation-refresh_session = Girişi uzatmaq
admin-operation-create_account = Qeydiyyatdan keçmək
admin-operation-confirm_account = Hesabı təsdiqləmək
admin-operation-ask_reset = Şifrəni yeniləmək üçün keçid
admin-operation-set_password = Yeni şifrə təyin etmək
admin-operation-change_me = Öz hesabını dəyişmək
admin-operation-confirm_email = Yeni ünvanını təsdiqləmək
admin-operation-create_token = Proqramın girişi
admin-operation-create_api_client = Proqram yaratmaq
admin-operation-add_api_client_secret = Proqrama yeni açar
admin-operation-end_api_client_secret = Proqramın açarını söndürmək
admin-operation-end_api_client = Proqramı bağlamaq
admin-operation-check_notice = Bildirişi yoxlamaq

## Niyə

admin-purpose-own_guests = Öz qonaqları ilə iş
admin-purpose-department_work = İdarənin işi
admin-purpose-administration = Hesabların idarə edilməsi
admin-purpose-delivery = Məktubun çatdırılması
admin-purpose-public_check = Bildirişin kodla yoxlanılması

## Təhlükəsizlik hadisələri

admin-event-sign_in_failed = Uğursuz giriş
admin-event-signed_in = Giriş
admin-event-refused = Hüquq çatmayıb
admin-event-throttled = Həddən artıq cəhd
admin-event-session_stolen = Köhnə giriş açarı təkrar işlədilib
admin-event-reset_asked = Yeni şifrə üçün keçid istənilib
admin-event-password_changed = Şifrə dəyişib
admin-event-contact_changed = Elektron poçt dəyişib
admin-event-role_changed = Rol və ya idarə dəyişib
admin-event-staff_created = Əməkdaş hesabı açılıb
admin-event-staff_disabled = Əməkdaş hesabı bağlanıb
admin-event-client_created = Proqram yaradılıb
admin-event-client_ended = Proqram bağlanıb
admin-event-client_secret_created = Proqrama yeni açar verilib
admin-event-client_secret_ended = Proqramın açarı söndürülüb
admin-event-configuration_changed = Sistemin sazlamaları dəyişib
