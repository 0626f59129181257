const names = "Vorname;Nachname;E-Mail;Telefon;Firma;Ort;Wert;Tags;Position;Notizen";

/**
 * As an office would have it: semicolons, a few firms, a tag, a value, a line break in each note. The first rows are about
 * people who are leads already and now have another position.
 */
export function fileOf(count, known) {
  const lines = [names];
  for (let n = 0; n < count; n++) {
    const email = known[n] ?? `person${n}@firma${n % 4000}.example`;
    const firm = known[n] ? "" : `Firma ${n % 4000} GmbH`;
    lines.push(
      `Vor${n % 900};Nach${n % 7000};${email};+49 30 ${1_000_000 + n};${firm};Berlin;${n % 90}.${100 + (n % 900)},50;${n % 3 ? "" : "Messe"};Leitung ${n % 9};"Notiz ${n}\nzweite Zeile"`,
    );
  }
  return lines.join("\r\n");
}
