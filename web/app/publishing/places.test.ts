import { describe, expect, it } from "vitest";
import { placesOf, type Publication, type PublishedPiece, stateOf } from "./places";

const piece: PublishedPiece = {
  id: "pce_1",
  kind: "blog_post",
  title: "Dates",
  businessId: "biz_1",
  isApproved: true,
  version: 3,
  notice: null,
};
const published: Publication = {
  id: "pub_1",
  channel: "wordpress",
  integrationId: "int_1",
  mode: "publish",
  state: "published",
  url: null,
  version: 3,
  publishedAt: null,
  errorMessage: null,
  warning: null,
};
const ways = [
  { id: "int_1", provider: "wordpress" as const, name: "Blog", businessId: null },
  { id: "int_2", provider: "webhook" as const, name: "Hook", businessId: "biz_1" },
  { id: "int_3", provider: "wordpress" as const, name: "Somebody's", businessId: "biz_2" },
];

describe("the places of a piece", () => {
  it("are its site, the connections of its business and a person's hand", () => {
    const names = placesOf(piece, ways, [published]).map(({ name, publication }) => [name, publication?.id]);
    expect(names).toEqual([
      ["Built-in site", undefined],
      ["Blog", "pub_1"],
      ["Hook", undefined],
      ["By hand", undefined],
    ]);
  });

  it("have no page for a post", () => {
    const places = placesOf({ ...piece, kind: "social_post" }, ways, []);
    expect(places.map(({ name }) => name)).toEqual(["Hook", "By hand"]);
  });

  it("include what was published where nothing is connected any more", () => {
    const places = placesOf(piece, [], [published]);
    expect(places.at(-1)).toMatchObject({
      name: "A connection that was ended",
      publication: { id: "pub_1" },
    });
  });

  it.each([
    [{ version: 2 }, "behind"],
    [{ version: 3 }, "published"],
    [{ mode: "draft" as const, version: 2 }, "draft"],
    [{ state: "unconfirmed" as const }, "unconfirmed"],
    [{ state: "scheduled" as const }, "open"],
  ])("say %o as %s", (change, state) => {
    const places = placesOf(piece, ways, [{ ...published, ...change }]);
    const place = places.find(({ name }) => name === "Blog");
    expect(place && stateOf(place, piece)).toBe(state);
  });
});
