import * as z from "zod";
import { spamReasons, submissionFlags } from "../../db/schema/cell/submissions";
import type { Answers, FormDefinition } from "../forms";
import type { Context } from "../kernel/context";
import { idOf, toWireTime, wireTime } from "../kernel/contract";
import { answersFor } from "./contact";
import type { StoredFile, Submission } from "./queries";

export const inboxes = ["inbox", "spam"] as const;

const answers = z.record(z.string(), z.unknown()).meta({
  description:
    "By the keys of the form’s fields. Without leads:contact, nothing by which somebody is reached.",
});

export const submissionWire = z
  .strictObject({
    id: idOf("submission"),
    formId: idOf("form"),
    formVersion: z.int(),
    state: z.enum(inboxes),
    number: z
      .int()
      .nullable()
      .meta({ description: "Counts what the form has kept, from one; spam has none." }),
    spamReason: z.enum(spamReasons).nullable(),
    flags: z
      .array(z.enum(submissionFlags))
      .meta({ description: "What could not be looked at when it came." }),
    leadId: idOf("lead").nullable(),
    answers,
    consents: z.array(z.strictObject({ key: z.string(), text: z.string(), isGiven: z.boolean() })),
    awaitsConfirmation: z.boolean(),
    confirmedAt: wireTime.nullable(),
    origin: z.strictObject({
      via: z.enum(["page", "embed", "api"]),
      page: z.string().nullable(),
      referrer: z.string().nullable(),
      language: z.string().nullable(),
      place: z.string().nullable(),
      network: z.string().nullable().meta({ description: "Where it came from, cut to a neighbourhood." }),
      utm: z.record(z.string(), z.string()),
    }),
    hasFiles: z.boolean(),
    createdAt: wireTime,
  })
  .meta({ id: "Submission" });

export const fileWire = z.strictObject({
  id: idOf("file"),
  fieldKey: z.string(),
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  url: z.string().meta({ description: "Good for ten minutes, for whoever has it." }),
});

export const submissionWithFilesWire = submissionWire
  .extend({ files: z.array(fileWire) })
  .meta({ id: "SubmissionWithFiles" });

export type SubmissionWire = z.input<typeof submissionWire>;

export function submissionToWire(
  ctx: Context,
  definition: Pick<FormDefinition, "fields">,
  row: Submission,
): SubmissionWire {
  const { origin } = row;
  return {
    id: row.id,
    formId: row.formId,
    formVersion: row.formVersion,
    state: row.state === "spam" ? "spam" : "inbox",
    number: row.number,
    spamReason: row.spamReason,
    flags: row.flags,
    leadId: row.leadId,
    // safe: only checked answers are ever written
    answers: answersFor(ctx, definition, row.answers as Answers),
    consents: row.consents,
    awaitsConfirmation: row.awaitsConfirmation,
    confirmedAt: toWireTime(row.confirmedAt),
    origin: {
      via: origin.via,
      page: origin.page ?? null,
      referrer: origin.referrer ?? null,
      language: origin.language ?? null,
      place: origin.place ?? null,
      network: origin.network ?? null,
      utm: origin.utm ?? {},
    },
    hasFiles: row.hasFiles,
    createdAt: toWireTime(row.createdAt),
  };
}

export function fileToWire({ id, fieldKey, name, type, bytes }: StoredFile, url: string) {
  return { id, fieldKey, name, type, bytes, url };
}
