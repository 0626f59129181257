import { describe, expect, it } from "vitest";
import { costWords, etaWords, moneyWords, periodWords, quarterOf } from "./bundle-words";

const locale = { language: "en", timeZone: "UTC" };

describe("what a bundle says of itself", () => {
  it("tells the time that is left no more exactly than it is known", () => {
    expect(etaWords(null)).toBeNull();
    expect(etaWords(20)).toBe("less than a minute left");
    expect(etaWords(62)).toBe("about one minute left");
    expect(etaWords(185)).toBe("about three minutes left");
    expect(etaWords(1_500)).toBe("about 25 minutes left");
    expect(etaWords(7_300)).toBe("about 2 hours left");
  });

  it("does not call a small sum nothing", () => {
    expect(moneyWords(1_840_000, locale)).toBe("$1.84");
    expect(moneyWords(9_999, locale)).toBe("less than $0.01");
    expect(moneyWords(0, locale)).toBe("$0.00");
  });

  it("says nothing of money where writing costs nothing", () => {
    expect(costWords(0, 0, locale)).toBeNull();
    expect(costWords(1_840_000, 6_000_000, locale)).toBe("$1.84 of about $6.00");
  });

  it("writes a period of days, wherever it is read", () => {
    expect(periodWords("2027-01-01", "2027-03-31", "en")).toBe("Jan 1 – Mar 31, 2027");
  });

  it("counts the failed as done, in quarters", () => {
    expect(quarterOf({ ready: 2, failed: 1, total: 4, costMicros: 0, etaSeconds: null })).toBe(75);
    expect(quarterOf({ ready: 0, failed: 0, total: 0, costMicros: 0, etaSeconds: null })).toBe(0);
  });
});
