/** A mail without what it answers: the sender's own words are what shows something about the sender. */
export function ownWords(content: string): string {
  const lines = content.split(/\r?\n/);
  const answered = lines.findIndex((line) => isHeadOfQuote.test(line));
  const own = (answered > 0 ? lines.slice(0, answered) : lines).filter((line) => !line.startsWith(">"));
  return own.join("\n").trim() || content;
}

const isHeadOfQuote =
  /^(?:On .{4,120} wrote:|Am .{4,120} schrieb.*:|-{3,} ?(?:Original|Forwarded) Message ?-{3,}|From: .+@.+)\s*$/;
