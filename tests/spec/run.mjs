// The document is sound, and the service keeps it whatever is sent: a linter, then Schemathesis as each demo account that is
// named, or as nobody. The last line says how many passed.
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { start } from "../browser/service.mjs";

const PASSWORD = "four green boats at dawn";
const tools = process.env.UMIS_SPEC_TOOLS;
const names = process.argv.slice(2);
// More where time allows it.
const examples = process.env.UMIS_SPEC_EXAMPLES;
const here = dirname(fileURLToPath(import.meta.url));
const document = join(here, "../../openapi.yaml");
let [passed, failed] = [0, 0];

async function check(name, program, args, env = {}) {
  const began = Date.now();
  // What the tools leave behind belongs to them.
  const options = { cwd: tools, env: { ...process.env, ...env }, maxBuffer: 64 << 20 };
  const broken = await new Promise((done) => {
    execFile(join(tools, "bin", program), args, options, (error, stdout, stderr) => done(error && stdout + stderr));
  });
  if (broken === null) passed += 1;
  else failed += 1;
  console.log(`${broken === null ? "ok  " : "FAIL"} ${name} (${Date.now() - began} ms)`);
  if (broken !== null) console.log(broken);
}

// The cookie that a browser of the account would send; nobody's is of no use.
async function session(name, url) {
  if (name === "nobody") return "nothing";
  const answer = await fetch(`${url}/api/v1/auth/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
    body: JSON.stringify({ email: `${name}@demo.az`, password: PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${name} cannot sign in: ${answer.status}`);
  return answer.headers.getSetCookie().map((cookie) => cookie.match(/^__Host-session=([^;]+)/)?.[1]).find(Boolean);
}

await check("the document is sound", "openapi-spec-validator", [document]);
const service = await start();
try {
  for (const name of names) {
    const env = { UMIS_SESSION: await session(name, service.url) };
    const args = ["--config-file", join(here, "schemathesis.toml"), "run", document, "--url", service.url, "--no-color"];
    args.push("--header", "Sec-Fetch-Site: same-origin");
    // A change is tried with the same data each time; the long run finds new ones and names its seed.
    args.push(...(examples ? ["--max-examples", examples] : ["--generation-deterministic"]));
    await check(`the service keeps it towards ${name}`, "schemathesis", args, env);
  }
} finally {
  service.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
