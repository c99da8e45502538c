// Steps that several journeys share.
// ICAO 9303: weights 7, 3, 1; figures count as they are, A is 10, < is 0.
function digit(text) {
  const value = (letter) => (letter === "<" ? 0 : parseInt(letter, 36));
  return [...text].reduce((sum, letter, at) => sum + value(letter) * [7, 3, 1][at % 3], 0) % 10;
}

// The lines of a passport that nobody else in these tests has: a guest registered twice would end the first stay.
let passports = 21457893;
export function passport() {
  const number = `U${passports}`;
  passports += 1;
  const [birth, expiry, rest] = ["880312", "310614", "<".repeat(14)];
  const [document, born, ends] = [number, birth, expiry].map((part) => `${part}${digit(part)}`);
  const whole = digit(`${document}${born}${ends}${rest}0`);
  return `P<TURYILMAZ<<EMRE<<<<<<<<<<<<<<<<<<<<<<<<<<<\n${document}TUR${born}M${ends}${rest}0${whole}`;
}

// The lines of a card (TD1) of somebody with one name only.
export function card() {
  const number = `D${passports}`;
  passports += 1;
  const fill = (text, width) => text.padEnd(width, "<");
  const document = `${fill(number, 9)}${digit(fill(number, 9))}`;
  const [born, ends] = ["790405", "310614"].map((part) => `${part}${digit(part)}`);
  const whole = digit(`${document}${"<".repeat(15)}${born}${ends}${"<".repeat(11)}`);
  return `IDIND${document}${"<".repeat(15)}\n${born}F${ends}IND${"<".repeat(11)}${whole}\n${fill("LAKSHMI", 30)}`;
}

// The lines of a small visa (MRV-B) of the person of `passport()`.
export function visa() {
  const [number, born, ends] = ["AZ1234567", "880312", "270101"].map((part) => `${part}${digit(part)}`);
  return `V<AZEYILMAZ<<EMRE${"<".repeat(19)}\n${number}TUR${born}M${ends}${"<".repeat(8)}`;
}

// The same lines with a wrong check digit of the number.
export function misread(lines) {
  return lines.replace(/(U\d{8})(\d)/, (_, number, check) => `${number}${(Number(check) + 3) % 10}`);
}

export const PASSWORD = "yeddi sarı fanar körpüdə";

// A day in Baku, as a date field is typed.
export function baku(daysFromNow) {
  const day = new Date(Date.now() + 4 * 3600e3 + daysFromNow * 86400e3);
  return [day.getUTCDate(), day.getUTCMonth() + 1, day.getUTCFullYear()].map((part) => String(part).padStart(2, "0"));
}

export async function date(page, id, daysFromNow) {
  const [day, month, year] = baku(daysFromNow);
  await page.fill(`[id="${id}"]`, day);
  await page.fill(`[id="${id}-month"]`, month);
  await page.fill(`[id="${id}-year"]`, year);
}

export async function signUp(guest, service, email, kind) {
  const { page } = guest;
  await guest.open("/sign-up");
  if (kind === "personal") {
    await page.check('input[name="kind"][value="personal"]');
  } else if (kind === "person") {
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
  // Address and password are known by now: the page signs in and leads on by itself.
  await page.waitForURL((url) => !/\/(code|sign-in)$/.test(url.pathname));
}

export async function addAddress(guest, house) {
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

// The shortest registration: the lines of the passport and three dates.
export async function registerGuest(guest) {
  const { page } = guest;
  await guest.open("/host/");
  await page.fill('[id="guest-mrz"]', passport());
  await page.waitForFunction(() => document.getElementById("guest-surname")?.value === "YILMAZ");
  await date(page, "arrived_in_country", -4);
  await date(page, "arrived_at_address", 0);
  await date(page, "until", 7);
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/host\/guests\/[0-9a-f-]{36}/);
  await page.locator(".receipt").waitFor();
  return page.url().match(/[0-9a-f-]{36}/)[0];
}

// One of the acts of a guest's page, opened.
export async function openAct(page, id) {
  const act = page.locator(`details#${id}`);
  await act.locator("summary").click();
  await act.locator("form").waitFor();
  return act;
}
