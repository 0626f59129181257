import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { files } from "../../../db/schema/cell/submissions";
import type { Field } from "../../forms";
import type { Context } from "../../kernel/context";
import { Invalid } from "../../kernel/errors";
import { idsIn } from "../../kernel/id-list";
import { sha256Hex } from "../../kernel/secrets";
import { type Step, write } from "../../kernel/write";
import { kindOf, type KnownFile, safeName } from "./kind";
import { withoutMetadata } from "./metadata";

export type KeptFile = { id: Id<"file">; name: string; type: string; bytes: number };

const usualMb = 10;
const unclaimedMs = 86_400_000;

/** Takes a file for one question of one form. It belongs to nobody until it is sent along, and goes after a day (UP-01). */
export async function keepFile(
  ctx: Context,
  formId: Id<"form">,
  field: Field,
  file: { name: string; bytes: Uint8Array },
): Promise<KeptFile> {
  const known = assertTaken(field, file.bytes);
  const bytes = withoutMetadata(file.bytes, known.type);
  const id = ctx.newId("file", ctx.organization.cell);
  const objectKey = `${ctx.organization.id}/${formId}/${id}`;
  const kept = { id, name: safeName(file.name, known), type: known.type, bytes: bytes.byteLength };
  const row = {
    ...kept,
    organizationId: ctx.organization.id,
    createdAt: ctx.now(),
    formId,
    fieldKey: field.key,
    objectKey,
    hash: await sha256Hex(bytes),
  };
  // The row first: what has one is found again and cleared away, whatever happens to the upload.
  await write(ctx, [ctx.db.insert(files).values(row)], {
    jobs: [
      {
        queue: "delivery",
        type: "submissions.drop_unclaimed",
        payload: { fileId: id },
        runAt: ctx.now() + unclaimedMs,
      },
    ],
  });
  await ctx.providers.files.put(objectKey, bytes, { type: known.type });
  return kept;
}

/** Why a file is not taken, in the form's own codes, so that a page can say it beside the question. */
export class NotTaken extends Invalid {
  constructor(
    readonly key: string,
    readonly fault: "file_type" | "file_size",
    readonly params: Record<string, number>,
  ) {
    const detail =
      fault === "file_size"
        ? `A file may have at most ${params["max"]} MB.`
        : "A file of this kind is not taken here.";
    super([{ pointer: `/answers/${key}`, code: fault, detail }]);
  }
}

function assertTaken({ key, rules = {} }: Field, bytes: Uint8Array): KnownFile {
  const max = rules.maxFileMb ?? usualMb;
  if (bytes.byteLength > max * 1_000_000) throw new NotTaken(key, "file_size", { max });
  const known = bytes.byteLength === 0 ? null : kindOf(bytes);
  const wanted = rules.fileTypes ?? [];
  if (known && (wanted.length === 0 || wanted.includes(known.kind))) return known;
  throw new NotTaken(key, "file_type", {});
}

export type Claim = { id: Id<"submission">; formId: Id<"form">; byKey: Map<string, string[]> };

/** In the batch of the submission: all of its files are of this form and question and still free, or nothing is written. */
export function claimSteps(ctx: Context, { id, formId, byKey }: Claim): Step[] {
  return [...byKey].flatMap(([fieldKey, fileIds]) => [
    ctx.db
      .update(files)
      .set({ submissionId: id })
      .where(
        and(
          eq(files.organizationId, ctx.organization.id),
          eq(files.formId, formId),
          eq(files.fieldKey, fieldKey),
          isNull(files.submissionId),
          inArray(files.id, idsIn(fileIds)),
        ),
      ),
    { refuse: missingFile(fieldKey), when: sql`changes() <> ${fileIds.length}` },
  ]);
}

function missingFile(key: string): Invalid {
  return Invalid.field(`/answers/${key}`, "file_gone", "Choose the file again: it is no longer here.");
}

/** Nobody sent it within a day. */
export async function dropUnclaimed(ctx: Context, fileId: Id<"file">): Promise<void> {
  const [file] = await ctx.db
    .delete(files)
    .where(
      and(eq(files.id, fileId), eq(files.organizationId, ctx.organization.id), isNull(files.submissionId)),
    )
    .returning({ objectKey: files.objectKey });
  if (file) await ctx.providers.files.delete([file.objectKey]);
}
