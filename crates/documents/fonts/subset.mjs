// Makes the two font files of this folder from npm @expo-google-fonts/noto-sans. How: README.md.
import { createRequire } from "node:module";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const [parts] = process.argv.slice(2);
if (!parts) throw new Error("usage: node subset.mjs FOLDER_WITH_NODE_MODULES");
const need = createRequire(join(parts, "package.json"));
const subset = need("subset-font");
const here = dirname(fileURLToPath(import.meta.url));
const source = dirname(need.resolve("@expo-google-fonts/noto-sans/package.json"));

// What stands on our paper: passport Latin (ICAO 9303 keeps diacritics), Azerbaijani, Cyrillic, the marks of language.md section 8.
const ranges = [
  [0x20, 0x7e], [0xa0, 0x24f], [0x259, 0x259], [0x2b9, 0x2bc], [0x300, 0x304], [0x306, 0x30c], [0x323, 0x328],
  [0x400, 0x4ff], [0x1e00, 0x1eff], [0x2010, 0x2015], [0x2018, 0x201f], [0x2026, 0x2026], [0x202f, 0x202f],
  [0x20bc, 0x20bc], [0x2116, 0x2116], [0x2212, 0x2212],
];
const letters = ranges.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("")).join("");

for (const weight of ["400Regular", "700Bold"]) {
  const whole = readFileSync(join(source, weight, `NotoSans_${weight}.ttf`));
  const name = `NotoSans-${weight.slice(3)}.ttf`;
  const small = await subset(whole, letters, { targetFormat: "sfnt", noLayoutClosure: true });
  writeFileSync(join(here, name), small);
  console.log(name, whole.length, "->", small.length);
}
copyFileSync(join(source, "LICENSE_FONT"), join(here, "OFL.txt"));
