/** A mail without what it answers: the sender's own words are what shows something about the sender. */
export function ownWords(content: string): string {
  const lines = content.split(/\r?\n/);
  const answered = lines.findIndex((line) => isHeadOfQuote.test(line));
  const own = (answered > 0 ? lines.slice(0, answered) : lines).filter((line) => !line.startsWith(">"));
  return own.join("\n").trim() || content;
}

const isHeadOfQuote =
  /^(?:On .{4,120} wrote:|Am .{4,120} schrieb.{0,120}:|Le .{4,120} a écrit\s?:|El .{4,120} escribió:|Em .{4,120} escreveu:|Il .{4,120} ha scritto:|Op .{4,120} (?:schreef|het volgende geschreven).{0,120}:|-{3,} ?(?:Original|Forwarded|Ursprüngliche|Weitergeleitete|Oorspronkelijk|Doorgestuurd)\p{L}* ?(?:Message|Nachricht|bericht) ?-{3,}|-{3,} ?(?:Message d'origine|Mensaje original|Mensagem original|Messaggio originale) ?-{3,}|(?:From|Von|De|Da|Van)\s?: .{1,200}@.{1,200})\s*$/u;
