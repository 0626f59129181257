import { describe, expect, it } from "vitest";
import { createWorld, type World } from "../../test/world";
import { readabilityOf } from "../pure/readability";
import { bodyOf, makePiece } from "./ground";

async function statesOf({ owner }: World, id: string): Promise<Record<string, string>> {
  const { checks } = (await owner.client.get(`/v1/pieces/${id}/checks`)).body;
  return Object.fromEntries(checks.map((check: { id: string; state: string }) => [check.id, check.state]));
}

const heading = (level: number, text: string) => ({
  type: "heading",
  attrs: { level },
  content: [{ type: "text", text }],
});
const link = (href: string) => ({
  type: "paragraph",
  content: [{ type: "text", text: "our shop", marks: [{ type: "link", attrs: { href } }] }],
});

describe("the checks of a blog post", () => {
  it("are all good where all is well", async () => {
    const world = await createWorld();
    const first = "The roasting date on a bag of coffee tells you how fresh it is.";
    const long = "Good coffee needs a week of rest. ".repeat(45);
    const piece = await makePiece(world, {
      title: "The roasting date on a bag of coffee",
      metaTitle: "What the roasting date on a bag tells you",
      metaDescription:
        "Read a bag of coffee in ten seconds: why the roasting date matters more than the best-before date does.",
      keywords: ["roasting date"],
      slug: "roasting-date-of-coffee",
      body: {
        type: "doc",
        content: [
          ...bodyOf(first).content,
          heading(2, "Why a roasting date"),
          ...bodyOf(long).content,
          link("https://www.roastery.test/shop"),
        ],
      },
    });
    const states = await statesOf(world, piece.id);
    expect(Object.entries(states).filter(([, state]) => state !== "good")).toEqual([]);
    expect((await world.owner.client.get(`/v1/pieces/${piece.id}/checks`)).body.score).toBe(100);
  });

  it("name what is missing", async () => {
    const world = await createWorld();
    const body = {
      type: "doc",
      content: [heading(2, "One"), heading(4, "Three"), link("https://elsewhere.test/")],
    };
    const piece = await makePiece(world, { body, imageUrl: "https://roastery.test/a.png" });
    expect(await statesOf(world, piece.id)).toMatchObject({
      description: "problem",
      keyword: "problem",
      headings: "problem",
      links: "improve",
      images: "problem",
      length: "problem",
    });
  });

  it("judge ease of reading in English alone", () => {
    expect(readabilityOf("The cat sat. The dog ran.", "en").ease).toBeGreaterThan(90);
    expect(readabilityOf("Die Katze sitzt. Der Hund rennt.", "de").ease).toBeNull();
    expect(readabilityOf("", "en")).toMatchObject({ words: 0, ease: null });
  });
});

describe("the checks of a post", () => {
  it("count as the network counts", async () => {
    const world = await createWorld();
    const text = `${"a".repeat(250)} https://roastery.test/${"long".repeat(40)}`;
    const fits = await makePiece(world, { kind: "social_post", platform: "x", text });
    expect(fits.count).toMatchObject({ characters: 274, left: 6, fits: true });
    const over = await makePiece(world, { kind: "social_post", platform: "bluesky", text });
    expect(over.count.fits).toBe(false);
    expect(await statesOf(world, over.id)).toMatchObject({ length: "problem" });
  });
});
