const unknown = "und";

/** Which language a message was read in, where that is not the reader's own. */
export function sayLanguage(read: string | null, own: string): string {
  if (read === null || read === own.slice(0, 2).toLowerCase()) return "";
  if (read === unknown) return "Its language is not known, so moods and wishes were not guessed.";
  const name = new Intl.DisplayNames("en", { type: "language", fallback: "none" }).of(read);
  return name ? `Read in ${name}.` : "";
}
