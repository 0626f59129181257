import { estimateTokens } from "../tokens";
import type { Material } from "./material";

const sentencesInParagraph = 3;

/** Paragraphs of the material's own sentences: the one closest to the title first, the others in their order. */
export function composeProse(material: Material, maxTokens: number): string {
  const lead = closestTo(material.title, material.sentences);
  const ordered = [
    ...(lead === undefined ? [] : [lead]),
    ...material.sentences.filter((one) => one !== lead),
  ];
  const kept = withinTokens(ordered, maxTokens);
  const paragraphs: string[] = [];
  for (let start = 0; start < kept.length; start += sentencesInParagraph) {
    paragraphs.push(kept.slice(start, start + sentencesInParagraph).join(" "));
  }
  return paragraphs.join("\n\n") || material.title;
}

/** The first sentence is always kept: half a limit is better than no text. */
function withinTokens(sentences: string[], maxTokens: number): string[] {
  let used = 0;
  return sentences.filter((sentence, index) => {
    used += estimateTokens(`${sentence}  `);
    return index === 0 || used <= maxTokens;
  });
}

function closestTo(title: string, sentences: string[]): string | undefined {
  const wanted = wordsOf(title);
  let best: { sentence: string; share: number } | undefined;
  for (const sentence of sentences) {
    const words = wordsOf(sentence);
    const shared = [...words].filter((word) => wanted.has(word)).length;
    const share = shared / Math.sqrt(words.size || 1);
    if (!best || share > best.share) best = { sentence, share };
  }
  return best?.sentence;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
}
