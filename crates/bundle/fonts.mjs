// Cuts the variable fonts to the letters we use, one file by unicode-range, and measures them for the fallback's size.
// node fonts.mjs ROOT OUT: reads ROOT/web/fonts/fonts.json, writes OUT/{name}.woff2 and OUT/metrics.json.
import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const [root, out] = process.argv.slice(2);
const require = createRequire(path.join(root, 'package.json'));
const subset = require('subset-font');
const fontverter = require('fontverter');
const plan = JSON.parse(await readFile(path.join(root, 'web/fonts/fonts.json'), 'utf8'));

const letters = (ranges) =>
  ranges
    .flatMap((range) => {
      const [from, to = from] = range.split('-').map((code) => Number.parseInt(code, 16));
      return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
    })
    .join('');

// Kept: kerning, marks, ligature-free shaping, figures of one width. Left: small capitals, old figures, fractions.
const keepFeatures = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'tnum'];

const metrics = {};
for (const font of plan.fonts) {
  const source = await readFile(path.join(root, 'node_modules', font.file));
  const cut = await subset(source, letters(font.ranges), {
    targetFormat: 'woff2',
    variationAxes: font.axis ?? plan.axis,
    keepFeatures,
    noHinting: true,
  });
  await writeFile(path.join(out, `${font.name}.woff2`), cut);
  if (font.name === 'latin') {
    metrics[font.family] = measure(await fontverter.convert(cut, 'truetype'));
  }
}
await writeFile(path.join(out, 'metrics.json'), JSON.stringify(metrics));

// Ascent, descent and the average width of running text, in parts of an em.
function measure(sfnt) {
  const tables = {};
  for (let at = 12, left = sfnt.readUInt16BE(4); left > 0; left -= 1, at += 16) {
    tables[sfnt.toString('latin1', at, at + 4)] = sfnt.readUInt32BE(at + 8);
  }
  const em = sfnt.readUInt16BE(tables.head + 18);
  const wide = sfnt.readUInt16BE(tables.hhea + 34);
  const advance = (glyph) => sfnt.readUInt16BE(tables.hmtx + 4 * Math.min(glyph, wide - 1));
  const glyphs = characters(sfnt, tables.cmap);
  // Letters as often as they come in our texts, spaces too; the same sample was measured for the fallback.
  const sample = 'eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnssssssrrrrrrhhhhhlllldddduuucccmmmwwfffggyyppbbvk                  ';
  const width = [...sample].reduce((sum, letter) => sum + advance(glyphs.get(letter.codePointAt(0)) ?? 0), 0);
  return {
    ascent: sfnt.readInt16BE(tables.hhea + 4) / em,
    descent: -sfnt.readInt16BE(tables.hhea + 6) / em,
    width: width / sample.length / em,
  };
}

// The format 4 table of a font: code point to glyph.
function characters(sfnt, cmap) {
  const found = new Map();
  for (let at = cmap + 4, left = sfnt.readUInt16BE(cmap + 2); left > 0; left -= 1, at += 8) {
    const table = cmap + sfnt.readUInt32BE(at + 4);
    if (sfnt.readUInt16BE(table) !== 4) continue;
    const double = sfnt.readUInt16BE(table + 6);
    const [ends, starts] = [table + 14, table + 16 + double];
    const [deltas, offsets] = [starts + double, starts + 2 * double];
    for (let segment = 0; segment < double; segment += 2) {
      const [start, end] = [sfnt.readUInt16BE(starts + segment), sfnt.readUInt16BE(ends + segment)];
      const [delta, offset] = [sfnt.readUInt16BE(deltas + segment), sfnt.readUInt16BE(offsets + segment)];
      for (let code = start; code <= end && code < 0xffff; code += 1) {
        const glyph = offset === 0 ? code : sfnt.readUInt16BE(offsets + segment + offset + 2 * (code - start));
        if (glyph !== 0) found.set(code, (glyph + delta) & 0xffff);
      }
    }
  }
  return found;
}
