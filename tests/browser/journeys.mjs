// A host's whole way through the office, as they would click it. Each journey runs in one language and width; together they cover all.
import { addAddress, date, misread, openAct, passport, signUp } from "./steps.mjs";

async function register(guest, name) {
  const { page } = guest;
  const lines = passport();
  await guest.open("/host/");
  // A wrong digit is named while typing, and what is right stays.
  await page.fill('[id="guest-mrz"]', misread(lines));
  await page.locator('[id="guest-mrz-error"], .govuk-error-message').first().waitFor();
  await page.fill('[id="guest-mrz"]', lines);
  await page.waitForFunction(() => document.getElementById("guest-surname")?.value === "YILMAZ");
  await date(page, "arrived_in_country", -4);
  await date(page, "arrived_at_address", 0);
  await date(page, "until", 7);
  await guest.sound(`${name}-filled`);
  // Left with the focus in a field, and come back to: the draft is still there, and no code trips over what is gone.
  for (const id of ["until-year", "guest-citizenship"]) {
    await page.focus(`[id="${id}"]`);
    await page.evaluate(() => document.querySelector('a[href$="/host/guests"]').click());
    await page.waitForURL((url) => url.pathname.endsWith("/host/guests"));
    await page.goBack();
    await page.waitForFunction(() => document.getElementById("guest-surname")?.value === "YILMAZ");
  }
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/host\/guests\/[0-9a-f-]{36}/);
  await page.getByText("YILMAZ EMRE").first().waitFor();
}

async function correctAndDepart(guest, name) {
  const { page } = guest;
  await page.locator("tbody th a", { hasText: "YILMAZ EMRE" }).first().click();
  await page.waitForURL(/\/host\/guests\/[0-9a-f-]{36}$/);
  const correction = await openAct(page, "correction");
  await correction.locator('[id="room"]').fill("412");
  await correction.locator("button[type=submit]").click();
  // Accepted: the forms begin anew only then.
  await page.locator("main [role=status] .note-ok").first().waitFor();
  const departure = await openAct(page, "departure");
  await departure.locator("button[type=submit]").click();
  await page.waitForFunction(() => document.querySelectorAll("main details").length === 0);
  await guest.sound(`${name}-departed`);
  await guest.open("/host/closed");
  await page.getByText("YILMAZ EMRE").first().waitFor();
}

// The same place in the other languages: the address changes, what was typed stays.
async function throughLanguages(guest) {
  const { page, language } = guest;
  await guest.open("/host/");
  await page.fill('[id="guest-surname"]', "QALAN");
  for (const other of ["az", "en", "ru"].filter((other) => other !== language).concat(language)) {
    await page.evaluate((other) => document.querySelector(`a[hreflang="${other}"], a[lang="${other}"]`).click(), other);
    await page.waitForURL(`**/${other}/host/`);
    await page.waitForFunction((other) => document.documentElement.lang === other, other);
    if ((await page.inputValue('[id="guest-surname"]')) !== "QALAN") throw new Error(`what was typed is gone in ${other}`);
  }
}

export function journeys({ check, visitor, service }) {
  const cases = [
    { language: "az", width: 1280, kind: "organisation", house: "14", look: "light" },
    { language: "en", width: 360, kind: "person", house: "16", look: "dark" },
    { language: "ru", width: 1280, kind: "organisation", house: "18", look: "light" },
  ];
  const host = ({ language, width, kind, house, look }) => async () => {
    const name = `journey ${language} ${width}`;
    await check(`${name}: a host signs up, adds an address, registers a guest, corrects, records the departure`, async () => {
      const host = await visitor({ language, width, look });
      await signUp(host, service, `${language}${width}@example.com`, kind);
      await addAddress(host, house);
      await register(host, name);
      await host.sound(`${name}-receipt`);
      await host.open("/host/guests");
      await host.page.getByText("YILMAZ EMRE").first().waitFor();
      await host.sound(`${name}-guests`);
      await correctAndDepart(host, name);
      if (width > 600) await throughLanguages(host);
      await host.close();
    });
  };
  // The officer's work begins with what the hosts have asked for.
  const officer = async () => {
    await check("journey az: an officer confirms addresses and sees the registration", async () => {
      const officer = await visitor({ language: "az", width: 1440 });
      await officer.signIn("officer@demo.az");
      for (const house of ["14", "16"]) {
        await officer.open("/desk/premises");
        await officer.page.locator("tbody a", { hasText: `Kiçik Qala küçəsi, ${house}` }).click();
        await officer.page.locator(".desk-panel .act button").first().click();
        await officer.page.locator(".desk-panel [role=status]").first().waitFor();
      }
      await officer.open("/desk/premises?state=confirmed");
      await officer.page.getByText("Kiçik Qala küçəsi, 14").first().waitFor();
      await officer.sound("desk-confirmed");
      await officer.open("/desk/registrations");
      await officer.page.getByText("YILMAZ EMRE").first().waitFor();
      await officer.sound("desk-registrations");
      await officer.close();
    });
  };
  const first = async () => {
    for (const one of cases.slice(0, 2)) await host(one)();
    await officer();
  };
  return [
    { weight: 60, run: first },
    { weight: 25, run: host(cases[2]) },
  ];
}
