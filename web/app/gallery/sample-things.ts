import type { FeatureUsage, Plan, UsageViewProps } from "~/settings/usage-view";

export const sampleKeys = [
  {
    id: "key_1",
    name: "Website",
    prefix: "trb_live_9f2c",
    lastFour: "k3Qz",
    scopes: ["members:read", "usage:read"],
    lastUsedAt: "2026-11-21T08:00:00Z",
    expiresAt: "2027-02-01T00:00:00Z",
    status: "active" as const,
    createdBy: { name: "Ada Lovelace", isMember: true },
  },
  {
    id: "key_2",
    name: "Nightly export of everything",
    prefix: "trb_live_1a7d",
    lastFour: "0pLm",
    scopes: ["members:read"],
    lastUsedAt: null,
    expiresAt: null,
    status: "active" as const,
    createdBy: { name: "Grace Hopper", isMember: false },
  },
];

const samplePlans: Plan[] = [
  {
    slug: "free",
    name: "Free",
    description: "Try the whole loop with one website.",
    priceMonthly: { amount: 0, currency: "usd" },
    pricePerGeneration: null,
    features: ["content", "forms", "links"],
    limits: { seats: 2, generations: 20, teams: 1 },
    isUnlimited: false,
  },
  {
    slug: "agency",
    name: "Agency",
    description: "Many brands, one house.",
    priceMonthly: { amount: 29_900, currency: "usd" },
    pricePerGeneration: null,
    features: ["content", "forms", "links", "api", "white_label"],
    limits: { seats: null, generations: 25_000, teams: null },
    isUnlimited: true,
  },
];

export const sampleUsage: UsageViewProps = {
  usage: {
    plan: { slug: "free", name: "Free" },
    features: [
      metered("generations", 20, 17, 3),
      metered("website_scans", 3, 3, 0),
      { ...metered("seats", 2, 1, 0), kind: "counted", resetsAt: null },
      { ...metered("teams", null, 4, 0), kind: "counted", resetsAt: null },
    ],
  },
  plans: samplePlans,
};

function metered(
  feature: FeatureUsage["feature"],
  limit: number | null,
  used: number,
  bonus: number,
): FeatureUsage {
  const remaining = limit === null ? null : limit + bonus - used;
  return {
    feature,
    kind: "metered",
    limit,
    used,
    reserved: 0,
    bonus,
    remaining,
    resetsAt: "2026-12-01T00:00:00.000Z",
  };
}

export const sampleEntries = [
  {
    id: "aud_1",
    at: "2026-11-21T08:30:00Z",
    actorName: "Ada Lovelace",
    words: "changed the role of Nguyễn Văn Ánh",
    ipAddress: "203.0.113.7",
    changes: [{ field: "role", before: "viewer", after: "marketer" }],
  },
  {
    id: "aud_2",
    at: "2026-11-20T16:02:00Z",
    actorName: "API key “Website”",
    words: "created team Words",
    ipAddress: "2001:db8:85a3::8a2e:370:7334",
    changes: [],
  },
];

export const sampleSessions = [
  {
    id: "ses_1",
    device: "Firefox on Linux",
    place: "Lisbon",
    network: "203.0.113.7",
    lastUsedAt: "2026-11-21T09:00:00Z",
    current: true,
  },
  {
    id: "ses_2",
    device: "Safari on iPhone",
    place: null,
    network: "2001:db8:85a3::8a2e:370:7334",
    lastUsedAt: "2026-11-18T09:00:00Z",
    current: false,
  },
];

export const sampleJobs = [
  {
    id: "job_00k3n5p9qz",
    organizationId: "org_1",
    queue: "delivery",
    type: "mail.send",
    status: "failed" as const,
    attempts: 5,
    maxAttempts: 5,
    runAt: "2026-11-21T08:00:00Z",
    completedAt: null,
    createdAt: "2026-11-21T07:00:00Z",
    error: null,
    deadLetterReason: "The mail provider refused the address: there is no such domain.",
  },
  {
    id: "job_00k3n5pbbb",
    organizationId: "org_1",
    queue: "events",
    type: "audit.seal",
    status: "completed" as const,
    attempts: 1,
    maxAttempts: 5,
    runAt: "2026-11-21T08:10:00Z",
    completedAt: "2026-11-21T08:10:02Z",
    createdAt: "2026-11-21T08:10:00Z",
    error: null,
    deadLetterReason: null,
  },
];

export const sampleSteps = [
  { id: "business", name: "Describe your business", why: "Its website is enough.", to: "#", done: true },
  { id: "topics", name: "Choose topics", why: "What your readers would like to know.", to: "#", done: false },
  {
    id: "bundle",
    name: "Order a bundle",
    why: "Posts, articles and emails for a month.",
    to: "#",
    done: false,
  },
  {
    id: "approve",
    name: "Approve a piece",
    why: "Nothing goes out that nobody has read.",
    to: "#",
    done: false,
  },
  { id: "publish", name: "Publish it", why: "On your built-in site, or elsewhere.", to: "#", done: false },
  { id: "invite", name: "Invite a colleague", why: "Two see more than one.", to: "#", done: false },
];
