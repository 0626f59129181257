import { sql, type SQL } from "drizzle-orm";
import { type Id, parseId } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import { type Asked, type Entry, idBefore, type Kind, type Names, type Source } from "../entry";
import { countRows } from "../rows";

type Row = {
  id: Id<"fact">;
  type: string;
  data: string;
  actorId: string | null;
  subjectId: Id<"lead">;
};
type Data = Record<string, unknown>;

const kindOfType: Record<string, Kind> = {
  "lead.created": "lead",
  "lead.updated": "lead",
  "lead.deleted": "lead",
  "lead.restored": "lead",
  "lead.merged": "lead",
  "lead.unmerged": "lead",
  "lead.enriched": "lead",
  "lead.moved": "stage",
  "lead.assigned": "assignment",
  "lead.scored": "score",
};

/** What is written of the lead itself, and of those it has taken up: of each so many of its newest, and of those the newest. */
export const facts: Source = {
  kinds: ["lead", "stage", "assignment", "score"],

  async read(ctx, asked) {
    const earlier = asked.before
      ? sql`and id < ${idBefore("fact", ctx.organization.cell, asked.before)}`
      : sql``;
    const rows = await ctx.db.all<Row>(sql`select fact.id, fact.type, fact.data, fact.actor_id as actorId,
        fact.subject_id as subjectId
      from json_each(${JSON.stringify(asked.leadIds)}) as lead cross join facts as fact
      on fact.id in (select id from facts where subject_id = lead.value and ${isStep(ctx, asked)} ${earlier}
        order by id desc limit ${asked.limit})
      order by fact.id desc limit ${asked.limit}`);
    return rows.map((row) => entryOf(row, asked.leadId));
  },

  async count(ctx, asked) {
    const ids = sql`select value from json_each(${JSON.stringify(asked.leadIds)})`;
    return await countRows(ctx, {
      from: sql`facts`,
      where: sql`subject_id in (${ids}) and ${isStep(ctx, asked)}`,
    });
  },
};

/** A place on the board within a stage, and what a form told again, are no steps. The prefix is written out for the index. */
function isStep(ctx: Context, { kinds }: Pick<Asked, "kinds">): SQL {
  const types = Object.keys(kindOfType).filter((type) => kinds.has(kindOfType[type] as Kind)); // safe: its own keys
  return sql`organization_id = ${ctx.organization.id}
    and subject_id >= 'lead_' and subject_id < 'lead\`'
    and type in (select value from json_each(${JSON.stringify(types)}))
    and (type <> 'lead.moved' or data ->> 'from' <> data ->> 'stageId')
    and (type <> 'lead.updated' or coalesce(data ->> 'fields', '["assignedTo"]') <> '["assignedTo"]')`;
}

function entryOf({ id, type, data: text, actorId, subjectId }: Row, leadId: Id<"lead">): Entry {
  const data = JSON.parse(text) as Data; // safe: facts are written as objects
  const how = wayOf(data);
  const when = subjectId === leadId ? "" : ", before the merge";
  return {
    id,
    at: parseId(id)?.time ?? 0,
    kind: kindOfType[type] ?? "lead",
    title: (names) => `${titleOf(type, data, names)}${how}${when}`,
    data: { ...data, fact: type },
    actorId,
    people: type === "lead.assigned" ? [wordOf(data["to"])] : [],
  };
}

function wayOf(data: Data): string {
  if (data["bulkActionId"]) return ", together with others";
  if (data["leadImportId"]) return ", by an import";
  return "";
}

function titleOf(type: string, data: Data, names: Names): string {
  switch (type) {
    case "lead.moved":
      return `Moved from ${names.stage(data["from"])} to ${names.stage(data["stageId"])}`;
    case "lead.assigned":
      return data["to"] ? `Given to ${names.person(data["to"])}` : "Belongs to nobody now";
    case "lead.scored":
      return scoreTitle(data);
    case "lead.updated":
      return `Changed ${fieldWords(data["fields"])}`;
    default:
      return plainTitles[type] ?? "Changed";
  }
}

const plainTitles: Record<string, string> = {
  "lead.created": "Became a lead",
  "lead.deleted": "Deleted",
  "lead.restored": "Brought back",
  "lead.merged": "Merged with another lead",
  "lead.unmerged": "Merge undone",
  "lead.enriched": "More was found out about them",
};

function scoreTitle({ from, to }: Data): string {
  if (typeof to !== "number") return "Score taken away";
  if (typeof from !== "number") return `Scored ${to}`;
  return `Score ${to > from ? "rose" : "fell"} from ${from} to ${to}`;
}

const spoken: Record<string, string> = {
  assignedTo: "owner",
  tags: "tags",
  predictedValue: "value",
  email: "email",
};

function fieldWords(fields: unknown): string {
  if (!Array.isArray(fields)) return "details";
  const hidden = new Set(["valueCurrency", "assignedTo", "nameKey"]);
  const words = fields
    .map(String)
    .filter((name) => !hidden.has(name) || fields.length === 1)
    .map(
      (name) =>
        spoken[name] ??
        name.replace(/Id$|At$/, "").replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    );
  return words.slice(0, 4).join(", ") + (words.length > 4 ? ` and ${words.length - 4} more` : "");
}

function wordOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
