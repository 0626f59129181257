/** Four characters a token: what the usual tokenizers come to in English, within a quarter. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
