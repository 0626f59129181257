import type { components } from "../../../../sdk";
import type { Api } from "~/api.server";
import { type StoryEntry, type StoryPage, type StoryPart, storyParts } from "./story";

type Wire = components["schemas"]["TimelineEntry"];

const limit = 30;

/** A page of a lead's story, from the newest on or from where the one before ended. */
export async function storyOf(
  api: Api,
  leadId: string,
  part: StoryPart,
  cursor: string | null = null,
): Promise<StoryPage> {
  const kinds = storyParts.find(({ name }) => name === part)?.kinds.join(",");
  const query = { limit, ...(kinds ? { kinds } : {}), ...(cursor ? { cursor } : {}) };
  const params = { path: { leadId }, query };
  const { data, nextCursor } = await api.read(api.client.GET("/v1/leads/{leadId}/timeline", { params }));
  return { entries: data.map(entryOf), nextCursor };
}

function entryOf({ id, at, kind, title, data, actor, step, sincePrevious }: Wire): StoryEntry {
  const text = (name: string) => (typeof data[name] === "string" ? data[name] : "");
  return {
    id,
    at,
    kind,
    title,
    about: aboutOf(kind, text),
    by: actor.kind === "person" || actor.kind === "key" ? actor.name : "",
    to: placeOf(text),
    activityId: text("activityId") || null,
    step,
    sincePrevious,
  };
}

type Text = (name: string) => string;

function aboutOf(kind: Wire["kind"], text: Text): string {
  switch (kind) {
    case "activity":
      return text("description");
    case "conversation":
      return text("excerpt");
    case "stage":
      return text("reason");
    case "web":
    case "click":
      return text("url");
    case "touch":
      return text("referrer");
    default:
      return "";
  }
}

function placeOf(text: Text): string | null {
  if (text("submissionId")) return `forms/${text("formId")}/submissions/${text("submissionId")}`;
  if (text("pieceId")) return `pieces/${text("pieceId")}`;
  if (text("linkId")) return `links/${text("linkId")}`;
  return text("formId") ? `forms/${text("formId")}` : null;
}
