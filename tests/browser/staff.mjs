// Short journeys of those whom a host meets: the officer who says no, the administrator, anyone with a notice in the hand, a program.
import { PASSWORD, addAddress, openAct, registerGuest, signUp } from "./steps.mjs";

const REASON = "Ünvan çıxarışda göstərilən ünvandan fərqlənir: ev 20 deyil, 22-dir.";
const SECOND_PASSWORD = "üç mavi qayıq sahildə dayanıb";

export function staff({ check, visitor, service }) {
  const rejects = () =>
    check("journey ru: an officer rejects an address, the host sees why and the guest's registration ends", async () => {
      const host = await visitor({ language: "ru", width: 360, look: "dark" });
      await signUp(host, service, "ru-rejected@example.com", "person");
      await addAddress(host, "20");
      const id = await registerGuest(host);
      const officer = await visitor({ language: "ru", width: 1440 });
      await officer.signIn("officer@demo.az");
      await officer.open("/desk/premises");
      await officer.page.locator("tbody a", { hasText: "Kiçik Qala küçəsi, 20" }).click();
      await officer.page.locator(".guests-here li").first().waitFor();
      await officer.page.locator(".desk-panel .act button").nth(1).click();
      // Without a reason nothing goes out.
      await officer.page.locator(".desk-panel form.act button").first().click();
      await officer.page.locator(".govuk-error-message").first().waitFor();
      // What is typed next is the reason, not a command of the desk.
      await officer.page.waitForFunction(() => document.activeElement?.id === "reason", null, { timeout: 5000 });
      await officer.sound("desk-rejecting ru");
      await officer.page.fill("#reason", REASON);
      await officer.page.locator(".desk-panel form.act button").first().click();
      await officer.page.locator(".desk-panel .act-done").waitFor();
      // Beside the decision stands what it made: the guest's registration is no longer in force.
      await officer.page.locator(".guests-here li").first().waitFor({ state: "detached" });
      await officer.sound("desk-rejected ru");
      await officer.close();
      await host.open("/host/premises");
      await host.page.getByText(REASON).waitFor();
      await host.sound("host-premises-rejected ru");
      await host.open(`/host/guests/${id}`);
      await host.page.locator("main .tag-bad").first().waitFor();
      await host.sound("host-guest-annulled ru");
      await service.mail("ru-rejected@example.com", /(ев 20 deyil|ev 20 deyil)/);
      await host.close();
    });

  const invites = () =>
    check("journey en: an administrator invites an officer, who sets a password, changes it, and is disabled", async () => {
      const email = "new.officer@example.com";
      const administrator = await visitor({ language: "en", width: 1440 });
      await administrator.signIn("administrator@demo.az");
      await administrator.open("/admin/staff/new");
      const { page } = administrator;
      await page.fill("#name", "Nigar Əliyeva");
      await page.fill("#email", email);
      await page.selectOption("#department", { index: 1 });
      await page.check("#roles");
      await page.selectOption("#language", "en");
      await page.click("main button[type=submit]");
      await page.locator(".act-done").waitFor();
      await administrator.sound("admin-invited en");
      const link = await service.mail(email, /(https?:\/\/\S+#\S+)/);
      const officer = await visitor({ language: "en", width: 1440, look: "dark" });
      await officer.open(link.replace(/^https?:\/\/[^/]+\/\w\w/, ""));
      await officer.page.fill("#password", PASSWORD);
      await officer.sound("invitation en");
      await officer.page.click("main button[type=submit]");
      await officer.page.waitForURL("**/sign-in");
      await officer.signIn(email, PASSWORD);
      if (!officer.page.url().includes("/desk")) throw new Error(`an officer's work is not at ${officer.page.url()}`);
      await officer.open("/my/account/password");
      await officer.page.fill("#current_password", PASSWORD);
      await officer.page.fill("#password", SECOND_PASSWORD);
      await officer.page.click("main form button[type=submit]");
      await officer.page.locator(".saved").waitFor();
      await officer.sound("password-changed en");
      await officer.context.clearCookies();
      await officer.signIn(email, SECOND_PASSWORD);
      await page.locator('.desk-panel a[href*="/admin/staff?id="]').click();
      await page.locator(".desk-panel .govuk-button--warning").click();
      // What can be done now is to open the account again.
      await page.locator(".desk-panel .govuk-button--warning").waitFor({ state: "detached" });
      // What was done stays said when the list beside it is read anew.
      const said = await page.locator(".desk-panel .act-done").innerText();
      await page.keyboard.press("KeyR");
      await administrator.settled();
      if ((await page.locator(".desk-panel .act-done").innerText()) !== said) throw new Error("what was done is not said any more");
      await administrator.sound("admin-disabled en");
      await officer.open("/desk/registrations");
      await officer.page.locator("#password").waitFor();
      await administrator.close();
      await officer.close();
    });

  const deputy = () =>
    check("journey az: an administrator names a deputy and takes the deputy away", async () => {
      const administrator = await visitor({ language: "az", width: 1440 });
      const { page } = administrator;
      await administrator.signIn("administrator@demo.az");
      await administrator.open("/admin/staff");
      await page.locator("tbody tr", { hasText: "officer@demo.az" }).locator("a").click();
      const row = page.locator('tbody tr[aria-current="true"]');
      await page.selectOption("#hand_over_to", { index: 1 });
      const name = await page.locator("#hand_over_to option").nth(1).innerText();
      await page.locator("form:has(#hand_over_to) button").click();
      await row.getByText(name).waitFor();
      await page.locator(".desk-panel .act-done").waitFor();
      await administrator.sound("admin-deputy az");
      await page.locator("section.act:has(form #hand_over_to) + section.act button").click();
      await row.getByText(name).waitFor({ state: "detached" });
      await page.locator(".desk-panel .act-done").waitFor();
      await administrator.sound("admin-deputy-gone az");
      await administrator.close();
    });

  const filters = () =>
    check("journey ru: an administrator narrows both logs, the address keeps it, and takes it away again", async () => {
      const administrator = await visitor({ language: "ru", width: 1440 });
      const { page } = administrator;
      await administrator.signIn("administrator@demo.az");
      await administrator.open("/admin/audit/access");
      // Two days in the wrong order are named beside the field.
      await page.fill("#from", "2");
      await page.fill("#from-month", "11");
      await page.fill("#from-year", "2026");
      await page.fill("#until", "1");
      await page.fill("#until-month", "11");
      await page.fill("#until-year", "2026");
      await page.locator(".log-filter form button[type=submit]").first().click();
      await page.locator("#until-error").waitFor();
      await administrator.sound("logs-refused ru");
      for (const box of ["#from", "#from-month", "#from-year", "#until", "#until-month", "#until-year"]) await page.fill(box, "");
      await page.fill("#email", "administrator@demo.az");
      await page.selectOption("#operation", "list_access_entries");
      await page.locator(".log-filter form button[type=submit]").first().click();
      await page.waitForURL((url) => url.searchParams.has("actor") && url.searchParams.get("operation") === "list_access_entries");
      await page.locator("tbody:not([aria-busy]) tr").first().waitFor();
      await administrator.settled();
      await administrator.sound("logs-narrowed ru");
      await page.reload();
      await administrator.settled();
      if ((await page.locator(".chip").count()) !== 2) throw new Error("what narrows the log is not said after a reload");
      await page.locator(".chip").first().click();
      await page.waitForURL((url) => !url.search.includes("actor"));
      await page.locator(".desk-tools a.desk-quiet").click();
      await page.waitForURL((url) => url.search === "");
      await administrator.open("/admin/audit/security?kind=signed_in");
      await page.locator("tbody td a").first().click();
      await page.waitForURL(/kind=signed_in.*account=|account=.*kind=signed_in/);
      await administrator.settled();
      await administrator.close();
    });

  const audits = () =>
    check("journey az: an auditor finds by a document who saw a guest, and takes the log out with a reason", async () => {
      const officer = await visitor({ language: "az", width: 1440 });
      await officer.signIn("officer@demo.az");
      const { items } = await officer.ask("/registrations?view=all&limit=1");
      const { guest } = await officer.ask(`/registrations/${items[0].id}`);
      await officer.close();
      const auditor = await visitor({ language: "az", width: 360, look: "dark" });
      const { page } = auditor;
      await auditor.signIn("auditor@demo.az");
      if (!page.url().includes("/admin/audit/access")) throw new Error(`an auditor's work is not at ${page.url()}`);
      const trace = page.locator("details.log-filter:has(#number)");
      await trace.locator("summary").click();
      await page.fill("#issuer", guest.document.issuer);
      await page.keyboard.press("Enter");
      await page.fill("#number", guest.document.number);
      await trace.locator("button[type=submit]").click();
      await page.waitForURL(/person=[0-9a-f-]{36}/);
      await page.locator("tbody:not([aria-busy]) tr").first().waitFor();
      await auditor.settled();
      await auditor.sound("auditor-traced az");
      const file = page.locator("details.log-filter:has(#reason)");
      await file.locator("summary").click();
      await file.locator("button[type=submit]").click();
      await page.locator("#reason-error").waitFor();
      await page.fill("#reason", "Noyabr ayı üzrə yoxlama, əmr 114");
      const [saved] = await Promise.all([page.waitForEvent("download"), file.locator("button[type=submit]").click()]);
      if (saved.suggestedFilename() !== "access-log.csv") throw new Error(`the file is called ${saved.suggestedFilename()}`);
      await auditor.open("/admin/audit/access?operation=export_access_entries");
      await page.getByText("Noyabr ayı üzrə yoxlama").waitFor();
      await auditor.sound("auditor-exported az");
      await auditor.close();
    });

  const counts = () =>
    check("journey en: an analyst divides registrations by department and takes them along", async () => {
      const analyst = await visitor({ language: "en", width: 1440 });
      const { page } = analyst;
      await analyst.signIn("analyst@demo.az");
      await analyst.open("/desk/reports");
      await page.locator('.segments a[href*="department"]').click();
      await page.waitForURL(/group_by=department/);
      await analyst.settled();
      // Thirteen months are one too many.
      await page.selectOption("#from", { index: 20 });
      await page.locator("main form button[type=submit]").click();
      await page.locator("#from-error").waitFor();
      await analyst.sound("report-refused en");
      const [saved] = await Promise.all([page.waitForEvent("download"), page.locator(".data-foot button").click()]);
      if (saved.suggestedFilename() !== "registrations.csv") throw new Error(`the file is called ${saved.suggestedFilename()}`);
      await analyst.close();
    });

  const returns = () =>
    check("journey en: whoever comes back to a list stands where it was left, and the officer reads of the guest", async () => {
      const officer = await visitor({ language: "en", width: 1440 });
      const back = async (person, rows, leave) => {
        const { page } = person;
        const top = () => page.evaluate(() => Math.round(window.scrollY));
        // Low, so that a short list scrolls too.
        await page.setViewportSize({ width: 1280, height: 420 });
        await page.locator(rows).last().scrollIntoViewIfNeeded();
        await page.waitForFunction(() => window.scrollY > 100);
        const left = await top();
        await page.locator(rows).last().click();
        await leave(page);
        await page.locator(rows).first().waitFor();
        await page.waitForFunction((left) => Math.abs(window.scrollY - left) < 3, left, { timeout: 5000 }).catch(async () => {
          throw new Error(`the list was left at ${left} and begins at ${await top()}`);
        });
      };
      await officer.signIn("officer@demo.az");
      await officer.open("/desk/registrations?view=all");
      await back(officer, "tbody a.data-open", async (page) => {
        await page.locator(".ladder li").first().waitFor();
        const told = await page.locator(".ladder").innerText();
        if (/\byou\b/i.test(told)) throw new Error(`the officer is spoken to as the guest: ${told}`);
        await officer.settled();
        await page.goBack();
      });
      await officer.close();
    });

  const mail = () =>
    check("journey en: a new email address takes the place of the old one when its code is entered", async () => {
      const host = await visitor({ language: "en", width: 360 });
      const { page } = host;
      const address = "en-new-address@example.com";
      await signUp(host, service, "en-old-address@example.com", "person");
      await host.open("/my/account/email");
      await page.fill("#email", address);
      await page.fill("#current_password", PASSWORD);
      await page.locator("form:has(#email) button[type=submit]").click();
      await page.locator("#code").waitFor();
      await host.sound("account-email-code en");
      await page.fill("#code", "000000");
      await page.locator("form:has(#code) button[type=submit]").click();
      await page.locator("#code-error").waitFor();
      await page.fill("#code", await service.mail(address, /\b(\d{6})\b/));
      await page.locator("form:has(#code) button[type=submit]").click();
      await page.locator("#code").waitFor({ state: "detached" });
      await page.getByText(address).first().waitFor();
      await page.locator(".saved").last().waitFor();
      await host.sound("account-email-changed en");
      await host.context.clearCookies();
      await host.signIn(address, PASSWORD);
      await host.close();
    });

  const checks = () =>
    check("journey az: anyone checks a notice by code and by QR; the host annuls it and the check says so", async () => {
      const host = await visitor({ language: "az", width: 1280 });
      await host.signIn("hotel@demo.az");
      const id = await registerGuest(host);
      const { qr } = await host.ask(`/registrations/${id}`);
      const shown = await host.page.locator(".receipt-qr figcaption").innerText();
      const code = shown.match(/[0-9A-HJKMNP-TV-Z]{4}\s[0-9A-HJKMNP-TV-Z]{4}\s[0-9A-HJKMNP-TV-Z]{4}/)?.[0];
      if (!code) throw new Error("the receipt shows no code in groups of four");
      const anyone = await visitor({ language: "az", width: 360, look: "dark" });
      const says = async (verdict) => anyone.page.locator(`.verdict.${verdict}`).waitFor();
      const byCode = async () => {
        await anyone.open("/check");
        await anyone.page.fill("#code", code);
        await anyone.page.click("main button[type=submit]");
      };
      await byCode();
      await says("verdict-ok");
      await anyone.sound("check-ok az");
      await anyone.open(`/check#${qr.split("#")[1]}`);
      await says("verdict-ok");
      // One letter of the signature is another one.
      await anyone.open("/check");
      await anyone.open(`/check#${qr.split("#")[1].replace(/.{4}$/, "AAAA")}`);
      await says("verdict-bad");
      await host.open(`/host/guests/${id}`);
      const annulment = await openAct(host.page, "annulment");
      await annulment.locator("input[type=radio]").first().check();
      await host.sound("host-annulling az");
      await annulment.locator("button[type=submit]").click();
      await host.page.locator("main .tag-bad").first().waitFor();
      await byCode();
      await says("verdict-bad");
      await anyone.sound("check-annulled az");
      await anyone.close();
      await host.close();
    });

  const program = () =>
    check("journey az: the secret of a program is shown once", async () => {
      const host = await visitor({ language: "az", width: 1280, look: "dark" });
      const { page } = host;
      await host.signIn("hotel@demo.az");
      await host.open("/host/clients");
      await page.fill("#name", "Qəbul proqramı");
      await page.click(".form-part button[type=submit]");
      const codes = page.locator(".secret .copyable code");
      await codes.nth(1).waitFor();
      const secret = await codes.nth(1).innerText();
      if (secret.length < 20) throw new Error("that is no secret");
      await host.sound("host-secret az");
      await host.open("/host/clients");
      await page.getByText("Qəbul proqramı").waitFor();
      if ((await page.content()).includes(secret)) throw new Error("the secret is shown again");
      await host.close();
    });

  return [rejects, invites, deputy, filters, audits, counts, returns, mail, checks, program].map((run) => ({ weight: 20, run }));
}
