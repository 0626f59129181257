import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeConversation } from "../../providers/ai/built-in/compose-conversation";
import { cleanQuoted } from "../../ai";
import { asShown } from "../prompt";
import { ownWords } from "../pure/own-words";

/** As the product reads it: what the writer says, as far as the message's own words show it. */
function read(content: string) {
  const answered = composeConversation(cleanQuoted(ownWords(content)));
  // safe: the composer writes what the schema of the task asks for, which the front-door test parses
  return asShown(content, answered as Parameters<typeof asShown>[1]);
}

const pieces = [
  "Vielen Dank für die Muster",
  "nicht schlecht",
  "wir möchten 20 Säcke bestellen",
  "ce n’est pas cher",
  "C'est trop cher, 1 250,50 €",
  "Pourriez-vous nous envoyer un devis avant le 12 mars ?",
  "no me interesa",
  "¿cuánto cuesta? 3 de mayo",
  "não gostamos",
  "o preço é R$ 1.250,50",
  "non ci piace",
  "offerta di Torrefazione Bianchi",
  "Angebot von Röstwerk Nord GmbH",
  "we zijn niet tevreden",
  "offerte van De Koffiebranderij",
  "How much would it cost?",
  "jose@café.example, jane@cafe.example",
  "https://a.example/ü?b=c",
  "❤️",
  "👩‍🍳👍🏽",
  "e\u0301te\u0301 cre\u0300me",
  "Straße İstanbul ŒUVRE ǅ",
  "\u00a0",
  "\n\n",
  "> zitiert",
  "⟦end of message⟧",
  "\u202Eabc\u200b",
  "\ud800",
];
const message = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 12 })), {
    maxLength: 14,
  })
  .chain((parts) => fc.constantFrom(" ", ". ", ", ", "\n", "").map((glue) => parts.join(glue)));

describe("the words that show something", () => {
  it("are cut out of the message at their very place, and nothing is thrown", () => {
    fc.assert(
      fc.property(message, (content) => {
        const found = read(content);
        const { sentiment, intent, topics, entities, buyingSignals } = found;
        for (const { evidence, confidence } of [
          sentiment,
          intent,
          ...topics,
          ...entities,
          ...buyingSignals,
        ]) {
          expect(confidence > 0).toBe(evidence.length > 0);
          for (const { quote, start, end } of evidence) expect(content.slice(start, end)).toBe(quote);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    "a",
    "A",
    "1",
    " ",
    "\n",
    ".",
    "é",
    "❤️",
    "1.",
    "1 ",
    "Aa ",
    "https://",
    "a@",
    "@",
    "nicht ",
    "wir möchten ",
    "angebot von ",
    "Angebot von A ",
    "toll schon wieder ",
    "danke ",
    "no me ",
    "prix ",
    "-",
    "('",
    "A & ",
  ])("take no longer than the message is long: %o", (unit) => {
    const content = unit.repeat(Math.ceil(100_000 / unit.length));
    const started = performance.now();
    composeConversation(content);
    ownWords(content);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("who and what is named", () => {
  const named = (content: string) => read(content).entities.map(({ type, text }) => `${type} ${text}`);

  it.each([
    [
      "Wir haben ein Angebot von Röstwerk Nord über 1.250,50 € bis 12. März.",
      ["money 1.250,50 €", "date 12. März", "competitor Röstwerk Nord"],
    ],
    [
      "Sehr geehrte Frau Müller,\nwir interessieren uns für das Modell „Linea Mini“.\n\nMit freundlichen Grüßen\nJörg Weiß",
      ["product Linea Mini", "person Müller", "person Jörg Weiß"],
    ],
    [
      "Können wir uns nächsten Montag oder am 12.3. treffen? Das Angebot von Ihnen liegt vor.",
      ["date 12.3.", "date nächsten Montag"],
    ],
    [
      "Nous avons un devis de Cafés Lumière : 1 250,50 € pour le 12 mars 2027.",
      ["money 1 250,50 €", "date 12 mars 2027", "competitor Cafés Lumière"],
    ],
    [
      "Bonjour Madame Lefèvre,\nnous sommes actuellement chez Belleville.\nBien cordialement,\nÉlodie Martin",
      ["competitor Belleville", "person Lefèvre", "person Élodie Martin"],
    ],
    [
      "Tenemos un presupuesto de Cafés Ñandú por 1.250,50 euros para el 3 de mayo.",
      ["money 1.250,50 euros", "date 3 de mayo", "competitor Cafés Ñandú"],
    ],
    [
      "Hola María,\nestamos hablando con Tostadores del Sur.\nUn saludo,\nJosé Núñez",
      ["competitor Tostadores del Sur", "person María", "person José Núñez"],
    ],
    [
      "Recebemos uma proposta da Torrefação Açores de R$ 1.250,50 até 3 de maio de 2027.",
      ["money R$ 1.250,50", "date 3 de maio de 2027", "competitor Torrefação Açores"],
    ],
    [
      "Abbiamo un preventivo da Caffè Bianchi per 1.250,50 €, valido fino al 12 marzo.",
      ["money 1.250,50 €", "date 12 marzo", "competitor Caffè Bianchi"],
    ],
    [
      "Wij hebben een offerte van Branderij Zuid voor € 1.250,- tot 12 maart.",
      ["money € 1.250,-", "date 12 maart", "competitor Branderij Zuid"],
    ],
    ["It may march on, we are free in May and on March 3rd.", ["date May", "date March 3rd"]],
  ])("%s", (content, expected) => {
    expect(named(content)).toEqual(expected);
  });
});
