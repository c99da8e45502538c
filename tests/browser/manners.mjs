// How the page treats people: keyboard alone, focus, errors, paste, large text, few colours, little motion, paper.
import { PASSWORD, addAddress, baku, card, misread, passport, registerGuest, signUp, visa } from "./steps.mjs";
import { visitors } from "./visitor.mjs";

const focused = (page) =>
  page.evaluate(() => {
    const { id, tagName, className } = document.activeElement;
    return { id, tag: tagName, class: String(className) };
  });

async function expectFocus(page, fits, what) {
  await page.waitForFunction(
    (fits) => document.activeElement?.matches(fits),
    fits,
    { timeout: 5000 },
  ).catch(async () => {
    throw new Error(`${what}: the focus is on ${JSON.stringify(await focused(page))}, not on ${fits}`);
  });
}

// Tab until a control is reached, as somebody without a mouse does.
async function tabTo(page, fits, most = 60) {
  for (let presses = 0; presses < most; presses += 1) {
    if (await page.evaluate((fits) => document.activeElement?.matches(fits), fits)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${fits} cannot be reached with Tab`);
}

async function typeDate(page, daysFromNow) {
  await page.keyboard.type(baku(daysFromNow).join(""));
}

export function manners({ check, visitor, service, launch }) {
  const keyboard = () =>
    check("manners az: a receptionist registers a guest by keyboard alone in under 30 seconds", async () => {
      const host = await visitor({ language: "az", width: 1280 });
      const { page } = host;
      await host.signIn("hotel@demo.az");
      await host.open("/host/");
      await page.locator(".languages").first().waitFor({ state: "visible" });
      const began = Date.now();
      await expectFocus(page, "#guest-mrz", "the page opens with the lines of the passport");
      await page.keyboard.insertText(passport());
      await page.waitForFunction(() => document.getElementById("guest-surname")?.value === "YILMAZ");
      for (const [id, day] of [["arrived_in_country", -4], ["arrived_at_address", 0], ["until", 7]]) {
        await tabTo(page, `[id="${id}"]`);
        await typeDate(page, day);
      }
      await page.keyboard.press("Control+Enter");
      await page.locator(".receipt").waitFor();
      const seconds = (Date.now() - began) / 1000;
      if (seconds > 30) throw new Error(`it took ${seconds} s`);
      await expectFocus(page, "h1", "the receipt follows the form");
      await page.keyboard.press("KeyN");
      await page.waitForURL("**/host/");
      await expectFocus(page, "#guest-mrz", "the next guest is one key away");
      await host.close();
    });

  const focus = () =>
    check("manners en: the skip link, the heading of the next page, and the errors of a form take the focus", async () => {
      const anyone = await visitor({ language: "en", width: 1280 });
      const { page } = anyone;
      await anyone.open("/help");
      await page.keyboard.press("Tab");
      await expectFocus(page, "a.skip", "the first stop");
      await page.keyboard.press("Enter");
      await expectFocus(page, "#main", "past the menus");
      await page.locator('.menu a[href$="/check"]').focus();
      await page.keyboard.press("Enter");
      await page.waitForURL("**/check");
      await expectFocus(page, "h1", "another page");
      await page.locator('a[href$="/sign-in"]').first().click();
      await page.waitForURL("**/sign-in");
      await page.locator('main a[href$="/sign-up"]').click();
      await page.waitForURL("**/sign-up");
      await expectFocus(page, "h1", "sign-up");
      await anyone.settled();
      await page.click("main button[type=submit]");
      await expectFocus(page, ".govuk-error-summary", "a refused form");
      if (!(await page.title()).startsWith("To correct")) throw new Error(`the title is ${await page.title()}`);
      const lines = page.locator(".govuk-error-summary a");
      for (let at = 0; at < (await lines.count()); at += 1) {
        const target = (await lines.nth(at).getAttribute("href")).slice(1);
        await lines.nth(at).click();
        await expectFocus(page, `[id="${target}"]`, "a line of the summary");
        const described = await page.evaluate((id) => {
          const field = document.getElementById(id);
          const group = field.closest(".govuk-form-group");
          return field.getAttribute("aria-invalid") ?? group?.querySelector("[aria-invalid], [aria-describedby*=error]")?.tagName;
        }, target);
        if (!described) throw new Error(`${target} does not say that it is wrong`);
      }
      await anyone.close();
    });

  const presses = () =>
    check("manners ru: what is found on leaving a field moves no button away under the pointer", async () => {
      const host = await visitor({ language: "ru", width: 1280 });
      const { page } = host;
      await host.signIn("hotel@demo.az");
      await host.open("/host/");
      const button = page.locator("main button[type=submit]").first();
      await button.scrollIntoViewIfNeeded();
      await page.fill("#until-year", "26");
      const { x, y } = await button.boundingBox();
      await page.mouse.move(x + 20, y + 3);
      await page.mouse.down();
      // Longer than the rest after which a box of the form speaks.
      await page.waitForTimeout(700);
      const { y: pressed } = await button.boundingBox();
      await page.mouse.up();
      if (pressed !== y) throw new Error(`the button moves by ${pressed - y} px while it is pressed`);
      await expectFocus(page, ".govuk-error-summary", "the press counts, and the form is refused");
      // Left for something else, the field says what is wrong with it, and not what has been mended by the press.
      await host.open("/host/");
      await page.fill("#until-year", "26");
      await page.locator("h1").click();
      await page.locator("#until-error").waitFor();
      await host.open("/calculators/registration");
      await page.fill("#arrived-year", "26");
      await page.locator("fieldset:has(#arrived) button").click();
      await page.waitForTimeout(200);
      if (await page.locator("#arrived-error").isVisible()) throw new Error("a date that is right is called wrong");
      await host.close();
    });

  const written = () =>
    check("manners az: a date as people write it and a country by its whole name are understood", async () => {
      const anyone = await visitor({ language: "az", width: 360 });
      const { page } = anyone;
      const holds = async (wanted) => {
        const found = await page.$$eval('input[id^="arrived"]', (boxes) => boxes.map((box) => box.value).join("|"));
        if (found !== wanted) throw new Error(`the boxes hold ${found}, not ${wanted}`);
      };
      await anyone.open("/calculators/registration");
      const emptied = async () => {
        for (const id of ["arrived", "arrived-month", "arrived-year"]) await page.fill(`[id="${id}"]`, "");
        await page.focus('[id="arrived"]');
      };
      for (const [typed, boxes] of [
        ["05.11.2026", "05|11|2026"], ["5.11.2026", "5|11|2026"], ["1/2/2026", "1|2|2026"], ["5 11 2026", "5|11|2026"],
        ["5 noyabr 2026", "5|noyabr|2026"], ["05112026", "05|11|2026"],
      ]) {
        await emptied();
        await page.keyboard.type(typed);
        await holds(boxes);
      }
      // Tab after a full box is the same step, not another one.
      await emptied();
      await page.keyboard.type("11");
      await page.keyboard.press("Tab");
      await page.keyboard.type("12");
      await holds("11|12|");
      for (const [key, typed, name] of [["Tab", "Türkiyə", "Türkiyə"], ["Enter", "Qazaxıstan", "Qazaxıstan"], ["Tab", "qazax", "Qazaxıstan"]]) {
        await page.fill("#citizenship", "");
        await page.locator("#citizenship").pressSequentially(typed);
        await page.keyboard.press(key);
        const found = await page.inputValue("#citizenship");
        if (found !== name) throw new Error(`${typed} and ${key} gave ${found}`);
      }
      await anyone.close();
    });

  const paste = () =>
    check("manners ru: paste works in passwords, passport lines and dates", async () => {
      const anyone = await visitor({ language: "ru", width: 1280, permissions: ["clipboard-read", "clipboard-write"] });
      const { page } = anyone;
      const put = async (id, text) => {
        await page.evaluate((text) => navigator.clipboard.writeText(text), text);
        await page.focus(`[id="${id}"]`);
        await page.keyboard.press("Control+V");
      };
      const holds = async (id, value) => {
        const found = await page.inputValue(`[id="${id}"]`);
        if (found !== value) throw new Error(`${id} holds ${found}, not ${value}`);
      };
      for (const path of ["/sign-in", "/sign-up", "/reset#a-link-from-a-letter"]) {
        await anyone.open(path);
        await put("password", PASSWORD);
        await holds("password", PASSWORD);
      }
      await anyone.signIn("hotel@demo.az");
      await anyone.open("/host/");
      await put("guest-mrz", passport().replace("\n", "\r\n "));
      await page.waitForFunction(() => document.getElementById("guest-surname")?.value === "YILMAZ");
      await put("until", "19.11.2027");
      await holds("until", "19");
      await holds("until-month", "11");
      await holds("until-year", "2027");
      await anyone.close();
    });

  // A scanner is a keyboard that types faster than any hand, into whatever has the focus.
  const scanner = () =>
    check("manners en: a scanner types lines of any kind wherever the focus is, and nothing else is lost", async () => {
      const host = await visitor({ language: "en", width: 1280 });
      const { page } = host;
      await host.signIn("hotel@demo.az");
      await host.open("/host/");
      const holds = async (id, value) => {
        await page.waitForFunction(([id, value]) => document.getElementById(id)?.value === value, [id, value], { timeout: 5000 })
          .catch(async () => {
            throw new Error(`${id} holds ${JSON.stringify(await page.inputValue(`[id="${id}"]`))}, not ${JSON.stringify(value)}`);
          });
      };
      // The keys of one task, as a wedge sends them: no hand is waited for in between.
      const scan = (text) =>
        page.evaluate((text) => {
          for (const letter of text) {
            const [key, code] = letter === "\n" ? ["Enter", "Enter"] : letter === "\t" ? ["Tab", "Tab"] : [letter, ""];
            const field = document.activeElement;
            const down = new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true });
            if (field.dispatchEvent(down) && key.length === 1 && "value" in field && field.tagName !== "SELECT") {
              field.setRangeText(key, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
              field.dispatchEvent(new InputEvent("input", { bubbles: true }));
            }
          }
        }, text);

      await page.fill('[id="room"]', "41");
      await page.focus('[id="room"]');
      const lines = card();
      await scan(`${lines}\n`);
      await holds("guest-mrz", lines);
      await holds("room", "41");
      await expectFocus(page, '[id="room"]', "the focus stays");
      await holds("guest-surname", "LAKSHMI");
      await holds("guest-given_names", "");
      await holds("guest-document-kind", "identity_card");
      await page.locator(".mrz-format", { hasText: "TD1" }).waitFor();

      // By hand, as slowly as hands are: it stays where it was typed.
      await page.keyboard.type("7", { delay: 120 });
      await holds("room", "417");
      // A number typed as fast as a scanner types is no zone.
      await scan("AZ12345678");
      await holds("room", "417AZ12345678");
      // The next document is laid on the glass.
      await page.waitForTimeout(200);

      // The visa goes to the visa; the card stays.
      await scan(`${visa()}\t`.replace("\n", "\t"));
      await holds("visa-number", "AZ1234567");
      await holds("guest-mrz", lines);
      await holds("guest-surname", "LAKSHMI");

      // Into the box itself, with a wrong digit.
      await page.focus("#guest-mrz");
      const read = passport();
      await scan(misread(read));
      await page.locator('[id="guest-mrz-error"]').waitFor();
      await holds("guest-surname", "YILMAZ");
      await holds("guest-document-number", "");
      await page.waitForTimeout(200);
      await scan(read);
      await holds("guest-mrz", read);
      await page.locator(".mrz-format", { hasText: "TD3" }).waitFor();
      await host.close();
    });

  // Text of twice the size, by the setting of the browser.
  const large = () =>
    check("manners ru: text of twice the size sticks out nowhere", async () => {
      const browser = await launch(["--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"]);
      const host = await visitors(browser, service)({ language: "ru", width: 1280 });
      const wide = [];
      const look = async (path) => {
        await host.open(path);
        const over = await host.overflow();
        if (over > 0) wide.push(`${path} by ${over} px`);
        await host.picture(`large ru ${path}`);
      };
      for (const path of ["/", "/services/registration_stay", "/calculators/registration", "/check", "/sign-up"]) await look(path);
      await host.signIn("hotel@demo.az");
      for (const path of ["/host/", "/host/guests", "/host/premises", "/host/clients", "/my/account"]) await look(path);
      await browser.close();
      if (wide.length > 0) throw new Error(`sticks out sideways: ${wide.join(", ")}`);
    });

  // Without colours of ours every control still has an edge.
  const forced = () =>
    check("manners en: with forced colours controls and states keep their edges", async () => {
      const host = await visitor({ language: "en", width: 1280, forcedColors: "active" });
      const { page } = host;
      await host.signIn("hotel@demo.az");
      for (const path of ["/host/", "/host/guests", "/calculators/registration"]) {
        await host.open(path);
        const bare = await page.evaluate(() => {
          const shown = (element) => element.getClientRects().length > 0;
          const edged = (element) => {
            const style = getComputedStyle(element);
            const border = ["Top", "Bottom"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0);
            return border || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0);
          };
          return [...document.querySelectorAll("main .govuk-button, main .govuk-input, main .govuk-select, main .tag")]
            .filter(shown).filter((element) => !edged(element)).map((element) => element.className);
        });
        if (bare.length > 0) throw new Error(`no edge at ${path}: ${[...new Set(bare)].join(" | ")}`);
        await host.picture(`forced en ${path}`);
      }
      await host.close();
    });

  const motion = () =>
    check("manners az: nothing loops or moves for long, and nothing at all with reduced motion", async () => {
      const host = await visitor({ language: "az", width: 1280 });
      const { page } = host;
      await host.signIn("hotel@demo.az");
      await host.open("/host/");
      const longest = () =>
        page.evaluate(() => {
          const seconds = (text) => Math.max(0, ...text.split(",").map((part) => parseFloat(part) * (part.includes("ms") ? 0.001 : 1)));
          let most = { took: 0, what: "" };
          for (const element of document.querySelectorAll("*")) {
            const style = getComputedStyle(element);
            const loops = style.animationName !== "none" && style.animationIterationCount === "infinite";
            const took = loops ? Infinity : Math.max(seconds(style.transitionDuration), style.animationName === "none" ? 0 : seconds(style.animationDuration));
            if (took > most.took) most = { took, what: `${element.tagName} ${element.className}` };
          }
          return most;
        });
      const still = await longest();
      if (still.took > 0.01) throw new Error(`${still.what} moves for ${still.took} s although motion is reduced`);
      await page.emulateMedia({ reducedMotion: "no-preference" });
      const moving = await longest();
      if (moving.took > 0.2) throw new Error(`${moving.what} moves for ${moving.took} s`);
      await host.close();
    });

  // The law and its engine are a third of the code, and most visitors never ask them.
  const touched = () =>
    check("manners az: the calculator on the start page comes when it is touched, and loses nothing that was typed before", async () => {
      const anyone = await visitor({ language: "az", width: 1280 });
      const { page } = anyone;
      const asked = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await anyone.open("/");
      const early = asked.filter((path) => /calculator|\/law\/|later/.test(path));
      if (early.length > 0) throw new Error(`fetched before anybody asked: ${early}`);
      const bare = await page.evaluate(() => document.body.innerText.match(/\b(start|ui|menu|footer|org|calculator|field|date)-[a-z-]+\b/g));
      if (bare) throw new Error(`keys stand in the place of texts: ${bare}`);
      // Slow enough that everything is typed before the code is there.
      await page.route(/calculator_head/, async (route) => {
        await new Promise((done) => setTimeout(done, 1500));
        await route.continue();
      });
      const top = async () => (await page.locator(".hero-answer").boundingBox()).y;
      const before = await top();
      await page.click("#citizenship");
      await page.keyboard.type("qazaxıst");
      await page.keyboard.press("Tab");
      await typeDate(page, -4);
      if (await page.locator("#citizenship[role=combobox]").count()) throw new Error("the code was there before the typing ended");
      await page.locator(".hero-answer .answer-date").waitFor();
      await expectFocus(page, "#arrived-year", "the writing goes on where it was");
      if ((await page.inputValue("#citizenship")) !== "Qazaxıstan") throw new Error(`the country is ${await page.inputValue("#citizenship")}`);
      if ((await top()) !== before) throw new Error(`the answer moves by ${(await top()) - before} px`);
      await anyone.sound("start answered az");
      await anyone.close();
      const phone = await visitor({ language: "ru", width: 360, hasTouch: true, isMobile: true });
      await phone.open("/");
      await phone.page.tap("#citizenship");
      await phone.page.locator("select#citizenship").waitFor();
      await expectFocus(phone.page, "select#citizenship", "a list, as on every phone");
      await phone.page.selectOption("#citizenship", "KAZ");
      await phone.page.tap("#arrived");
      await typeDate(phone.page, -4);
      await phone.page.locator(".hero-answer .answer-date").waitFor();
      await phone.sound("start answered on a phone ru");
      await phone.close();
    });

  const paper = () =>
    check("manners ru: the receipt prints on one page, in black on white", async () => {
      const host = await visitor({ language: "ru", width: 1280, look: "dark" });
      const { page } = host;
      await signUp(host, service, "ru-paper@example.com", "organisation");
      await addAddress(host, "24");
      await registerGuest(host);
      await host.settled();
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;
      if (pages !== 1) throw new Error(`the receipt prints on ${pages} pages`);
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      const look = await page.evaluate(() => {
        const style = getComputedStyle(document.querySelector(".receipt"));
        return { ink: style.color, paper: getComputedStyle(document.body).backgroundColor };
      });
      if (look.ink !== "rgb(0, 0, 0)") throw new Error(`the receipt prints in ${look.ink}`);
      await host.picture("paper ru receipt");
      await host.close();
    });

  const duty = () =>
    check("manners en: whether registration is required is told for known facts, and a yes carries them to the last day", async () => {
      const anyone = await visitor({ language: "en", width: 360 });
      const { page } = anyone;
      const told = async (facts, wanted, law) => {
        // From another page, so that each link is read anew.
        await anyone.open("/help");
        await anyone.open(`/calculators/duty${facts}`);
        await page.locator(".ladder li").first().waitFor();
        const answer = (await page.locator(".answer-date").innerText()).trim();
        if (answer !== wanted) throw new Error(`${facts}: ${answer}, not ${wanted}`);
        const reasons = (await page.locator(".ladder").innerText()).replaceAll("\u00a0", " ");
        if (!reasons.includes(law.replaceAll("\u00a0", " "))) throw new Error(`${facts}: the reasons do not name ${law}`);
      };
      const [yes, no, open] = ["Registration is required", "Registration is not required", "Cannot tell yet. Please answer:"];
      await told("#c=AZE", no, "Article\u00a021");
      await told("#c=TUR&a=2026-11-19&m=no&u=2026-12-04&k=no", no, "15 days");
      await told("#c=KAZ&a=2026-11-19&m=no&u=2026-12-19&k=no", no, "30 days");
      await told("#c=TUR&a=2026-11-19&m=yes&s=yes&k=no", no, "Article\u00a021.9");
      await told("#c=TUR&k=yes", no, "permit card");
      await told("#c=TUR&a=2026-11-19&m=no&k=no", open, "Until which day");
      const asks = await page.locator(".answer-card li").allInnerTexts();
      if (asks.join() !== "Last day in the country") throw new Error(`it asks for ${asks}`);
      await told("#c=TUR&a=2026-11-19&m=no&u=2026-12-05&k=no", yes, "Article\u00a021");
      await anyone.picture("duty yes en");
      await page.locator(".answer-card a.govuk-button").click();
      await page.locator(".ladder li").nth(2).waitFor();
      const last = await page.locator(".answer-date").innerText();
      if (!last.includes("4 December 2026")) throw new Error(`the last day is ${last}`);
      await anyone.close();
    });

  return [duty, keyboard, focus, presses, written, paste, scanner, large, forced, motion, touched, paper].map((run) => ({
    weight: 8,
    run,
  }));
}
