import { graphemesOf, isEmoji } from "./graphemes";
import { xLength } from "./x-length";

export const platforms = ["x", "linkedin", "facebook", "instagram", "threads", "bluesky"] as const;
export type Platform = (typeof platforms)[number];
export type SocialLimits = { characters: number; bytes?: number; hashtags?: number; counting: string };

/** What each network takes, and how it counts. */
export const socialLimits: Readonly<Record<Platform, SocialLimits>> = {
  x: { characters: 280, counting: "A link is 23, an emoji or a CJK sign 2, other signs 1." },
  linkedin: { characters: 3000, counting: "UTF-16 units: most emoji are 2." },
  facebook: { characters: 63_206, counting: "UTF-16 units: most emoji are 2." },
  instagram: { characters: 2200, hashtags: 30, counting: "UTF-16 units: most emoji are 2." },
  threads: { characters: 500, counting: "An emoji is as long as its UTF-8 bytes." },
  bluesky: { characters: 300, bytes: 3000, counting: "What a reader takes for one sign is 1." },
};

export type SocialCount = {
  characters: number;
  limit: number;
  left: number;
  hashtags: number;
  hashtagLimit: number | null;
  fits: boolean;
};

/** Of the text as it goes out. */
export function countFor(platform: Platform, text: string): SocialCount {
  const limits = socialLimits[platform];
  const characters = lengthOn(platform, text);
  const hashtags = hashtagsIn(text).length;
  const fitsBytes = limits.bytes === undefined || new TextEncoder().encode(text).length <= limits.bytes;
  return {
    characters,
    limit: limits.characters,
    left: limits.characters - characters,
    hashtags,
    hashtagLimit: limits.hashtags ?? null,
    fits: characters <= limits.characters && fitsBytes && hashtags <= (limits.hashtags ?? Infinity),
  };
}

function lengthOn(platform: Platform, text: string): number {
  if (platform === "x") return xLength(text);
  if (platform === "bluesky") return graphemesOf(text).length;
  if (platform !== "threads") return text.length;
  const encoder = new TextEncoder();
  return graphemesOf(text).reduce(
    (sum, sign) => sum + (isEmoji(sign) ? encoder.encode(sign).length : sign.length),
    0,
  );
}

export function hashtagsIn(text: string): string[] {
  return text.match(/(?<![\p{L}\p{N}_&/])[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}

/** The post as it goes out: its text, then the hashtags that the text does not hold already. */
export function composePost(text: string, hashtags: readonly string[]): string {
  const held = new Set(hashtagsIn(text).map((tag) => tag.slice(1).toLowerCase()));
  const added = hashtags.map(plainTag).filter((tag) => tag !== "" && !held.has(tag.toLowerCase()));
  const line = [...new Set(added)].map((tag) => `#${tag}`).join(" ");
  return [text.trim(), line].filter((part) => part !== "").join("\n\n");
}

/** Letters, digits and underscores are all that a network reads as one tag. */
export function plainTag(tag: string): string {
  return tag
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, "")
    .slice(0, 100);
}

/** Too long for its network, a post gives up hashtags from the end first, then sentences, then words. */
export function fitPost(
  platform: Platform,
  text: string,
  hashtags: readonly string[],
): { text: string; hashtags: string[] } {
  const tags = [...new Set(hashtags.map(plainTag))].filter((tag) => tag !== "");
  const fits = (words: string, kept: string[]) => countFor(platform, composePost(words, kept)).fits;
  while (tags.length > 0 && !fits(text, tags)) tags.pop();
  if (fits(text, tags)) return { text, hashtags: tags };
  for (const granularity of ["sentence", "word"] as const) {
    const shorter = longestStart(text, granularity, (words) => fits(words, []));
    if (shorter !== "") return { text: shorter, hashtags: [] };
  }
  return { text: "", hashtags: [] };
}

function longestStart(
  text: string,
  granularity: "sentence" | "word",
  fits: (text: string) => boolean,
): string {
  const ends = Array.from(
    new Intl.Segmenter("en", { granularity }).segment(text),
    ({ index, segment }) => index + segment.length,
  );
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, ends[middle - 1]).trim())) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, ends[low - 1] ?? 0).trim();
}
