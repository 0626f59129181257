import type { Lexicon } from "../words/reading";
import { isUsual } from "./language-of";
import { wordsOf } from "./pattern";

type Named = { type: string; text: string; confidence: number };
const most = 20;
const mostOfAKind = 5;

/** Who and what is named: what looks the same in every language, and what only the words around it tell. */
export function namedIn(content: string, plain: string, words: Lexicon | null): Named[] {
  const alike = kinds.flatMap(([type, pattern, confidence]) =>
    take(type, content.matchAll(pattern), confidence),
  );
  const dates = words ? placed("date", content, plain, datesOf(words), 0.8) : [];
  return [
    ...alike,
    ...dates,
    ...(words ? namesAfter("competitor", content, plain, words.rivals, 0.7) : []),
    ...namesAfter("product", content, plain, models, 0.6),
    ...take("company", content.matchAll(firm), 0.8),
    ...namesAfter("person", content, plain, greetings, 0.7, {
      from: /(?:^|\n)$/,
      to: /^(?:[,!:.]|\s*(?:\n|$))/,
    }),
    ...namesAfter("person", content, plain, closings, 0.7, { from: /(?:^|\n)$/, to: /^\s*(?:\n|$)/ }),
  ].slice(0, most);
}

function take(type: string, matches: Iterable<RegExpMatchArray>, confidence: number): Named[] {
  return Array.from(matches, ([text]) => ({ type, text: text.trim(), confidence })).slice(0, mostOfAKind);
}

function placed(type: string, content: string, plain: string, pattern: RegExp, confidence: number): Named[] {
  return Array.from(plain.matchAll(pattern), ({ index, 0: { length } }) => ({
    type,
    text: content.slice(index, index + length).trim(),
    confidence,
  })).slice(0, mostOfAKind);
}

const token = String.raw`\p{Lu}[\p{L}\p{N}&'’-]{0,40}`;
const joint = "(?:[ ](?:&|de|du|del|della|do|da|di|van|von))?";
const name = `${token}(?:${joint}[ ]${token}){0,3}`;
const firm = new RegExp(
  String.raw`(?<![\p{L}\p{N}&'’-])${token}(?:${joint}[ ]${token}){0,3}?[ ](?:Inc|GmbH|Ltd|LLC|AG|KG|OHG|UG|SARL|SAS|SA|SL|Lda|Ltda|SpA|S\.p\.A|Srl|S\.r\.l|S\.L|S\.A|BV|B\.V|NV|Corp|Co)(?![\p{L}\p{N}])\.?`,
  "gu",
);

type Ends = { from: RegExp; to: RegExp };

/** A name right after these words. What every sentence has, such as a “you”, is none. */
function namesAfter(
  type: string,
  content: string,
  plain: string,
  before: string,
  confidence: number,
  { from, to }: Ends = { from: /$/, to: /^/ },
): Named[] {
  const found: Named[] = [];
  for (const { index, 0: said } of plain.matchAll(wordsOf(before))) {
    if (found.length === mostOfAKind) break;
    if (!from.test(content.slice(Math.max(0, index - 1), index))) continue;
    const text = nameAt(content, index + said.length);
    const end = text && content.indexOf(text, index + said.length) + text.length;
    if (!text || !end || !to.test(content.slice(end, end + 3))) continue;
    if (!isNobody(plain.slice(end - text.length, end))) found.push({ type, text, confidence });
  }
  return found;
}

const nameHere = new RegExp(String.raw`[\s,„“"«‹']{1,4}(${name})(?![\p{L}\p{N}$€£])`, "uy");

function nameAt(content: string, at: number): string {
  nameHere.lastIndex = at;
  return nameHere.exec(content)?.[1] ?? "";
}

const nobody =
  /^(?:team|zusammen|together|all|everyone|leute|tous|toutes|madame|monsieur|equipo|equipe|tutti|allemaal|damen|herren|herr|frau|senora?|senhora?|signora?|mevrouw|meneer|sir|madam|ihnen)(?!\p{L})/u;

function isNobody(text: string): boolean {
  return nobody.test(text) || isUsual(text.split(" ", 1)[0] ?? "");
}

const amount = String.raw`(?<![\p{L}\p{N}.,])(?:\d{1,3}(?:[.,'’\s]\d{3}){1,4}|\d{1,9})(?:[.,](?:\d{1,2}|[-–—]{1,2}))?`;
const many = String.raw`(?:\s?(?:k|tsd\.?|mio\.?|million(?:en|s)?|mil|mille|mila|duizend|tausend)(?!\p{L}))?`;
const coins = String.raw`(?:€|\$|£|dollars?|d[oó]lares|euros?|usd|eur|gbp|chf|brl|franken|francs?|reais|reales|pfund|pounds?|libras?|livres|sterline|pond)`;

const kinds: readonly [string, RegExp, number][] = [
  ["email", /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, 0.95],
  ["url", /https?:\/\/[^\s<>"')\]]{1,1000}[^\s<>"')\].,;!?]/g, 0.95],
  [
    "money",
    new RegExp(
      String.raw`(?:R\$|[$€£]|CHF|EUR|USD|GBP)\s?${amount.replace("(?<![\\p{L}\\p{N}.,])", "")}${many}|${amount}${many}\s?${coins}(?![\p{L}\p{N}])`,
      "giu",
    ),
    0.9,
  ],
  ["phone", /(?<![\w.,])\+?\d[\d ()/-]{7,16}\d(?![\w.,]\d|\w)/g, 0.8],
  [
    "date",
    /(?<![\w.,/-])(?:\d{4}-\d{2}-\d{2}|(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d{2})|(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.)(?![\w/-])/g,
    0.8,
  ],
];

const dates = new Map<string, RegExp>();

/** “12 mars”, “3 de mayo de 2027”, “nächsten Montag”, “May 3rd”; a month alone, “may” and “march” only where they are one. */
function datesOf({ code, months, weekdays, next, of }: Lexicon): RegExp {
  const known = dates.get(code);
  if (known) return known;
  const day = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:\.|er|º|°|st|nd|rd|th)?`;
  const link = of === "" ? "" : `(?:(?:${of})\\s)?`;
  const year = String.raw`(?:,?\s${link}\d{4}(?!\d))?`;
  const dated = String.raw`${day}\s${link}(?:${months})${year}`;
  const american = String.raw`(?:${months})\s${day}(?!\d|[.,:]\d)${year}`;
  const alone = months.replace(/march(?=\|)|may(?=\|)/g, "(?<=(?:in|by|until|since|of|from) )$&");
  const weekday = String.raw`(?:(?:${next.replaceAll(" ", "\\s")})\s)?(?:${weekdays})`;
  const made = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${dated}|${american}|(?:${alone})${year}|${weekday})(?![\p{L}\p{N}])`,
    "gu",
  );
  dates.set(code, made);
  return made;
}

const models =
  "(?:product|model|produkt|modell|artikel|produit|modele|producto|modelo|produto|prodotto|modello)s?(?: called)?";

const titles =
  "(?: (?:frau|herrn?|dr\\.?|madame|monsieur|mme|m\\.|senora?|sra?\\.?|senhora?|don|dona|dott\\.?|dottore|dottoressa|signora?|sig\\.?(?:ra)?|mevrouw|meneer|heer|dhr\\.?|mevr\\.?|mr\\.?|mrs\\.?|ms\\.?))?";
const greetings = `(?:hi|hello|dear|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|salut|cher|chere|hola|buenos dias|buenas tardes|estimad[oa]|querid[oa]|ola|bom dia|boa tarde|prezad[oa]|car[oa]|ciao|buongiorno|buonasera|gentile|egregio|beste|hoi|goedemorgen|goedemiddag|geachte)${titles}`;
const closings =
  "(?:(?:kind|best|warm) regards|regards|thanks|many thanks|best|cheers|(?:mit )?(?:freundlichen|besten|vielen|herzlichen) grußen|(?:viele|beste|liebe|schone|herzliche|freundliche) gruße|gruße|gruß|lg|vg|mfg|danke|vielen dank|(?:bien )?cordialement|bien a vous|cdlt|merci|(?:un |cordiales )?saludos?(?: cordiales?)?|atentamente|cordialmente|gracias|atenciosamente|abracos?|(?:com os melhores )?cumprimentos|obrigad[oa]|(?:cordiali|distinti) saluti|saluti|grazie|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|bedankt)";
