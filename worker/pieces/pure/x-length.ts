import { graphemesOf, isEmoji } from "./graphemes";

const lengthOfLink = 23;
/** Code points that count as one; every other counts as two. */
const single: [number, number][] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/** As X counts: links 23 each whatever their length, an emoji 2 however many parts it has, Latin 1, CJK 2. */
export function xLength(raw: string): number {
  const text = raw.normalize("NFC");
  let length = 0;
  let done = 0;
  for (const link of linksIn(text)) {
    length += weigh(text.slice(done, link.from)) + lengthOfLink;
    done = link.to;
  }
  return length + weigh(text.slice(done));
}

function weigh(text: string): number {
  let weight = 0;
  for (const grapheme of graphemesOf(text)) {
    if (isEmoji(grapheme)) weight += 2;
    else for (const sign of grapheme) weight += isSingle(sign.codePointAt(0) ?? 0) ? 1 : 2;
  }
  return weight;
}

function isSingle(codePoint: number): boolean {
  return single.some(([from, to]) => codePoint >= from && codePoint <= to);
}

const path = String.raw`(?:[/?#][^\s<>"]*)?`;
const name = String.raw`[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?`;
const withProtocol = String.raw`https?://(?:${name}\.)+[a-z]{2,24}(?::\d{1,5})?${path}`;
const generic =
  "com|org|net|info|biz|app|dev|shop|store|blog|online|site|tech|io|co|ai|me|tv|eu|edu|gov|coffee|news|cloud|design|agency|studio|world|life|xyz";
/** Without a protocol X links what ends in a name it knows; two letters alone only with a path. */
const bare = String.raw`(?:${name}\.)+(?:(?:${generic})(?![a-z0-9-])${path}|[a-z]{2}(?![a-z0-9-])[/][^\s<>"]*)`;
const link = new RegExp(String.raw`(?<![\p{L}\p{N}@$#_./-])(?:${withProtocol}|${bare})`, "giu");

function linksIn(text: string): { from: number; to: number }[] {
  return Array.from(text.matchAll(link), (match) => ({
    from: match.index,
    to: match.index + withoutTail(match[0]).length,
  }));
}

/** A full stop or a bracket that closes the sentence is not the link's. */
function withoutTail(address: string): string {
  let kept = address;
  for (;;) {
    const last = kept.at(-1) ?? "";
    const closesNothing = last === ")" && count(kept, ")") > count(kept, "(");
    if (!closesNothing && !/[.,:;!?'"\]}]/.test(last)) return kept;
    kept = kept.slice(0, -1);
  }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
