// Starts the built product on free loopback ports, with its own database: the service, the gateway's simulator, a small population.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const programs = process.env.UMIS_PROGRAMS;

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function answers(url) {
  for (let tries = 0; tries < 150; tries += 1) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not there yet.
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`${url} does not answer`);
}

export async function start() {
  const home = mkdtempSync(join(tmpdir(), "umis-browser-"));
  const [port, gatewayPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const gateway = `http://127.0.0.1:${gatewayPort}`;
  const env = {
    ...process.env,
    UMIS_ENV: "demo",
    UMIS_DATABASE: `sqlite:${join(home, "umis.sqlite")}`,
    UMIS_LISTEN: `127.0.0.1:${port}`,
    UMIS_KEYS: join(home, "keys"),
    UMIS_GATEWAY: gateway,
    UMIS_HASH_MEMORY: "1024",
    // Each visitor of the tests comes from an address of their own.
    UMIS_PROXIES: "127.0.0.1",
  };
  const log = openSync(join(home, "log"), "w");
  const seeded = spawnSync(join(programs, "umis"), ["seed", "--people", "60", "--seed", "1"], { env, encoding: "utf8" });
  if (seeded.status !== 0) throw new Error(`umis seed: ${seeded.stderr}`);
  const run = (name, args) => spawn(join(programs, name), args, { env, stdio: ["ignore", log, log] });
  const children = [
    run("umis-simulate", ["--listen", `127.0.0.1:${gatewayPort}`]),
    run("umis", ["serve", ...(process.env.UMIS_PAGE ? ["--page", process.env.UMIS_PAGE] : [])]),
  ];
  await answers(`${gateway}/healthz`);
  await answers(`${url}/readyz`);
  return {
    url,
    // The newest mail to an address that matches.
    async mail(to, pattern) {
      for (let tries = 0; tries < 100; tries += 1) {
        const messages = await (await fetch(`${gateway}/messages?to=${encodeURIComponent(to)}`)).json();
        const found = messages.map((message) => message.body.match(pattern)).find(Boolean);
        if (found) return found[1];
        await new Promise((done) => setTimeout(done, 100));
      }
      throw new Error(`no mail to ${to} matches ${pattern}`);
    },
    stop() {
      for (const child of children) child.kill("SIGTERM");
      rmSync(home, { recursive: true, force: true });
    },
  };
}
