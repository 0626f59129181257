import type { BlogPost, ContentUpgrade, Email, EmailSequence, SocialPost } from "~/pieces/piece";
import type { SequenceEmail } from "~/pieces/kinds/sequence-emails";
import type { PanelData } from "~/pieces/piece-view";

/** Made-up pieces, for the gallery only. */
const base = {
  id: "pce_1",
  businessId: "biz_1",
  bundleId: "bdl_1",
  strategyId: null,
  topicId: null,
  status: "ready",
  position: 0,
  channel: "site",
  conversionGoal: "lead_magnet",
  ctaText: "Get the brewing guide",
  ctaUrl: "https://northwind.example/guide",
  excerpt: "The first mistake is water.",
  wordCount: 84,
  scheduledFor: null,
  publishedAt: null,
  approvedAt: null,
  approvedBy: null,
  versionNumber: 2,
  revision: 4,
  editedAt: null,
  generationId: null,
  errorCode: null,
  errorMessage: null,
  archivedAt: null,
  createdAt: "2026-11-20T09:00:00Z",
  updatedAt: "2026-11-20T09:00:00Z",
} as const;

const text = (words: string, ...marks: string[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const paragraph = (...content: object[]) => ({ type: "paragraph", content: content as never[] });
const item = (words: string) => ({ type: "listItem", content: [paragraph(text(words))] });

const body: BlogPost["body"] = {
  type: "doc",
  content: [
    paragraph(
      text("Cold brew forgives almost everything, "),
      text("except water", "bold"),
      text(". Most people start with the beans; the cup starts at the tap."),
    ),
    { type: "heading", attrs: { level: 2 }, content: [text("Start with the water")] },
    paragraph(
      text("Hard water hides the fruit. Filter it once and taste again. 9 of 10 customers kept the filter."),
    ),
    {
      type: "bulletList",
      content: [item("Filter, then let it stand for an hour"), item("Use 60 g of coffee for a litre")],
    },
    { type: "blockquote", content: [paragraph(text("The first thing we change is never the coffee."))] },
    {
      type: "image",
      attrs: { src: "https://northwind.example/cold-brew.jpg", alt: "A jug of cold brew on a bar" },
    },
  ],
};

export const samplePost: BlogPost = {
  ...base,
  kind: "blog_post",
  title: "Five mistakes in cold brew, and what to do about them",
  slug: "five-mistakes-in-cold-brew",
  body,
  metaTitle: "Five mistakes in cold brew",
  metaDescription: "Why your cold brew tastes flat, and how water, grind and time put it right.",
  keywords: ["cold brew", "filter coffee"],
  imageUrl: null,
  imageAlt: "",
  readingMinutes: 1,
};

export const sampleTweet: SocialPost = {
  ...base,
  kind: "social_post",
  channel: "x",
  conversionGoal: "website_visit",
  title: "Water first",
  platform: "x",
  postType: "single",
  text: "Your cold brew is not too weak. Your water is too hard. ☕ Five mistakes, and what to do: https://northwind.example/cold-brew",
  hashtags: ["coldbrew", "coffee"],
  mediaPrompts: ["A jug of cold brew in morning light, seen from above"],
  post: "",
  count: { characters: 0, limit: 280, left: 280, hashtags: 0, hashtagLimit: null, fits: true },
};

export const sampleUpgrade: ContentUpgrade = {
  ...base,
  kind: "content_upgrade",
  conversionGoal: "email_signup",
  title: "The cold brew checklist",
  slug: "cold-brew-checklist",
  upgradeType: "checklist",
  description: "Twelve things to look at before the first sip.",
  body,
  downloadCount: 12,
};

export const sampleSequence: EmailSequence = {
  ...base,
  kind: "email_sequence",
  channel: "email",
  conversionGoal: "sale",
  title: "After the checklist",
  sequenceType: "nurture",
  sequenceGoal: "sales",
  description: "Three emails for people who downloaded the cold brew checklist.",
  totalEmails: 3,
};

export const sampleEmail: Email = {
  ...base,
  kind: "email",
  channel: "email",
  conversionGoal: "sale",
  title: "Water",
  subjectLine: "{{lead.first_name|Hello}}, start with the water",
  preheader: "It takes an hour and costs nothing.",
  body: {
    type: "doc",
    content: [
      paragraph(
        text("Hello "),
        { type: "mergeTag", attrs: { name: "lead.first_name", fallback: "there" } },
        text(", let your water stand for an hour before you brew."),
      ),
    ],
  },
  delayMinutes: 1440,
  sequenceId: "pce_2",
  emailPosition: 0,
};

export const sampleEmails: SequenceEmail[] = ["Start with the water", "Then the grind", "Then the time"].map(
  (subjectLine, index) => ({
    id: `pce_1${index}`,
    title: subjectLine,
    subjectLine,
    delayMinutes: index * 1440,
    status: index === 2 ? "draft" : "ready",
    revision: 1,
  }),
);

const at = "2026-11-20T09:00:00Z";
const version = { isCurrent: false, by: null, feedback: "", createdAt: at };

export const samplePanels = {
  check: { panel: "check", checks: [] },
  inbox: {
    panel: "check",
    checks: [
      { id: "subject", state: "good", advice: "The subject fits on a phone." },
      { id: "preheader", state: "improve", advice: "Write a preheader." },
      { id: "tags", state: "problem", advice: "Nobody knows the merge tag “{{lead.age}}”." },
    ],
  },
  claims: {
    panel: "claims",
    claims: [
      {
        id: "src_1",
        claim: "9 of 10 customers kept the filter.",
        status: "unbacked",
        quote: "",
        url: "",
      },
      {
        id: "src_2",
        claim: "We have roasted since 2009.",
        status: "backed",
        quote: "Northwind has roasted coffee in Lisbon since 2009.",
        url: "https://northwind.example/about",
      },
      { id: "src_3", claim: "The best cold brew in town.", status: "confirmed", quote: "", url: "" },
    ],
  },
  noClaims: { panel: "claims", claims: [] },
  versions: {
    panel: "versions",
    hasMore: false,
    open: null,
    versions: [
      { ...version, id: "ver_3", number: 3, reason: "suggestion", feedback: "Say more about water" },
      { ...version, id: "ver_2", number: 2, reason: "edited", by: "you", isCurrent: true },
      { ...version, id: "ver_1", number: 1, reason: "generated" },
    ],
  },
  version: {
    panel: "versions",
    hasMore: false,
    versions: [],
    open: {
      version: { ...version, id: "ver_1", number: 2, reason: "edited", by: "Ben Ito" },
      changes: {
        from: 1,
        fields: [{ field: "title", before: "Cold brew", after: "Five mistakes in cold brew" }],
        parts: [
          { kind: "same", text: "Cold brew forgives " },
          { kind: "removed", text: "everything" },
          { kind: "added", text: "almost everything, except water" },
        ],
      },
    },
  },
  write: {
    panel: "write",
    isStopped: false,
    left: { writes: 40, rewrites: 12 },
    generations: [
      {
        id: "gen_1",
        task: "blog_post",
        model: "builtin-1",
        status: "completed",
        costMicros: 4200,
        createdAt: at,
      },
      { id: "gen_2", task: "suggestion", model: "builtin-1", status: "failed", costMicros: 0, createdAt: at },
    ],
  },
  stopped: { panel: "write", isStopped: true, left: { writes: 0, rewrites: 0 }, generations: [] },
} as const satisfies Record<string, PanelData>;
