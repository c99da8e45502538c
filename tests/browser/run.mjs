// Journeys and screens in a real browser against the built product. The last line says how many passed.
import { chromium } from "playwright-core";
import { journeys } from "./journeys.mjs";
import { longer } from "./longer.mjs";
import { manners } from "./manners.mjs";
import { counter } from "./counter.mjs";
import { persons } from "./persons.mjs";
import { screens } from "./screens.mjs";
import { start } from "./service.mjs";
import { staff } from "./staff.mjs";
import { troubles } from "./troubles.mjs";
import { uploads } from "./uploads.mjs";
import { visitors } from "./visitor.mjs";

// So many people are on the page at once; more only wait for the processor.
const LANES = Number(process.env.UMIS_LANES ?? 3);
const only = process.argv.slice(2);
let [passed, failed] = [0, 0];

const wanted = (name) => only.length === 0 || only.some((word) => name.includes(word));

async function check(name, act) {
  if (!wanted(name)) return;
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

const service = await start();
const launch = (more = []) =>
  chromium.launch({
    executablePath: process.env.UMIS_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", ...more,
    ],
  });
const browser = await launch();
const began = Date.now();
try {
  const tools = { check, service, launch, wanted, visitor: visitors(browser, service) };
  // Longest first, so that no lane is left with a long one at the end.
  const waiting = [journeys, screens, staff, persons, counter, longer, manners, troubles, uploads].flatMap((part) => part(tools));
  waiting.sort((one, other) => other.weight - one.weight);
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next.run();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
} finally {
  await browser.close();
  service.stop();
}
console.log(`${passed} passed, ${failed} failed in ${Math.round((Date.now() - began) / 1000)} s`);
process.exit(failed === 0 ? 0 : 1);
