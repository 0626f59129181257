import { describe, expect, it } from "vitest";
import { keyPhrases } from "./key-phrases";

const said = (...sentences: string[]) => sentences.map((sentence) => ({ sentence, url: "https://a.test" }));

describe("what pages keep coming back to", () => {
  it("is named by things, not by what people do with them", () => {
    const found = keyPhrases(
      said(
        "Set the grinder first, so that you drink it while it tastes right.",
        "Our grinder is on loan, and you drink what it makes.",
        "A grinder, cleaned on Sunday, tells you whether it tastes stale.",
        "They drink it black, and it tastes of cherry.",
      ),
      10,
    );
    expect(found).toEqual(["grinder"]);
  });

  it("puts pairs of words first, and does not say their parts again", () => {
    const found = keyPhrases(
      said(
        "We roast filter coffee.",
        "Offices like filter coffee.",
        "The coffee is posted.",
        "Coffee and coffee, and more coffee.",
      ),
      10,
    );
    expect(found).toEqual(["filter coffee"]);
  });
});
