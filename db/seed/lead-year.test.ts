import { expect, test } from "vitest";
import { leadYear, type SeedLead } from "./lead-year";

const now = Date.UTC(2027, 2, 24, 12);
const day = 86_400_000;
const year = leadYear(now);

test("the same seed tells the same year, another seed another one", () => {
  expect(leadYear(now)).toEqual(year);
  expect(leadYear(now, 7).leads[0]).not.toEqual(year.leads[0]);
});

test("six hundred people and a hundred and fifty companies, each under an address of their own", () => {
  expect(year.leads).toHaveLength(600);
  expect(new Set(year.leads.map(({ email }) => email)).size).toBe(600);
  expect(new Set(year.companies.map(({ name }) => name)).size).toBe(150);
  const employed = year.leads.filter(({ company }) => company !== null);
  expect(employed.every(({ company }) => year.companies[company ?? -1] !== undefined)).toBe(true);
});

test("nothing happens before somebody came, out of order, or tomorrow", () => {
  for (const { story } of year.leads) {
    const times = story.moves.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.at(-1)).toBeLessThanOrEqual(now);
    expect(times[0]).toBeGreaterThan(now - 366 * day);
  }
});

test("enough are won and lost to learn from, and every stage has somebody in it", () => {
  const count = countBy(({ story }) => story.status);
  expect(count("closed_won")).toBeGreaterThanOrEqual(100);
  expect(count("closed_lost")).toBeGreaterThanOrEqual(100);
  const open = ["new", "contacted", "qualified", "proposal", "negotiation", "nurturing", "unqualified"];
  expect(open.filter((status) => count(status) < 3)).toEqual([]);
});

test("those who were recommended buy more often than those who wanted a checklist", () => {
  expect(winRate("referral")).toBeGreaterThan(winRate("guide") + 0.1);
});

test("who is won or lost has a reason, and nobody else", () => {
  for (const { story } of year.leads)
    expect(story.reason !== null).toBe(["closed_won", "closed_lost"].includes(story.status));
});

function countBy(of: (lead: SeedLead) => string): (value: string) => number {
  const counts = new Map<string, number>();
  for (const lead of year.leads) counts.set(of(lead), (counts.get(of(lead)) ?? 0) + 1);
  return (value) => counts.get(value) ?? 0;
}

function winRate(channel: string): number {
  const ofChannel = year.leads.filter((lead) => lead.channel === channel);
  return ofChannel.filter(({ story }) => story.status === "closed_won").length / ofChannel.length;
}
