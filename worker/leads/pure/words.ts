const codeLength = 6;
const longestWord = 40;
const mostWords = 4000;
export const mostAsked = 20;

/** What stands for an organization before each of its words: the chance part of its id. */
export function codeOf(organizationId: string): string {
  return organizationId.slice(-codeLength);
}

/** The words of a text as they are kept for searching: lower case, no accents, letters and digits only. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    Array.from(word).slice(0, longestWord).join(""),
  );
}

export function indexText(organizationId: string, texts: readonly (string | null)[]): string {
  const code = codeOf(organizationId);
  const words = new Set(texts.flatMap((text) => (text ? wordsOf(text) : [])));
  return [...words]
    .slice(0, mostWords)
    .map((word) => code + word)
    .join(" ");
}

/** A question to FTS5, in which nothing that was typed is syntax: every word is quoted, the last letters may be missing. */
export function matchOf(organizationId: string, text: string, column: "open" | null): string | null {
  const code = codeOf(organizationId);
  const words = [...new Set(wordsOf(text))].slice(0, mostAsked);
  if (words.length === 0) return null;
  const all = words.map((word) => `"${code}${word}" *`).join(" AND ");
  return column === null ? all : `${column} : (${all})`;
}
