// A person with a browser of their own, and what every screen must stand up to.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

const PASSWORD = "four green boats at dawn";
// Put into a page once, when it is first examined: its half megabyte would slow down every load.
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Layout shift while a page is loaded: 0.1 is good, the start page is held to more.
const SHIFT = 0.1;
const START_SHIFT = 0.02;
// Where pictures go, when somebody wants to look at them.
const pictures = process.env.UMIS_PICTURES;

// Before any code of the page: what moves without anybody having touched anything is added up.
function watchShifts() {
  window.shifted = { sum: 0, what: [] };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries().filter((entry) => !entry.hadRecentInput)) {
      window.shifted.sum += entry.value;
      const nodes = entry.sources.map(({ node }) => node?.className || node?.nodeName || "?");
      window.shifted.what.push(`${entry.value.toFixed(3)} ${nodes.join(", ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

const drawn = () =>
  document.querySelector("a.skip") && document.querySelector("h1") && !document.querySelector("[aria-busy=true]") &&
  document.fonts.status === "loaded";

const heights = (width) => (width < 600 ? 740 : 900);

// Each visitor has an address of their own, so that many at once are not one impatient peer.
let peers = 0;

export function visitors(browser, service) {
  return async function visitor({ language, width, look = "light", ...more }) {
    peers += 1;
    const context = await browser.newContext({
      viewport: { width, height: heights(width) },
      colorScheme: look,
      locale: language,
      baseURL: service.url,
      reducedMotion: "reduce",
      extraHTTPHeaders: { "x-forwarded-for": `198.51.100.${peers}` },
      ...more,
    });
    await context.addInitScript(watchShifts);
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const guest = new Visitor(page, context, service, language);
    guest.listen();
    return guest;
  };
}

class Visitor {
  constructor(page, context, service, language) {
    Object.assign(this, { page, context, service, language, complaints: [], fetching: new Set(), shifted: null });
  }

  listen() {
    const { page, complaints } = this;
    const place = () => (page.url().startsWith("http") ? new URL(page.url()).pathname : page.url());
    page.on("console", (message) => {
      // A refused sign-in or a signed-out /me is an answer, not a fault of the page.
      if (message.type() === "error" && !/status of 40[0-9]|status of 42[0-9]/.test(message.text())) {
        complaints.push(`console: ${message.text()} at ${place()}`);
      }
    });
    page.on("pageerror", (error) => complaints.push(`page: ${error.message} at ${place()}`));
    page.on("request", (request) => {
      this.fetching.add(request);
      const url = new URL(request.url());
      if (url.protocol.startsWith("http") && url.origin !== this.service.url) complaints.push(`asks a stranger: ${url.origin}`);
    });
    const answered = (request) => this.fetching.delete(request);
    page.on("requestfinished", answered);
    page.on("requestfailed", answered);
    // A body that nobody reads is never finished.
    page.on("response", (response) => response.url().includes("/api/") && answered(response.request()));
  }

  // Drawn by the code, nothing on its way, and still so two frames later.
  async settled() {
    const { page } = this;
    const end = Date.now() + 30_000;
    for (let calm = 0; calm < 2; ) {
      await page.waitForFunction(drawn);
      calm = this.fetching.size === 0 ? calm + 1 : 0;
      if (Date.now() > end) throw new Error(`still waits for ${[...this.fetching].map((request) => request.url())}`);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
  }

  async open(path) {
    this.fetching.clear();
    await this.page.goto(path.startsWith("http") ? path : `/${this.language}${path}`);
    await this.settled();
    this.shifted = await this.page.evaluate(() => window.shifted);
  }

  async signIn(email, password = PASSWORD) {
    const { page } = this;
    await this.open("/sign-in");
    await page.fill("#email", email);
    await page.fill("#password", password);
    await page.click("main button[type=submit]");
    await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
    await this.settled();
  }

  // The same page on another device: nothing is loaded anew.
  async turn(width, look) {
    await this.page.setViewportSize({ width, height: heights(width) });
    await this.page.emulateMedia({ colorScheme: look });
  }

  // Asks the API as the page would.
  async ask(path) {
    return this.page.evaluate(async (path) => (await fetch(`/api/v1${path}`)).json(), path);
  }

  async overflow() {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  // Nothing sticks out sideways, nothing moves while loading, nothing complains, axe finds nothing.
  async sound(name) {
    const { page } = this;
    const problems = this.complaints.splice(0);
    const over = await this.overflow();
    if (over > 0) problems.push(`sticks out sideways by ${over} px`);
    const seen = await page.evaluate(() => ({
      lang: document.documentElement.lang,
      named: `${document.title} ${decodeURIComponent(location.href)}`,
    }));
    if (seen.lang !== this.language) problems.push(`lang is ${seen.lang}`);
    if (/yilmaz|emre|U2145/i.test(seen.named)) problems.push(`a person stands in title or address: ${seen.named}`);
    const path = new URL(page.url()).pathname;
    const most = /^\/\w\w\/?$/.test(path) ? START_SHIFT : SHIFT;
    if (this.shifted?.sum > most) {
      problems.push(`moves by ${this.shifted.sum.toFixed(3)} while loading: ${this.shifted.what.join(" | ")}`);
    }
    this.shifted = null;
    problems.push(...(await this.examined()));
    await this.picture(name);
    if (problems.length > 0) throw new Error(`${name}: ${problems.join("\n      ")}`);
  }

  // What axe finds.
  async examined() {
    const { page } = this;
    if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
    return page.evaluate(async (tags) => {
      const found = await window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
      const places = (violation) => violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ");
      return found.violations.map((violation) => `axe ${violation.id}: ${places(violation)}`);
    }, TAGS);
  }

  async picture(name) {
    if (!pictures) return;
    mkdirSync(pictures, { recursive: true });
    await this.page.screenshot({ path: `${pictures}/${name.replaceAll(/[^\w-]+/g, "_")}.png`, fullPage: true });
  }

  async close() {
    await this.context.close();
  }
}
