const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What a reader takes for one sign, an emoji of seven parts included. */
export function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const emoji =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\u20e3|\p{Regional_Indicator}{2}|\p{Emoji_Modifier}/u;

export function isEmoji(grapheme: string): boolean {
  return emoji.test(grapheme);
}
