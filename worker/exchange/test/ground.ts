import { SELF } from "cloudflare:test";
import { unique, type World } from "../../test/world";

const text = (...lines: string[]) => ({
  type: "doc",
  content: lines.map((line) => ({ type: "paragraph", content: [{ type: "text", text: line }] })),
});

/** A bundle of one of each kind, linked as a reader goes. */
export function smallFile() {
  return {
    format: "tributary.bundle",
    version: 1,
    bundle: {
      name: "Spring",
      timePeriod: "Spring 2027",
      periodStart: "2027-03-01",
      periodEnd: "2027-04-11",
      brief: {
        counts: { blogPosts: 1, socialPosts: 1, contentUpgrades: 1, emailSequences: 1 },
        platforms: ["bluesky"],
        emailsPerSequence: 2,
        notes: "",
      },
    },
    pieces: [
      {
        ref: "p1",
        kind: "blog_post",
        title: "Fresh",
        slug: "fresh",
        body: text("We sold 4,000 bags last year.", "=1+1"),
      },
      {
        ref: "p2",
        kind: "social_post",
        platform: "bluesky",
        title: "Post",
        text: "Fresh today.",
        hashtags: ["coffee"],
      },
      {
        ref: "p3",
        kind: "content_upgrade",
        title: "List",
        upgradeType: "checklist",
        description: "Ticks.",
        body: text("One."),
      },
      { ref: "p4", kind: "email_sequence", title: "Hello", sequenceType: "sales", description: "Two mails." },
      {
        ref: "p5",
        kind: "email",
        sequence: "p4",
        title: "First",
        subjectLine: "Hello {{lead.first_name|you}}",
        body: text("Hi {{lead.name}}"),
      },
      { ref: "p6", kind: "email", sequence: "p4", title: "Second", subjectLine: "Again", delayMinutes: 60 },
    ] as Record<string, unknown>[],
    journey: [
      { from: "p1", to: "p3", ctaText: "Get the list" },
      { from: "p2", to: "p1", ctaText: "Read" },
      { from: "p3", to: "p4", ctaText: "" },
    ],
  };
}
export type SmallFile = ReturnType<typeof smallFile>;

export async function newBusiness({ owner }: World): Promise<string> {
  return (await owner.client.post("/v1/businesses", { name: `Roastery ${unique()}` })).body.id;
}

export async function importFile(world: World, file: unknown, businessId?: string) {
  const body = { businessId: businessId ?? (await anyBusiness(world)), file };
  return await world.owner.client.post("/v1/bundle-imports", body);
}

export async function download({ owner, id }: World, path: string) {
  const headers = { cookie: await owner.cookie(), "tributary-organization": id };
  return await SELF.fetch(`http://localhost/v1/${path}`, { headers });
}

async function anyBusiness(world: World): Promise<string> {
  const [first] = (await world.owner.client.get("/v1/businesses")).body.data;
  return first?.id ?? (await newBusiness(world));
}
