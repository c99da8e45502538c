// Journeys and screens in a real browser against the built product. The last line says how many passed.
import { mkdirSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import { journeys } from "./journeys.mjs";
import { screens } from "./screens.mjs";
import { start } from "./service.mjs";

const PASSWORD = "four green boats at dawn";
// Where pictures go, when somebody wants to look at them.
const pictures = process.env.UMIS_PICTURES;
const only = process.argv.slice(2);
let [passed, failed] = [0, 0];

const service = await start();
const browser = await chromium.launch({
  executablePath: process.env.UMIS_CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ],
});

// Heading there, nothing being fetched for the page.
async function settled(page) {
  await page.waitForSelector("h1");
  await page.waitForTimeout(300);
  await page.waitForFunction(() => document.querySelector("h1") && !document.querySelector("[aria-busy=true]"));
}

// A browser of its own for one person: language, width, look.
async function visitor({ language, width, look = "light" }) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 740 : 900 },
    colorScheme: look,
    locale: language,
    baseURL: service.url,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints = [];
  page.on("console", (message) => {
    // A refused sign-in or a signed-out /me is an answer, not a fault of the page.
    if (message.type() === "error" && !/status of 40[0-9]|status of 42[0-9]/.test(message.text())) {
      complaints.push(`console: ${message.text()} at ${new URL(page.url()).pathname}`);
    }
  });
  page.on("pageerror", (error) => complaints.push(`page: ${error.message} at ${new URL(page.url()).pathname}`));
  return {
    page,
    context,
    complaints,
    language,
    async open(path) {
      await page.goto(`/${language}${path}`);
      await settled(page);
    },
    async signIn(email, password = PASSWORD) {
      await page.goto(`/${language}/sign-in`);
      await page.fill("#email", email);
      await page.fill("#password", password);
      await page.click("main button[type=submit]");
      await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
      await settled(page);
    },
  };
}

// Nothing sticks out sideways, nothing complains, axe finds nothing.
async function sound(guest, name) {
  const { page } = guest;
  const problems = guest.complaints.splice(0);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) problems.push(`sticks out sideways by ${over} px`);
  const lang = await page.evaluate(() => document.documentElement.lang);
  if (lang !== guest.language) problems.push(`lang is ${lang}`);
  const axe = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
  for (const violation of axe.violations) {
    problems.push(`axe ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`);
  }
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name.replaceAll(/[^\w-]+/g, "_")}.png`, fullPage: true });
  }
  if (problems.length > 0) throw new Error(problems.join("\n      "));
}

async function check(name, act) {
  if (only.length > 0 && !name.startsWith("sign-in") && !only.some((word) => name.includes(word))) return;
  const began = Date.now();
  try {
    await act();
    passed += 1;
    console.log(`ok   ${name} (${Date.now() - began} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n      ${error.message}`);
  }
}

try {
  await journeys({ check, visitor, sound, service });
  await screens({ check, visitor, sound, service });
} finally {
  await browser.close();
  service.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
