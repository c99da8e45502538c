// A person's whole way through the office, as they would click it. Each journey runs in one language and width; together they cover all.
const MRZ = "P<TURYILMAZ<<EMRE<<<<<<<<<<<<<<<<<<<<<<<<<<<\nU214578933TUR8803126M3106143<<<<<<<<<<<<<<06";
const WRONG = MRZ.replace("U214578933", "U214578936");
const PASSWORD = "yeddi sarı fanar körpüdə";

// Today in Baku, as a date field is typed.
function baku(daysFromNow) {
  const day = new Date(Date.now() + 4 * 3600e3 + daysFromNow * 86400e3);
  return [day.getUTCDate(), day.getUTCMonth() + 1, day.getUTCFullYear()].map((part) => String(part).padStart(2, "0"));
}

async function date(page, id, daysFromNow) {
  const [day, month, year] = baku(daysFromNow);
  await page.fill(`[id="${id}"]`, day);
  await page.fill(`[id="${id}-month"]`, month);
  await page.fill(`[id="${id}-year"]`, year);
}

async function signUp(guest, service, email, kind) {
  const { page } = guest;
  await guest.open("/sign-up");
  if (kind === "person") {
    await page.check('input[name="kind"][value="person"]');
    await page.fill("#fin", "94FMDDD");
  } else {
    await page.check('input[name="kind"][value="organisation"]');
    await page.fill("#voen", "1402356781");
    await page.fill("#organisation", "Xəzər Qonaq Evi MMC");
  }
  await page.fill("#name", "Aytən Rzayeva");
  await page.fill("#email", email);
  await page.fill("#password", PASSWORD);
  await page.check("#terms");
  await page.click("main button[type=submit]");
  await page.waitForURL("**/sign-in/code");
  await page.fill("#code", await service.mail(email, /\b(\d{6})\b/));
  await page.click("main button[type=submit]");
  await page.waitForURL((url) => !url.pathname.endsWith("/code"));
  if (page.url().endsWith("/sign-in")) await guest.signIn(email, PASSWORD);
}

async function addAddress(guest, house) {
  const { page } = guest;
  await guest.open("/host/premises/new");
  await page.selectOption("#kind", "hotel");
  await page.selectOption("#address-district", "baku_sabail");
  await page.fill("#address-street", "Kiçik Qala küçəsi");
  await page.fill("#address-house", house);
  await page.click("main button[type=submit]");
  await page.waitForURL((url) => url.pathname.endsWith("/host/premises"));
  await page.getByText("Kiçik Qala küçəsi").first().waitFor();
}

async function register(guest, sound, name) {
  const { page } = guest;
  await guest.open("/host/");
  // A wrong digit is named while typing, and what is right stays.
  await page.fill('[id="guest-mrz"]', WRONG);
  await page.locator('[id="guest-mrz-error"], .govuk-error-message').first().waitFor();
  await page.fill('[id="guest-mrz"]', MRZ);
  await page.waitForFunction(() => document.getElementById("guest-surname")?.value === "YILMAZ");
  await date(page, "arrived_in_country", -4);
  await date(page, "arrived_at_address", 0);
  await date(page, "until", 7);
  await sound(guest, `${name}-filled`);
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

// On the guest's own page: the forms stand in the order departure, term, correction, annulment.
async function correctAndDepart(guest, sound, name) {
  const { page } = guest;
  await page.locator("tbody th a", { hasText: "YILMAZ EMRE" }).first().click();
  await page.waitForURL(/\/host\/guests\/[0-9a-f-]{36}$/);
  const form = async (at) => {
    const part = page.locator("main details").nth(at);
    await part.locator("summary").click();
    return part;
  };
  const correction = await form(2);
  await correction.locator('[id="room"]').fill("412");
  await correction.locator("button[type=submit]").click();
  // Accepted: the forms begin anew only then.
  await page.locator("main [role=status] .note-ok").first().waitFor();
  const departure = await form(0);
  await departure.locator("button[type=submit]").click();
  await page.waitForFunction(() => document.querySelectorAll("main details").length === 0);
  await sound(guest, `${name}-departed`);
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

export async function journeys({ check, visitor, sound, service }) {
  const cases = [
    { language: "az", width: 1280, kind: "organisation", house: "14", look: "light" },
    { language: "en", width: 360, kind: "person", house: "16", look: "dark" },
    { language: "ru", width: 1280, kind: "organisation", house: "18", look: "light" },
  ];
  for (const { language, width, kind, house, look } of cases) {
    const name = `journey ${language} ${width}`;
    await check(`${name}: a host signs up, adds an address, registers a guest, corrects, records the departure`, async () => {
      const host = await visitor({ language, width, look });
      await signUp(host, service, `${language}${width}@example.com`, kind);
      await addAddress(host, house);
      await register(host, sound, name);
      await sound(host, `${name}-receipt`);
      const code = (await host.page.locator("body").innerText()).match(/[0-9A-HJKMNP-TV-Z]{4}\s[0-9A-HJKMNP-TV-Z]{4}\s[0-9A-HJKMNP-TV-Z]{4}/);
      if (!code) throw new Error("the receipt shows no code in groups of four");
      const anyone = await visitor({ language, width, look });
      const answer = await anyone.page.request.get(`${service.url}/api/v1/notices/${code[0].replaceAll(/\s/g, "")}`);
      if ((await answer.json()).in_force !== true) throw new Error("the notice is not in force");
      await host.open("/host/guests");
      await host.page.getByText("YILMAZ EMRE").first().waitFor();
      await sound(host, `${name}-guests`);
      await anyone.context.close();
      await correctAndDepart(host, sound, name);
      if (width > 600) await throughLanguages(host);
      await host.context.close();
    });
  }
  await check("journey az: an officer confirms addresses and sees the registration", async () => {
    const officer = await visitor({ language: "az", width: 1440 });
    await officer.signIn("officer@demo.az");
    await officer.open("/desk/premises");
    await sound(officer, "desk-premises");
    for (const house of ["14", "16"]) {
      await officer.page.locator("tbody a", { hasText: `Kiçik Qala küçəsi, ${house}` }).click();
      await officer.page.locator(".desk-panel .act button").first().click();
      await officer.page.locator(".desk-panel [role=status]").first().waitFor();
      await officer.open("/desk/premises");
    }
    await officer.open("/desk/premises?state=confirmed");
    await officer.page.getByText("Kiçik Qala küçəsi, 14").first().waitFor();
    await sound(officer, "desk-confirmed");
    await officer.open("/desk/registrations");
    await officer.page.getByText("YILMAZ EMRE").first().waitFor();
    await sound(officer, "desk-registrations");
    await officer.context.close();
  });
}
