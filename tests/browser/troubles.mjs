// R2: when the first question of a page fails, the whole page says what happened, what is kept, and the way back.
const NUMBER = "019e0f3c-7a11-7000-8000-0123456789ab";

const problem = (status, code) => ({
  status,
  contentType: "application/problem+json",
  headers: status === 429 ? { "retry-after": "8" } : {},
  body: JSON.stringify({ type: `/az/help/errors/${code}`, title: "…", status, detail: "…", code, errors: [], request_id: NUMBER }),
});

// Not an answer of ours, but of what stands before us.
const proxy = { status: 503, contentType: "text/html", headers: { "x-request-id": NUMBER }, body: "<h1>503</h1>" };

const CASES = [
  { who: "hotel@demo.az", path: "/host/guests", asks: "**/api/v1/registrations?*", answer: problem(429, "throttled"), language: "az", width: 360, after: "tbody" },
  { who: "hotel@demo.az", path: "/host/premises", asks: "**/api/v1/premises?*", answer: problem(500, "internal"), language: "ru", width: 1280, after: ".cards" },
  { who: "officer@demo.az", path: "/desk/registrations", asks: "**/api/v1/registrations?*", answer: proxy, language: "en", width: 1440, after: "tbody" },
  { who: "administrator@demo.az", path: "/admin/staff", asks: "**/api/v1/staff?*", answer: problem(403, "forbidden"), language: "az", width: 1440, after: null },
  { who: "hotel@demo.az", path: "/my/account/sessions", asks: "**/api/v1/me", answer: problem(503, "unavailable"), language: "ru", width: 360, after: ".sessions" },
];

export function troubles({ check, visitor }) {
  const trouble = ({ who, path, asks, answer, language, width, after }) => async () => {
    await check(`trouble ${language} ${answer.status} ${path}`, async () => {
      const guest = await visitor({ language, width });
      const { page } = guest;
      await guest.signIn(who);
      await page.route(asks, (route) => route.fulfill(answer));
      await guest.open(path);
      // That the answer is a fault is told to the console by the browser itself.
      guest.complaints = guest.complaints.filter((line) => !line.includes(`status of ${answer.status}`));
      const whole = page.locator(".trouble");
      await whole.locator("h1").waitFor();
      await whole.getByText(NUMBER).waitFor();
      if ((await page.locator("h1").count()) !== 1) throw new Error("the failed page is still there beside what happened to it");
      if (answer.status === 429) await page.locator(".trouble-wait:not([hidden])").waitFor();
      await guest.sound(`trouble ${language} ${answer.status}`);
      if (answer.status === 429) await page.locator(".trouble-wait[hidden]").waitFor({ state: "attached" });
      await page.unroute(asks);
      if (after) {
        await whole.locator("button").click();
        await page.locator(after).first().waitFor();
      } else {
        await whole.locator("a.govuk-button").click();
        await page.waitForURL(`**/${language}/`);
      }
      if ((await page.locator(".trouble").count()) !== 0) throw new Error("what happened stays although it has passed");
      await guest.close();
    });
  };

  const ended = async () => {
    await check("trouble en: the session has ended; signing in over the page brings it back", async () => {
      const guest = await visitor({ language: "en", width: 360, look: "dark" });
      const { page } = guest;
      await guest.signIn("hotel@demo.az");
      await guest.context.clearCookies();
      await page.evaluate(() => document.querySelector('a[href$="/host/guests"]').click());
      const dialog = page.locator("dialog.over");
      await dialog.waitFor();
      await page.locator(".trouble h1").waitFor();
      await guest.sound("trouble en ended");
      await dialog.locator("input[type=password]").fill("four green boats at dawn");
      await dialog.locator("button[type=submit]").click();
      await page.locator("tbody").first().waitFor();
      await dialog.waitFor({ state: "detached" });
      await guest.close();
    });
  };
  return [...CASES.map((one) => ({ weight: 5, run: trouble(one) })), { weight: 5, run: ended }];
}
