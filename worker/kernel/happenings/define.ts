import * as z from "zod";
import { type Cell, cellOf, type Id, parseId } from "../../../db/ids";
import type { Base } from "../context";
import type { Happening, HappeningKind } from "./happening";

/** A kind of happening, and how any number of them in one cell are written at once. */
export type HappeningDefinition<Data = unknown> = HappeningKind<Data> & {
  record(base: Base, cell: Cell, happenings: Happening<Data>[]): Promise<void>;
  /** What of it may lie where a person's erasure does not look, such as the table of jobs; all of it, where this is not said. */
  keepable?(base: Base, cell: Cell, happening: Happening<Data>): Promise<Data>;
};

/**
 * `record` gets happenings of many organizations in one cell, perhaps again, perhaps out of order: it writes them in
 * one batch, keeps only what belongs to the organization that is named, and passes over ids it has written before.
 */
export function defineHappening<Data>(
  type: string,
  data: z.ZodType<Data>,
  record: HappeningDefinition<Data>["record"],
  keepable?: HappeningDefinition<Data>["keepable"],
): HappeningDefinition<Data> {
  return { type, data, record, ...(keepable ? { keepable } : {}) };
}

export type HappeningMessage = Happening & { v: 1; happening: string };

const envelope: z.ZodType<HappeningMessage> = z.strictObject({
  v: z.literal(1),
  happening: z.string().max(100),
  id: z.string().refine((value) => parseId(value) !== null),
  organizationId: z.string().refine((value): value is Id<"organization"> => value.startsWith("org_")),
  at: z.int().nonnegative(),
  data: z.unknown(),
});

export function messageOfHappening(
  type: string,
  { id, organizationId, at, data }: Happening,
): HappeningMessage {
  return { v: 1, happening: type, id, organizationId, at, data };
}

/** Jobs come by the same queue; a happening says that it is one. */
export function isHappening(body: unknown): boolean {
  return typeof body === "object" && body !== null && "happening" in body;
}

export type HappeningsAtWork = {
  definitions: ReadonlyMap<string, HappeningDefinition>;
  /** Where each of these organizations has its rows; those that are gone are left out. */
  cellsOf(base: Base, ids: readonly Id<"organization">[]): Promise<ReadonlyMap<Id<"organization">, Cell>>;
};

export type Read = { definition: HappeningDefinition; happening: Happening; cell: Cell };

/** What a message says, or a sentence on why it cannot be read. */
export function readHappening(body: unknown, definitions: HappeningsAtWork["definitions"]): Read | string {
  const message = envelope.safeParse(body);
  if (!message.success) return "The message could not be read: it is not in a form that this version knows.";
  const { happening: type, id, organizationId, at, data } = message.data;
  const definition = definitions.get(type);
  if (!definition) return `Nothing here records happenings of the type “${type}”.`;
  const parsed = definition.data.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `The “${type}” has another shape than expected, at “${issue?.path.join(".") ?? ""}”.`;
  }
  return { definition, happening: { id, organizationId, at, data: parsed.data }, cell: cellOf(id) };
}
