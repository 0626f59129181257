import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError } from "./errors";
import { cursorId, decodeCursor, encodeCursor, pageQuery, toPage } from "./page";

const part = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null));
const key = fc.array(part, { minLength: 1, maxLength: 4 });

describe("a cursor", () => {
  it("comes back as it went", () => {
    fc.assert(
      fc.property(key, (value) => {
        const cursor = encodeCursor(value);
        expect(cursor).toMatch(/^[\w-]*$/);
        expect(decodeCursor(cursor, value.length)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("that somebody made up is refused in words", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(decodeCursor(text, 2)).toHaveLength(2);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
    );
    expect(() => cursorId("bm9wZQ")).toThrow("nextCursor");
    expect(() => cursorId(encodeCursor(["a", "b"]))).toThrow("nextCursor");
  });
});

describe("a page", () => {
  it("walks through any number of rows without a gap or a double", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        (ids, limit) => {
          const rows = ids.map((id) => String(id).padStart(12, "0")).toSorted();
          const seen: string[] = [];
          for (let cursor: string | undefined, i = 0; i <= rows.length; i++) {
            const after = cursorId(cursor);
            const found = rows.filter((row) => after === undefined || row > after).slice(0, limit + 1);
            const page = toPage(
              found,
              limit,
              (row) => [row],
              (row) => row,
            );
            seen.push(...page.data);
            if (page.nextCursor === null) break;
            cursor = page.nextCursor;
          }
          expect(seen).toEqual(rows);
        },
      ),
    );
  });

  it("has at most a hundred rows", () => {
    for (const limit of ["0", "101", "-1", "1e9", "x", ["1", "2"]]) {
      expect(pageQuery.safeParse({ limit }).success).toBe(false);
    }
    expect(pageQuery.parse({})).toEqual({ limit: 25 });
  });
});
