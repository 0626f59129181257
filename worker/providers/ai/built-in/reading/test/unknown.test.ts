import { describe, expect, it } from "vitest";
import { composeConversation } from "../../compose-conversation";

describe("a language that nobody reads here", () => {
  it.each([
    "Dzień dobry, proszę o przesłanie oferty na 40 kg kawy miesięcznie.",
    "Hej, vi är intresserade av att köpa kaffe till vårt kontor. Vad kostar det?",
    "Hei, vi vil gjerne ha et tilbud på 40 kg kaffe i måneden.",
    "Hej, vi vil gerne høre hvad 40 kg kaffe om måneden koster.",
    "Merhaba, ofisimiz için bir teklif almak istiyoruz, çok teşekkürler.",
    "Dobrý den, máme zájem o vaši kávu, pošlete nám prosím nabídku.",
    "Bună ziua, am dori o ofertă de preț pentru 40 kg de cafea. Mulțumesc!",
    "Bon dia, voldríem rebre un pressupost per a la nostra oficina, moltes gràcies.",
    "Hei, olemme kiinnostuneita kahvistanne. Paljonko se maksaa?",
    "Jó napot, szeretnénk egy ajánlatot kérni, és köszönjük a választ.",
    "月に40キロのコーヒーはいくらですか。",
    "كم سعر ٤٠ كيلو من القهوة في الشهر؟",
    "Скільки коштує 40 кг кави на місяць?",
    "👍",
    "",
    "asdf qwer zxcv",
    "OK 12",
  ])("is said not to be known: %s", (text) => {
    const { language, sentiment, intent, topics, buyingSignals } = composeConversation(text);
    expect({ language, sentiment, intent, topics, buyingSignals }).toEqual({
      language: null,
      sentiment: { overall: "neutral", emotions: [], confidence: 0, quotes: [] },
      intent: { primary: "other", urgency: "low", confidence: 0, quotes: [] },
      topics: [],
      buyingSignals: [],
    });
  });

  it("still tells what looks the same everywhere", () => {
    const { entities } = composeConversation(
      "Kawa: 1.250,50 €, jan@kawa.example, https://kawa.example/b, 12.03.2027",
    );
    expect(entities.map(({ type, text }) => [type, text])).toEqual([
      ["email", "jan@kawa.example"],
      ["url", "https://kawa.example/b"],
      ["money", "1.250,50 €"],
      ["date", "12.03.2027"],
    ]);
  });
});

describe("a language is known", () => {
  it.each([
    ["Danke!", "de"],
    ["Thanks a lot", "en"],
    ["Merci beaucoup", "fr"],
    ["Gracias", "es"],
    ["Obrigada", "pt"],
    ["Grazie mille", "it"],
    ["Bedankt", "nl"],
    ["Ok, dann bis Montag. Der Preis passt.", "de"],
    ["Guten Tag,\n\nwas kostet das?", "de"],
    ["VIELEN DANK FÜR IHR ANGEBOT", "de"],
    ["Cuanto cuesta el envio?", "es"],
    ["C’est noté, à demain", "fr"],
  ])("of a few words: %s", (text, code) => {
    expect(composeConversation(text).language).toBe(code);
  });
});
