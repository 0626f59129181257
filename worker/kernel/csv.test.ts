import { describe, expect, it } from "vitest";
import { csvLine } from "./csv";

describe("a CSV record", () => {
  it.each([
    [["plain", 7, null], "plain,7,\r\n"],
    [["a,b", 'say "hi"', "two\nlines"], '"a,b","say ""hi""","two\nlines"\r\n'],
    [["", "ünï"], ",ünï\r\n"],
  ] as const)("%j is quoted by RFC 4180", (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  const formulas = [
    "=1+1",
    "+49 30 123",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    '"=1',
    "'=1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "\u3000=1",
    "\u00a0=1",
  ];
  it.each(formulas)("INJ-05 %j begins with an apostrophe, so that no spreadsheet runs it", (text) => {
    const [cell = ""] = parse(csvLine([text]));
    expect(cell).toBe(`'${text}`);
  });

  it("leaves numbers numbers, negative ones too", () => {
    expect(csvLine([-5, 0, 1.5])).toBe("-5,0,1.5\r\n");
  });
});

/** The cells of one record, as any reader of RFC 4180 sees them. */
function parse(line: string): string[] {
  return [...line.slice(0, -2).matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
  );
}
