const quote = 0x22;
const backslash = 0x5c;

/** By byte: what opens goes one deeper, what closes one back. */
const steps = new Map<number, number>([...'[{'].map((sign) => [sign.charCodeAt(0), 1]));
for (const sign of ']}') steps.set(sign.charCodeAt(0), -1);

/**
 * Whether JSON is nested deeper than `limit`, from its bytes as they came: a parser, and everybody who walks over what
 * it made, would have to go as deep. Texts are passed over; whether it is JSON at all is not asked.
 */
export function isDeeperThan(limit: number, json: Uint8Array): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (byte === quote) at = endOfText(json, at);
    else depth += steps.get(byte) ?? 0;
    if (depth > limit) return true;
  }
  return false;
}

/** Where the text that begins at a quote ends. */
function endOfText(json: Uint8Array, begin: number): number {
  let at = begin + 1;
  while (at < json.length && json[at] !== quote) at += json[at] === backslash ? 2 : 1;
  return at;
}
