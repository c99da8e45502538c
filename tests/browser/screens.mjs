import { readFileSync } from "node:fs";
import { date, misread, passport } from "./steps.mjs";

// Every screen in each language, wide and 360 px, light and dark in turn: axe, console, overflow, what moves. Loaded once, then turned.
const page = (path) => ({ path });
const at = (path, name, act) => ({ path, name, act });

async function checkCode(guest, facts) {
  await guest.page.fill("#code", facts.code);
  await guest.page.click("main button[type=submit]");
  await guest.page.locator(".verdict").waitFor();
}

async function refused(guest) {
  await guest.page.click("main button[type=submit]");
  await guest.page.locator(".govuk-error-summary:not([hidden])").waitFor();
}

async function answered({ page }) {
  await page.fill("#citizenship", "KAZ");
  await page.press("#citizenship", "Tab");
  await date(page, "arrived", -4);
  await page.locator(".ladder li").nth(2).waitFor();
}

const ACTS = ["departure", "dates", "move", "correction", "annulment"];
const unfold = (act) => async ({ page }) => {
  await page.locator(`#${act} summary`).click();
  // Who has one address only is told so instead of being asked where to.
  await page.locator(`#${act} form, #${act} .second`).first().waitFor();
};

async function filled({ page }) {
  await page.fill('[id="guest-mrz"]', passport());
  await page.waitForFunction(() => document.getElementById("guest-surname")?.value === "YILMAZ");
  await date(page, "arrived_in_country", -4);
  await date(page, "until", 7);
  await page.locator(".last-day-date:not(.last-day-asks)").waitFor();
}

async function misreads({ page }) {
  await page.fill('[id="guest-mrz"]', misread(passport()));
  await page.locator('[id="guest-mrz-error"]').waitFor();
}

// A guest of before is known by the document.
async function returns({ page }, facts) {
  await page.fill('[id="guest-document-number"]', facts.document);
  await page.locator("form [role=status] .note").first().waitFor();
}

async function search(guest, facts) {
  await guest.page.fill("#number", facts.number);
  await guest.page.click(".desk-search-form button[type=submit]");
  await guest.page.locator("tbody a").first().waitFor();
}

const PUBLIC = () => [
  ...["/", "/services", "/services/registration_stay", "/calculators/registration", "/calculators/working-days", "/calculators/working-days#f=2026-12-25&n=10", "/calculators/working-days#f=2026-12-25&t=2028-01-10", "/check", "/sign-in", "/sign-in/code",
    "/sign-up", "/reset", "/reset#a-link-from-a-letter", "/terms", "/privacy", "/accessibility", "/contacts", "/help", "/help/errors",
    "/help/errors/unavailable", "/problems/403", "/problems/429", "/problems/500", "/problems/503", "/no-such-page"].map((path) => page(path)),
  at("/calculators/registration", "/calculators/registration answered", answered),
  ...["/calculators/duty", "/calculators/duty#c=TUR&a=2026-11-19&m=no&u=2026-12-31&k=no", "/calculators/duty#c=AZE"].map((path) => page(path)),
  at("/check", "/check answered", checkCode),
  at("/sign-up", "/sign-up refused", refused),
  at("/services/registration_stay", "/help/law/{article}", async (guest) => {
    const address = await guest.page.locator('main a[href*="/help/law/"]').first().getAttribute("href");
    await guest.open(address.replace(/^\/\w\w/, ""));
  }),
];
const HOST = (facts) => [
  ...["/host/", "/host/guests", "/host/ending", "/host/closed", `/host/guests/${facts.id}`, `/host/guests/${facts.id}/receipt`,
    "/host/premises", "/host/premises/new", "/host/upload", "/host/clients", "/my/account", "/my/account/email", "/my/account/password",
    "/my/account/sessions", "/host/no-such-page"].map((path) => page(path)),
  at("/host/", "/host/ refused", async (guest) => {
    await guest.page.fill("#until", "31");
    await guest.page.fill("#until-month", "2");
    await guest.page.fill("#until-year", "26");
    await guest.page.keyboard.press("Enter");
    await guest.page.locator(".govuk-error-summary:not([hidden])").waitFor();
  }),
  at("/host/", "/host/ filled", filled),
  at("/host/", "/host/ misread", misreads),
  at("/host/", "/host/ returning", returns),
  ...ACTS.map((act) => at(`/host/guests/${facts.id}`, `/host/guests/{id} ${act}`, unfold(act))),
];
// An account that is linked to nobody; what it shows once it is linked is looked at in a journey.
const STRANGER = () => ["/my/registrations", "/my/corrections", "/my/corrections/new", "/my/access-log", "/my/data", "/my/account/close"].map((path) => page(path))
  .concat(at("/my/registrations", "/my/registrations code", async (guest) => {
    await guest.page.click("main form button[type=submit]");
    await guest.page.locator(".link-code").waitFor();
  }));
const OWNER = () => ["/host/", "/host/guests", "/host/premises"].map((path) => page(path));
const DESK = (facts) => [
  ...["/desk/registrations", "/desk/registrations?view=late", "/desk/registrations?view=unconfirmed", "/desk/registrations?view=all",
    `/desk/registrations/${facts.id}`, "/desk/premises", `/desk/premises?id=${facts.requested}`, "/desk/premises?state=confirmed",
    "/desk/premises?state=rejected", "/desk/counter", "/desk/corrections", "/desk/corrections?view=answered", "/desk/search", "/desk/persons", "/my/account"].map((path) => page(path)),
  at("/desk/search", "/desk/search found", search),
];
const SUPERVISOR = (facts) =>
  ["/desk/board", "/desk/registrations", `/desk/registrations/${facts.id}`, `/desk/premises?id=${facts.requested}`].map((path) => page(path));
const ADMIN = (facts) =>
  ["/admin/", `/admin/staff?id=${facts.officer}`, "/admin/staff/new", "/admin/audit/access", "/admin/audit/security", "/admin/policy", "/admin/health", "/admin/persons"]
    .map((path) => page(path))
    .concat(at("/admin/staff/new", "/admin/staff/new refused", refused));
const AUDITOR = () =>
  ["/admin/audit/access", "/admin/audit/access?office=baku&purpose=department_work&from=2026-01-01", "/admin/audit/security?kind=signed_in"]
    .map((path) => page(path));
const ANALYST = () => ["/desk/reports", "/desk/reports?group_by=department", "/desk/reports?group_by=month"].map((path) => page(path));

const PARTS = [
  { who: null, screens: PUBLIC, wide: 1280 },
  { who: "hotel@demo.az", screens: HOST, wide: 1280 },
  { who: "owner@demo.az", screens: OWNER, wide: 1280 },
  { who: "guest@demo.az", screens: STRANGER, wide: 1280 },
  { who: "officer@demo.az", screens: DESK, wide: 1440 },
  { who: "supervisor@demo.az", screens: SUPERVISOR, wide: 1440 },
  { who: "administrator@demo.az", screens: ADMIN, wide: 1440 },
  { who: "auditor@demo.az", screens: AUDITOR, wide: 1440 },
  { who: "analyst@demo.az", screens: ANALYST, wide: 1440 },
];

// The pages as the page itself chooses them: each arm of its matches is one page, under one address or several.
const ROUTES = [["mod", ""], ["host/mod", "/host"], ["desk/mod", "/desk"], ["admin/mod", "/admin"], ["account/mod", "/my/account"], ["my/mod", "/my"]];

function pagesOf([file, part]) {
  const source = readFileSync(new URL(`../../web/src/pages/${file}.rs`, import.meta.url), "utf8");
  const arms = source.split("\n").map((line) => line.trim()).filter((line) => /^\[.*\] => /.test(line));
  return arms.map((arm) =>
    arm.split(" => ")[0].split(" | ").map((segments) =>
      segments.slice(1, -1).split(", ").filter(Boolean).reduce((path, one) => `${path}/${one.startsWith('"') ? one.slice(1, -1) : "{}"}`, part)),
  );
}

function everyPageIsVisited() {
  const visited = PARTS.flatMap(({ screens }) => screens({})).flatMap(({ path, name }) => [path, name ?? path])
    .map((path) => path.replace(/[?#].*$/, "").replace(/\/$/, ""));
  const fits = (address) => new RegExp(`^${address.replaceAll("{}", "[^/]+")}$`);
  const pages = ROUTES.flatMap(pagesOf);
  if (pages.length < 30) throw new Error(`only ${pages.length} pages are read from the sources`);
  const unseen = pages.filter((addresses) => !addresses.some((address) => visited.some((path) => fits(address).test(path))));
  if (unseen.length > 0) throw new Error(`no screen of ${unseen.map((addresses) => addresses.join(" or ")).join(", ")}`);
}

const languages = (process.env.UMIS_LANGUAGES ?? "az,en,ru").split(",");

// A registration, a request and a colleague to open.
async function gather(visitor) {
  const guest = await visitor({ language: "az", width: 1280 });
  await guest.signIn("hotel@demo.az");
  const list = await guest.ask("/registrations?limit=1&view=in_force");
  const { id, number, code, guest: { document } } = await guest.ask(`/registrations/${list.items[0].id}`);
  await guest.close();
  const officer = await visitor({ language: "az", width: 1280 });
  await officer.signIn("officer@demo.az");
  const requests = await officer.ask("/premises?limit=1&state=requested");
  const { id: me } = await officer.ask("/me");
  await officer.close();
  return { id, number, code, document: document.number, requested: requests.items[0]?.id, officer: me };
}

export function screens({ check, wanted, visitor }) {
  let asked;
  const facts = () => (asked ??= gather(visitor));
  const part = ({ who, screens, wide }, language) => async () => {
    const round = languages.indexOf(language);
    const label = (screen) => `screen ${language} ${who ?? "anyone"} ${screen.name ?? screen.path}`;
    if (!screens({}).some((screen) => wanted(label(screen)))) return;
    const known = await facts();
    const all = screens(known).filter((screen) => wanted(label(screen)));
    const guest = await visitor({ language, width: wide });
    if (who) await guest.signIn(who);
    for (const [place, screen] of all.entries()) {
      const turns = [wide, 360].map((width, at) => ({ width, look: (place + round + at) % 2 === 0 ? "light" : "dark" }));
      if ((place + round) % 2 === 1) turns.reverse();
      await check(label(screen), async () => {
        for (const [turn, { width, look }] of turns.entries()) {
          await guest.turn(width, look);
          if (turn === 0) {
            await guest.open(screen.path);
            await screen.act?.(guest, known);
            await guest.settled();
          }
          await guest.sound(`${language}-${width}-${look} ${who ?? ""} ${screen.name ?? screen.path}`);
        }
        // 400 % on a desk's screen, and the smallest phones.
        await guest.turn(320, "light");
        const over = await guest.overflow();
        if (over > 0) throw new Error(`sticks out sideways by ${over} px at 320`);
      });
    }
    await guest.close();
  };
  const rounds = languages.flatMap((language) =>
    PARTS.map((one) => ({ weight: one.who === null ? 30 : one.screens({}).length, run: part(one, language) })),
  );
  return [...rounds, { weight: 1, run: () => check("screens: every page has its screen here", everyPageIsVisited) }];
}
