import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf, idPrefixes, type IdKind, isId, makeId, parseId } from "./ids";

const kinds = Object.keys(idPrefixes) as IdKind[];
const kind = fc.constantFrom(...kinds);
const cell = fc.constantFrom("00", "0a", "0b", "zz");
const time = fc.integer({ min: 0, max: 2 ** 45 - 1 });
const random = fc.uint8Array({ minLength: 13, maxLength: 13 });

describe("an id", () => {
  it("tells its kind, its cell and its time", () => {
    fc.assert(
      fc.property(kind, cell, time, random, (k, c, t, r) => {
        const id = makeId(k, c, t, r);
        expect(parseId(id)).toEqual({ prefix: idPrefixes[k], cell: c, time: t });
        expect(isId(k, id)).toBe(true);
        expect(cellOf(id)).toBe(c);
      }),
    );
  });

  it("sorts by time within its kind and cell", () => {
    fc.assert(
      fc.property(kind, cell, time, time, random, random, (k, c, a, b, r, s) => {
        fc.pre(a !== b);
        expect(makeId(k, c, a, r) < makeId(k, c, b, s)).toBe(a < b);
      }),
    );
  });

  it("of one kind is no id of another", () => {
    fc.assert(
      fc.property(kind, kind, cell, time, random, (k, other, c, t, r) => {
        fc.pre(k !== other);
        expect(isId(other, makeId(k, c, t, r))).toBe(false);
      }),
    );
  });

  it("is nothing that a stranger can type", () => {
    fc.assert(fc.property(fc.string(), (text) => !isId("organization", text)));
    for (const value of ["", "org_", "org_00", "usr_00aaaaaaaaaaaaaaaaaaaaaa", null, undefined, 7, []]) {
      expect(isId("organization", value)).toBe(false);
    }
  });

  it("has a prefix of its own", () => {
    expect(new Set(Object.values(idPrefixes)).size).toBe(kinds.length);
  });
});
