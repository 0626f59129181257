import * as z from "zod";
import { wireTime } from "../kernel/contract";
import { kinds } from "./entry";
import type { Story } from "./story";

export const entryWire = z
  .strictObject({
    id: z.string(),
    at: wireTime,
    kind: z.enum(kinds),
    title: z.string(),
    data: z.record(z.string(), z.unknown()),
    actor: z
      .strictObject({
        kind: z.enum(["lead", "person", "key", "system"]),
        id: z.string().nullable(),
        name: z.string(),
      })
      .meta({ description: "Who did it: the lead, somebody of yours, a key, or Tributary." }),
    step: z
      .number()
      .int()
      .nullable()
      .meta({ description: "The how-manieth, the first being 1; null beyond a thousand." }),
    sincePrevious: z.number().int().nullable().meta({ description: "Milliseconds since the step before." }),
  })
  .meta({ id: "TimelineEntry" });

type EntryWire = z.input<typeof entryWire>;

export function pageToWire({ entries, firstStep, names }: Story, limit: number): EntryWire[] {
  return entries.slice(0, limit).map(({ id, at, kind, title, data, actorId }, index) => {
    const before = entries[index + 1];
    return {
      id,
      at: new Date(at).toISOString(),
      kind,
      title: title(names),
      data,
      actor: actorOf(kind, actorId, names),
      step: firstStep === null ? null : Math.max(1, firstStep - index),
      sincePrevious: before ? at - before.at : null,
    };
  });
}

const theirs = new Set(["touch", "web", "click", "submission", "conversation", "sale"]);

function actorOf(kind: string, id: string | null, names: Story["names"]): EntryWire["actor"] {
  if (id?.startsWith("usr_")) return { kind: "person", id, name: names.person(id) };
  if (id) return { kind: "key", id, name: "API key" };
  return theirs.has(kind)
    ? { kind: "lead", id: null, name: "The lead" }
    : { kind: "system", id: null, name: "Tributary" };
}
