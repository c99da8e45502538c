// Somebody opens an account for oneself, shows the passport at the counter, and sees their stays and who has looked; then
// closes the account.
import { corrections } from "./corrections.mjs";
import { PASSWORD, addAddress, registerGuest, signUp } from "./steps.mjs";

const TURKIYE = { az: "Türkiyə", ru: "Турция" };
const PARTS = [["registrations", ".my-stay"], ["access-log", ".my-seen tbody tr"], ["data", "section.panel"]];

export function persons({ check, visitor, service }) {
  const journey = (language, width, look) => () =>
    check(`journey ${language}: a person is linked at the counter, sees their own and closes the account`, async () => {
      const host = await visitor({ language, width: 1280 });
      await signUp(host, service, `${language}-host-of-person@example.com`, "organisation");
      await addAddress(host, `5${language}`);
      const registration = await registerGuest(host);
      const { guest } = await host.ask(`/registrations/${registration}`);
      await host.close();

      const email = `${language}-person@example.com`;
      const person = await visitor({ language, width, look });
      await signUp(person, service, email, "personal");
      if (!person.page.url().includes("/my/registrations")) throw new Error(`a person begins at ${person.page.url()}`);
      await person.page.click("main form button[type=submit]");
      const code = await person.page.locator(".link-code").textContent();
      await person.sound(`my-link-code ${language}`);

      const supervisor = await visitor({ language, width: 1440, look });
      await supervisor.signIn("supervisor@demo.az");
      await supervisor.open("/desk/persons");
      const { page } = supervisor;
      await page.fill("#issuer", TURKIYE[language]);
      await page.press("#issuer", "Tab");
      await page.fill("#number", guest.document.number);
      const [year, month, day] = guest.birth_date.split("-");
      await page.fill("#birth_date", day);
      await page.fill("#birth_date-month", month);
      await page.fill("#birth_date-year", year);
      await page.click("main form button[type=submit]");
      await page.locator(".desk-person form").waitFor();
      await page.fill("#code", code);
      // Without the tick nothing goes out.
      await page.click(".desk-person form button[type=submit]");
      await page.locator("#original_seen-error").waitFor();
      await supervisor.sound(`desk-persons-refused ${language}`);
      await page.check("#original_seen");
      await page.click(".desk-person form button[type=submit]");
      await page.locator(".desk-person .govuk-button--warning").waitFor();
      await supervisor.sound(`desk-persons-linked ${language}`);
      await supervisor.close();

      for (const [path, wanted] of PARTS) {
        await person.open(`/my/${path}`);
        await person.page.locator(wanted).first().waitFor();
        await person.settled();
        await person.sound(`my-${path} ${language}`);
      }
      await corrections({ visitor, service, person, language, look, registration, email });
      await person.open("/my/account/close");
      await person.page.fill("#current_password", PASSWORD);
      await person.page.click("main form button[type=submit]");
      await person.page.waitForURL((url) => url.pathname === `/${language}/`);
      await service.mail(email, /(919)/);
      await person.close();
    });
  return [
    { weight: 4, run: journey("az", 1280, "light") },
    { weight: 4, run: journey("ru", 360, "dark") },
  ];
}
