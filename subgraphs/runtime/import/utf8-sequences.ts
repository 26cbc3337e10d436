/** How far some bytes are UTF-8. */
export interface Utf8Sequences {
  /** Correct sequences of three or four bytes, as Chinese characters have. */
  readonly long: number;
  /** Bytes at which no sequence of UTF-8 begins. */
  readonly wrong: number;
  /** Where the first of those is. */
  readonly firstWrong: number | undefined;
}

/** By the first byte, from and to: the second byte, from and to, and the length (RFC 3629, section 4). */
const forms = [
  [0xc2, 0xdf, 0x80, 0xbf, 2],
  [0xe0, 0xe0, 0xa0, 0xbf, 3],
  [0xe1, 0xec, 0x80, 0xbf, 3],
  [0xed, 0xed, 0x80, 0x9f, 3],
  [0xee, 0xef, 0x80, 0xbf, 3],
  [0xf0, 0xf0, 0x90, 0xbf, 4],
  [0xf1, 0xf3, 0x80, 0xbf, 4],
  [0xf4, 0xf4, 0x80, 0x8f, 4],
] as const;

const formOf = Array.from({ length: 256 }, (_, lead) =>
  forms.find(([from, to]) => lead >= from && lead <= to),
);

/** Counts the sequences of bytes that begin and end between characters. */
export function utf8Sequences(bytes: Uint8Array): Utf8Sequences {
  let [long, wrong] = [0, 0];
  let firstWrong: number | undefined;
  for (let at = 0; at < bytes.length;) {
    const length = lengthAt(bytes, at);
    if (length >= 3) long += 1;
    if (length === 0) {
      firstWrong ??= at;
      wrong += 1;
    }
    at += length || 1;
  }
  return { long, wrong, firstWrong };
}

/** The length of the sequence that begins here, 0 for none. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  if (lead < 0x80) return 1;
  const form = formOf[lead];
  if (!form) return 0;
  const [, , from, to, length] = form;
  const second = bytes[at + 1] ?? 0;
  if (second < from || second > to) return 0;
  for (let trail = 2; trail < length; trail += 1) {
    if (((bytes[at + trail] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}
