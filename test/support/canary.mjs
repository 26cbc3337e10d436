// A leak test: real identity numbers must appear in nothing that the servers, command lines or tests write.
//   node test/support/canary.mjs <folder>    lists each place with the number masked, exits 1 when there is one
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Not inside a longer run of (hexa)decimal digits, and not the decimals of a fraction. */
const candidate = /(?<![0-9a-fA-F]|\d\.)(?:\d{17}[\dXx]|\d{15})(?![0-9a-fA-FXx])/g;

/** GB/T 2260: the first two digits of a division that exists. */
const province = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

function isDate(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** GB 11643: ISO 7064 MOD 11-2 over the first seventeen digits. */
function checkCharacter(number) {
  const sum = [...number.slice(0, 17)].reduce(
    (total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11),
    0,
  );
  return '10X98765432'[sum % 11];
}

function isIdentityNumber(text) {
  if (text.length === 15) {
    const [year, month, day] = text
      .match(/^\d{6}(\d\d)(\d\d)(\d\d)/)
      .slice(1)
      .map(Number);
    return province.test(text) && isDate(1900 + year, month, day);
  }
  const [year, month, day] =
    text
      .match(/^\d{6}((?:18|19|20)\d\d)(\d\d)(\d\d)/)
      ?.slice(1)
      .map(Number) ?? [];
  return year !== undefined && isDate(year, month, day) && checkCharacter(text) === text[17].toUpperCase();
}

/** Every identity number in a line becomes asterisks. */
function mask(line) {
  return line.replace(candidate, (text) => (isIdentityNumber(text) ? '*'.repeat(text.length) : text));
}

/** Places in the folder's .log and .json files that show an identity number: `file:line` and the masked text. */
export function findIdentityNumbers(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => /\.(log|json)$/.test(file));
  return files.sort().flatMap((file) =>
    readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => {
        const masked = mask(line);
        if (masked === line) return [];
        const from = Math.max(0, [...masked].findIndex((character, i) => character !== line[i]) - 60);
        return [`${file}:${at + 1} shows an identity number: ${masked.slice(from, from + 140)}`];
      }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const found = findIdentityNumbers(process.argv[2]);
  for (const place of found) console.log(place);
  process.exitCode = found.length > 0 ? 1 : 0;
}
