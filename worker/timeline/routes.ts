import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { Invalid } from "../kernel/errors";
import { decodeCursor, encodeCursor, pageOf, pageQuery } from "../kernel/page";
import { type Kind, kinds } from "./entry";
import { type From, readStory, type Story } from "./story";
import { entryWire, pageToWire } from "./wire";

const storyRoute = route(
  {
    method: "get",
    path: "/v1/leads/{leadId}/timeline",
    operation: "getLeadTimeline",
    tag: "Leads",
    summary: "The story of a lead",
    description:
      "Everything about a lead in one list, newest first: how it came, what it did, what was done and said, how it moved. Steps are counted among the kinds that are asked for.",
    access: "organization",
    permission: "leads:read",
    params: z.object({ leadId: idOf("lead") }),
    query: pageQuery.extend({
      kinds: z
        .string()
        .max(200)
        .optional()
        .meta({ description: `Some of ${kinds.join(", ")}, with commas between; all without.` }),
    }),
    answer: { status: 200, schema: pageOf(entryWire) },
    budget: { read: 1500, written: 4 },
  },
  async (ctx, { params, query: { cursor, limit, kinds } }) => {
    const story = await readStory(ctx, params.leadId, readKinds(kinds), readFrom(cursor), limit);
    return { data: pageToWire(story, limit), nextCursor: cursorOf(story, limit) };
  },
);

export const timelineRoutes = [storyRoute];

function readKinds(text: string | undefined): ReadonlySet<Kind> {
  if (!text) return new Set(kinds);
  const asked = z.array(z.enum(kinds)).safeParse(text.split(","));
  if (asked.success) return new Set(asked.data);
  throw Invalid.field("/kinds", "unknown_kind", `Use some of ${kinds.join(", ")}.`);
}

function readFrom(cursor: string | undefined): From | undefined {
  if (cursor === undefined) return undefined;
  const [at, id, step] = decodeCursor(cursor, 3);
  if (typeof at === "number" && typeof id === "string" && typeof step !== "string")
    return { at, id, step: step ?? null };
  throw Invalid.field("/cursor", "invalid_cursor", "This cursor is of another list.");
}

function cursorOf({ entries, firstStep }: Story, limit: number): string | null {
  const last = entries[limit - 1];
  if (!last || entries.length <= limit) return null;
  return encodeCursor([last.at, last.id, firstStep === null ? null : firstStep - limit]);
}
