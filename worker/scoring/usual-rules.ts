import type { Id } from "../../db/ids";
import type { leadScoringRules } from "../../db/schema/cell/scoring";
import type { Context } from "../kernel/context";
import type { Condition } from "../kernel/conditions";
import type { Axis, SignalKind } from "./pure/rule";

type RuleDraft = typeof leadScoringRules.$inferInsert;
type Usual = Pick<RuleDraft, "name" | "axis" | "kind" | "points"> & Partial<RuleDraft>;

/** What an organization begins with; it changes them as it learns who buys. */
export function usualRules(ctx: Context): RuleDraft[] {
  const now = ctx.now();
  return usual.map((rule, position) => ({
    ...rule,
    id: usualRuleId(ctx, position),
    organizationId: ctx.organization.id,
    position,
    createdAt: now,
    updatedAt: now,
  }));
}

export const usualSettings = {
  groups: [
    { name: "Browsing", cap: 12 },
    { name: "Mail", cap: 12 },
  ],
  fitMax: 50,
  engagementMax: 50,
  warmAt: 30,
  hotAt: 60,
  hysteresis: 3,
};

const about = (name: string, points: number, condition: Condition, axis: Axis = "fit"): Usual => ({
  name,
  axis,
  kind: "property",
  points,
  condition,
});
const isSet = (field: string): Condition => ({ field, operator: "is_set" });
const contains = (field: string) => (value: string) => ({ field, operator: "contains" as const, value });

const leading = ["owner", "founder", "director", "head", "chief", "manager", "lead"];
const everybodys = ["gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "gmx.de", "web.de"];

type Event = { signals: SignalKind[]; repeatLimit: number; decayDays: number; groupName?: string };
const did = (name: string, points: number, event: Event): Usual => ({
  name,
  axis: "engagement",
  kind: "event",
  points,
  ...event,
});

const usual: Usual[] = [
  about("Leads or decides", 12, { any: leading.map(contains("jobTitle")) }),
  about("Works at a firm", 8, isSet("companyName")),
  about("Writes from a firm’s address", 6, {
    all: [
      isSet("email"),
      ...everybodys.map((domain) => ({
        not: { field: "email", operator: "ends_with" as const, value: `@${domain}` },
      })),
    ],
  }),
  about("Can be called", 4, isSet("phone")),
  about("Has a budget", 10, isSet("budget")),
  about("Names a time", 6, isSet("timeline")),
  about("Says what is needed", 6, isSet("need")),
  about("Does not fit", -40, { field: "status", operator: "equals", value: "unqualified" }),
  did("Sent a form", 15, { signals: ["form_submit"], repeatLimit: 2, decayDays: 90 }),
  did("Read a page", 2, { signals: ["view"], repeatLimit: 8, decayDays: 30, groupName: "Browsing" }),
  did("Clicked a link", 4, { signals: ["click"], repeatLimit: 4, decayDays: 45 }),
  did("Came by a link, a post or an advert", 5, { signals: ["touch"], repeatLimit: 3, decayDays: 60 }),
  did("Opened a mail", 1, { signals: ["email_open"], repeatLimit: 6, decayDays: 45, groupName: "Mail" }),
  did("Clicked in a mail", 5, { signals: ["email_click"], repeatLimit: 3, decayDays: 45, groupName: "Mail" }),
  did("Met us or saw a demo", 12, { signals: ["meeting", "demo"], repeatLimit: 2, decayDays: 60 }),
  did("Spoke with us", 6, { signals: ["call"], repeatLimit: 3, decayDays: 45 }),
  did("Has a proposal", 8, { signals: ["proposal"], repeatLimit: 1, decayDays: 60 }),
  about(
    "Has done something this fortnight",
    6,
    { field: "lastActivityAt", operator: "within_last_days", value: 14 },
    "engagement",
  ),
  about(
    "Has been quiet for three months",
    -10,
    { field: "lastActivityAt", operator: "older_than_days", value: 90 },
    "engagement",
  ),
];

const idLetters = "0123456789abcdefghjkmnpqrstvwxyz";

/** Made twice at once they are the same ones. */
function usualRuleId(ctx: Context, place: number): Id<"scoringRule"> {
  const body = ctx.organization.id.slice("org_00".length, -1);
  return `scr_${ctx.organization.cell}${body}${idLetters[place] ?? ""}`;
}
