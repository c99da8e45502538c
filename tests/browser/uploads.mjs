// Many guests from a file, as a hotel has them in its own lists.
import { deflateRawSync } from "node:zlib";
import { addAddress, baku, signUp } from "./steps.mjs";

const HEADS = {
  az: ["Soyad", "Ad", "Cins", "Doğum tarixi", "Vətəndaşlıq", "Sənədin nömrəsi", "Sənədin son günü", "Ölkəyə gəliş", "Ünvana gəliş", "Son gün", "Otaq"],
  ru: ["Фамилия", "Имя", "Пол", "Дата рождения", "Гражданство", "Номер документа", "Документ действует до", "Въезд в страну", "Прибытие по адресу", "Последний день", "Комната"],
};
const dotted = (daysFromNow) => baku(daysFromNow).join(".");

// Somebody else in each line.
function guests(count, letter, day) {
  const name = (at) => String.fromCharCode(65 + (at % 26)) + String.fromCharCode(65 + (Math.floor(at / 26) % 26));
  return Array.from({ length: count }, (_, at) => [
    `KAYA${letter}${name(at)}`, "ZEYNEP", at % 2 ? "qadın" : "F", "12.03.1988", "tur", `${letter}${String(at).padStart(7, "0")}`, "14.06.2031",
    day(-4), day(0), day(7), `${at}`,
  ]);
}

// What a ZIP needs so that somebody can read it; the sums are not looked at.
function zip(files) {
  const [locals, heads] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(Buffer.from(text));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(name.length, 26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(packed.length, 20);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), packed);
    heads.push(head, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

// Texts are shared, days are numbers, as Excel writes them.
function workbook(lines) {
  const texts = [...new Set(lines.flat().filter((cell) => typeof cell === "string"))];
  const cell = (value, column, line) => {
    const place = `${String.fromCharCode(65 + column)}${line + 1}`;
    return typeof value === "string" ? `<c r="${place}" t="s"><v>${texts.indexOf(value)}</v></c>` : `<c r="${place}" s="1"><v>${value}</v></c>`;
  };
  const rows = lines.map((cells, line) => `<row r="${line + 1}">${cells.map((value, column) => cell(value, column, line)).join("")}</row>`);
  return zip({
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?><worksheet><sheetData>${rows.join("")}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `<?xml version="1.0"?><sst>${texts.map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
  });
}

const choose = (page, name, buffer) => page.setInputFiles("#upload-file", { name, mimeType: "application/octet-stream", buffer });
const registered = (guest) => guest.ask("/me").then((me) => me.counts.in_force);

async function expect(what, wanted, found) {
  if ((await found) !== wanted) throw new Error(`${what}: ${await found} instead of ${wanted}`);
}

async function until(what, wanted, ask) {
  for (let tries = 0; tries < 60 && (await ask()) !== wanted; tries += 1) await new Promise((done) => setTimeout(done, 500));
  await expect(what, wanted, ask());
}

export function uploads({ check, visitor, service }) {
  const csv = async () => {
    await check("upload az 360: bad lines say what is wrong, are corrected and sent again; a lost answer doubles nothing", async () => {
      const host = await visitor({ language: "az", width: 360 });
      const { page } = host;
      await signUp(host, service, "upload.az@example.com", "organisation");
      await addAddress(host, "51");
      await host.open("/host/");
      await page.click('a[href$="/host/upload"]');
      await page.waitForURL("**/host/upload");
      // Letters in Windows-1251 are named, not guessed.
      await choose(page, "kohne.csv", Buffer.from([0xd4, 0xe0, 0xec, 0xe8, 0xeb, 0xe8, 0xff]));
      await page.locator("[role=alert] .note-bad").waitFor();
      await host.sound("upload-az-encoding");

      const lines = guests(120, "A", dotted);
      lines[3][3] = "31.02.1988";
      lines[110][9] = dotted(-30);
      const file = `\ufeff${[HEADS.az, ...lines].map((cells) => cells.join(";")).join("\r\n")}\r\n`;
      await choose(page, "qonaqlar.csv", Buffer.from(file));
      // The first answer is lost on its way.
      let lost = 0;
      await page.route("**/registrations/batch", async (route) => {
        if (lost++ > 0) return route.continue();
        await route.fetch();
        await route.abort();
      });
      await page.click(".upload-file + p button");
      await page.locator("#bad-lines").waitFor();
      host.complaints.splice(0, host.complaints.length, ...host.complaints.filter((said) => !said.includes("ERR_FAILED")));
      // A hundred lines at a time: those that are wrong in the first hundred are told before the rest is sent.
      await until("registered", 118, () => registered(host));
      await expect("bad lines", 2, page.locator(".cards > li").count());
      await page.locator(".cards > li h3", { hasText: "5" }).first().waitFor();
      await page.locator(".cards > li h3", { hasText: "112" }).first().waitFor();
      await host.sound("upload-az-bad");

      const [download] = await Promise.all([page.waitForEvent("download"), page.click(".govuk-button-group .govuk-button--secondary")]);
      await expect("name", "umis-bad.csv", download.suggestedFilename());
      await page.fill('[id="line-3-birth_date"]', "28.02.1988");
      await page.fill('[id="line-110-until"]', dotted(5));
      await page.click(".govuk-button-group .govuk-button:not(.govuk-button--secondary)");
      await page.locator("[role=status] .note-ok").waitFor();
      await until("registered", 120, () => registered(host));
      await host.sound("upload-az-done");
      await host.close();
    });
  };
  const xlsx = async () => {
    await check("upload ru 1366: a workbook with date cells is registered", async () => {
      const host = await visitor({ language: "ru", width: 1366 });
      const { page } = host;
      await signUp(host, service, "upload.ru@example.com", "organisation");
      await addAddress(host, "53");
      await host.open("/host/upload");
      const serial = (daysFromNow) => Math.floor((Date.now() + 4 * 3600e3) / 86400e3) + 25569 + daysFromNow;
      const lines = guests(30, "R", serial);
      await choose(page, "гости.xlsx", workbook([HEADS.ru, ...lines]));
      await page.locator(".upload-file").waitFor();
      await host.sound("upload-ru-chosen");
      await page.click(".upload-file + p button");
      await page.locator("[role=status] .note-ok").waitFor();
      await until("registered", 30, () => registered(host));
      await page.click("details summary");
      await host.sound("upload-ru-done");
      await host.turn(360, "dark");
      await host.sound("upload-ru-done-dark");
      await host.close();
    });
  };
  return [
    { weight: 20, run: csv },
    { weight: 12, run: xlsx },
  ];
}
