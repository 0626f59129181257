import { type Cell, type Id, type IdKind, idPrefixes, makeId } from "../../db/ids";
import type { Context } from "../kernel/context";
import type { Permission } from "../kernel/permissions";

export const kinds = [
  "lead",
  "stage",
  "assignment",
  "score",
  "touch",
  "web",
  "click",
  "submission",
  "activity",
  "conversation",
  "sale",
] as const;
export type Kind = (typeof kinds)[number];

/** Between any two entries it is clear which comes first: by time, then by id. */
export type Place = { at: number; id: string };

/** What titles name: looked up once for a page. */
export type Names = { person(id: unknown): string; stage(id: unknown): string };

export type Entry = Place & {
  kind: Kind;
  title(names: Names): string;
  data: Record<string, unknown>;
  /** Who did it; the lead itself, where nobody of ours did. */
  actorId: string | null;
  /** Ids of people that the title names. */
  people?: (string | null)[];
};

export type Asked = {
  leadId: Id<"lead">;
  /** It, and those that it has taken up: what is written under an id of theirs, and does not move along, is its story too. */
  leadIds: readonly Id<"lead">[];
  kinds: ReadonlySet<Kind>;
  /** Only what stands before it. */
  before: Place | undefined;
  limit: number;
};

/**
 * One of the places where something about a lead is written down. It answers its newest entries before a place, in the
 * order of the story, and says how many it has up to a bound. Whoever adds one adds it to the list in sources.ts.
 */
export type Source = {
  kinds: readonly Kind[];
  permission?: Permission;
  read(ctx: Context, asked: Asked): Promise<Entry[]>;
  count(ctx: Context, asked: Pick<Asked, "leadId" | "leadIds" | "kinds">): Promise<number>;
};

/** Beyond this, nobody needs to know the how-manieth step it was. */
export const mostCounted = 1000;

/**
 * Ids that are made when something happens sort by time, so a list that is ordered by id needs no other index. Answers the
 * id that all earlier ones are smaller than.
 */
export function idBefore(kind: IdKind, cell: Cell, { at, id }: Place): string {
  const prefix = `${idPrefixes[kind]}_`;
  if (id.startsWith(prefix)) return id;
  return makeId(kind, cell, prefix < id ? at + 1 : at, new Uint8Array());
}
