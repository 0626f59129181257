import type { Id } from "../../db/ids";
import { type Answers, asksSomething, type Field, getForm } from "../forms";
import { authorize, type Context } from "../kernel/context";
import { toWireTime } from "../kernel/contract";
import { csvLine } from "../kernel/csv";
import { streamed } from "../kernel/download";
import { write } from "../kernel/write";
import { answersFor } from "./contact";
import { filesOf, listKept, type StoredFile, type Submission } from "./queries";
import { sayAnswer } from "./say-answer";

const perPage = 200;

/** Everything a form has kept, the newest first, a question a column; read page by page as it is taken (INJ-05). */
export async function exportSubmissions(
  ctx: Context,
  formId: Id<"form">,
): Promise<ReadableStream<Uint8Array>> {
  authorize(ctx, "submissions:read");
  authorize(ctx, "leads:export");
  const { definition } = await getForm(ctx, formId);
  await write(ctx, [], {
    audit: [{ action: "submissions.exported", resourceType: "form", resourceId: formId }],
  });
  return streamed(csvText(ctx, formId, definition.fields.filter(asksSomething)));
}

const before = ["Number", "Received", "Lead"];
const after = ["Page", "Source", "Medium", "Campaign", "Language"];

async function* csvText(ctx: Context, formId: Id<"form">, fields: Field[]): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([...before, ...fields.map(({ label }) => label), ...after])}`;
  let last: number | undefined;
  for (;;) {
    const rows = await listKept(ctx, formId, last, perPage);
    const page = rows.slice(0, perPage);
    const files = await filesOf(
      ctx,
      page.filter(({ hasFiles }) => hasFiles).map(({ id }) => id),
    );
    yield page.map((row) => lineOf(ctx, row, fields, files)).join("");
    if (rows.length <= perPage) return;
    last = page.at(-1)?.number ?? undefined;
  }
}

function lineOf(ctx: Context, row: Submission, fields: Field[], files: StoredFile[]): string {
  const answers = answersFor(ctx, { fields }, row.answers as Answers); // safe: only checked answers are ever written
  const { page = "", utm = {}, language = "" } = row.origin;
  const { source = "", medium = "", campaign = "" } = utm;
  return csvLine([
    row.number,
    toWireTime(row.createdAt),
    row.leadId,
    ...fields.map((field) => cellOf(field, answers, row, files)),
    page,
    source,
    medium,
    campaign,
    language,
  ]);
}

function cellOf(field: Field, answers: Answers, row: Submission, files: StoredFile[]): string | number {
  const answer = answers[field.key];
  if (answer === undefined) return "";
  if (typeof answer === "number") return answer;
  if (field.type !== "file") return sayAnswer(field, answer);
  return files
    .filter(({ submissionId, fieldKey }) => submissionId === row.id && fieldKey === field.key)
    .map(({ name }) => name)
    .join(", ");
}
