// An officer registers a foreigner at the counter: an address of their own is written down, then found again for the next one.
import { date, passport } from "./steps.mjs";

async function house({ page }, name) {
  await page.locator("#address-district").waitFor();
  await page.selectOption("#address-district", "baku_sabail");
  await page.fill("#address-street", "İçərişəhər küçəsi");
  await page.fill("#address-house", name);
  await page.click("main form button[type=submit]");
  await page.locator("#counter-found").waitFor();
}

async function guest({ page }) {
  await page.fill('[id="guest-mrz"]', passport());
  await page.waitForFunction(() => document.getElementById("guest-surname")?.value === "YILMAZ");
  await date(page, "arrived_in_country", -4);
  await date(page, "arrived_at_address", 0);
  await date(page, "until", 7);
}

export function counter({ check, visitor }) {
  const journey = (language, width, look) => () =>
    check(`journey ${language}: an officer registers a foreigner at the counter`, async () => {
      const officer = await visitor({ language, width, look });
      const { page } = officer;
      await officer.signIn("officer@demo.az");
      await officer.open("/desk/counter");
      await house(officer, `9${language}`);
      await page.fill("#host-name", "YILMAZ EMRE");
      await page.selectOption("#kind", "flat");
      await officer.sound(`desk-counter-new ${language}`);
      await page.locator("main form button[type=submit]").last().click();
      await page.locator('[id="guest-mrz"]').waitFor();
      await guest(officer);
      // Without the tick nothing goes out.
      await page.keyboard.press("Control+Enter");
      await page.locator("#original_seen-error").waitFor();
      await officer.sound(`desk-counter-refused ${language}`);
      await page.check("#original_seen");
      await page.keyboard.press("Control+Enter");
      await page.waitForURL(/\/desk\/registrations\/[0-9a-f-]{36}/);
      await page.locator(".identity-bar").waitFor();

      await officer.open("/desk/counter");
      await house(officer, `9${language}`);
      await page.locator(".my-stay button").first().click();
      await page.locator('[id="guest-mrz"]').waitFor();
      await officer.sound(`desk-counter-found ${language}`);
      await officer.close();
    });
  return [
    { weight: 4, run: journey("az", 1440, "light") },
    { weight: 4, run: journey("ru", 360, "dark") },
  ];
}
