import { describe, expect, it } from "vitest";
import { composeConversation } from "../../providers/ai/built-in/compose-conversation";
import { asShown } from "../prompt";
import { findAll, findWords } from "../pure/evidence";
import { ownWords } from "../pure/own-words";

/** As the product reads it: what the writer says, as far as the message's own words show it. */
function read(content: string) {
  // safe: the composer writes what the schema of the task asks for, which the front-door test parses
  return asShown(content, composeConversation(ownWords(content)) as Parameters<typeof asShown>[1]);
}

const mail = `Hi Maria,

thank you for the samples, we loved the Guji. How much would 40 kg a month cost?
We are opening in March and our budget is €900. We are also talking to Bean Brothers.

Best,
Jonas Weber
jonas@cafe-linde.example`;

describe("evidence", () => {
  it.each([
    ["a b", "one a b two", { quote: "a b", start: 4, end: 7 }],
    ["our budget", "our\n  budget", { quote: "our\n  budget", start: 0, end: 12 }],
    ["(a+b)*", "is (a+b)* here", { quote: "(a+b)*", start: 3, end: 9 }],
    ["never said", "something else", null],
    ["Budget", "our budget", null],
    ["", "anything", null],
    ["May", "Maya, in May", { quote: "May", start: 9, end: 12 }],
    ["so schön ❤ ja", "Oh, so schön ❤️ ja", { quote: "so schön ❤️ ja", start: 4, end: 18 }],
    ["café crème", "un cafe\u0301 cre\u0300me", { quote: "cafe\u0301 cre\u0300me", start: 3, end: 15 }],
    ["👩‍🍳".replaceAll("\u200d", ""), "oh 👩‍🍳!", { quote: "👩‍🍳", start: 3, end: 8 }],
    ["1.250,50 €", "für 1.250,50\u00a0€", { quote: "1.250,50\u00a0€", start: 4, end: 14 }],
    ["x".repeat(500), "x".repeat(600), null],
  ])("finds %o in %o", (words, content, expected) => {
    expect(findWords(content, words)).toEqual(expected);
  });

  it("names each place once", () => {
    expect(findAll("too late", ["too late", "too", "late"])).toHaveLength(2);
  });
});

describe("whose words they are", () => {
  it.each([
    ["Yes, please.\n\nOn Mon, 3 May 2027, Ada wrote:\n> How much is it?", "Yes, please."],
    ["Fine\n> quoted\nmore", "Fine\nmore"],
    ["Ja, gern.\n\nAm Mo., 3. Mai 2027 um 10:00 Uhr schrieb Ada:\n> Wie viel?", "Ja, gern."],
    ["Oui.\n\nLe lun. 3 mai 2027 à 10:00, Ada a écrit :\n> Combien ?", "Oui."],
    ["Sí.\nEl lun, 3 may 2027 a las 10:00, Ada escribió:\n> ¿Cuánto?", "Sí."],
    ["Ok.\n-----Ursprüngliche Nachricht-----\nVon: ada@north.example", "Ok."],
    ["> only quoted", "> only quoted"],
    ["plain", "plain"],
  ])("leaves out what %o answers", (content, own) => {
    expect(ownWords(content)).toBe(own);
  });
});

describe("the built-in writer", () => {
  it("reads a mail, and every finding stands in it at its place", () => {
    const found = read(mail);
    expect(found).toMatchObject({
      sentiment: { overall: "positive", emotions: ["gratitude"] },
      intent: { primary: "ask_price" },
      dropped: 0,
    });
    expect(found.buyingSignals.map(({ kind }) => kind)).toEqual([
      "asks_price",
      "names_budget",
      "names_timeline",
      "asks_demo",
    ]);
    expect(found.entities.map(({ type, text }) => [type, text])).toEqual([
      ["email", "jonas@cafe-linde.example"],
      ["money", "€900"],
      ["date", "March"],
      ["competitor", "Bean Brothers"],
      ["person", "Maria"],
      ["person", "Jonas Weber"],
    ]);
    const all = [found.sentiment, found.intent, ...found.topics, ...found.entities, ...found.buyingSignals];
    for (const { evidence, confidence } of all) {
      expect(evidence.length).toBeGreaterThan(0);
      expect(confidence).toBeGreaterThan(0);
      for (const { quote, start, end } of evidence) expect(mail.slice(start, end)).toBe(quote);
    }
  });

  it.each([
    ["The parcel arrived late and the bag was broken. This is unacceptable.", "negative", "complain"],
    ["We are not happy with it.", "negative", "other"],
    ["Great coffee, but the delivery was late.", "mixed", "other"],
    ["We are not interested any more, please stop calling.", "neutral", "decline"],
    ["Could you book a call with us next week?", "neutral", "book_meeting"],
    ["We would like to order twenty bags, please send us the invoice.", "neutral", "buy"],
    ["It is too expensive for us. Is there a discount?", "negative", "negotiate"],
    ["The 14th works.", "neutral", "other"],
    ["Wir hätten gern ein Angebot.", "neutral", "ask_price"],
    ["Chcielibyśmy otrzymać ofertę.", "neutral", "other"],
  ])("reads %o as %s, %s", (content, overall, primary) => {
    const { sentiment, intent } = read(content);
    expect([sentiment.overall, intent.primary]).toEqual([overall, primary]);
  });

  it("is never in a hurry because of a hostile length", () => {
    const started = Date.now();
    read("A".repeat(12_000));
    read("Aa Bb ".repeat(2000));
    read("also talking to ".repeat(700));
    read("1".repeat(12_000));
    expect(Date.now() - started).toBeLessThan(1500);
  });
});

describe("what a model says", () => {
  const said = (more: object) => ({
    language: null,
    sentiment: { overall: "positive" as const, emotions: [], confidence: 0.9, quotes: ["we love it"] },
    intent: { primary: "buy" as const, urgency: "high" as const, confidence: 0.91234, quotes: ["send it"] },
    topics: [],
    entities: [],
    buyingSignals: [],
    ...more,
  });

  it("AI-02 is thrown away where the message does not have its words", () => {
    const invented = said({
      topics: [
        { name: "Price", confidence: 0.8, quotes: ["the price"] },
        { name: "Weather", confidence: 1, quotes: ["it rains"] },
        { name: "Empty", confidence: 1, quotes: [] },
      ],
      entities: [{ type: "company", text: "Invented Ltd", confidence: 1 }],
      buyingSignals: [
        { kind: "decides", confidence: 1, quotes: ["I sign today"] },
        { kind: "asks_price", confidence: 1, quotes: ["the price"] },
        { kind: "asks_price", confidence: 0.2, quotes: ["the price"] },
      ],
    });
    expect(asShown("Tell me the price and send it.", invented)).toMatchObject({
      sentiment: { overall: "neutral", confidence: 0, evidence: [] },
      intent: { primary: "buy", confidence: 0.91 },
      topics: [{ name: "Price" }],
      entities: [],
      buyingSignals: [{ kind: "asks_price", confidence: 1 }],
      dropped: 4,
    });
  });
});
