import * as z from "zod";
import type { Id } from "../../db/ids";
import { fieldTypes, getForm } from "../forms";
import type { Context } from "../kernel/context";
import { idOf, route } from "../kernel/contract";
import { download } from "../kernel/download";
import { decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import { getLead } from "../leads";
import { deleteSubmission } from "./delete";
import { exportSubmissions } from "./export";
import { fileLink } from "./files/link";
import {
  filesOf,
  getSubmission,
  listKept,
  listOfLead,
  listSpam,
  type SpamKey,
  type Submission,
} from "./queries";
import { markAsSpam, releaseSubmission } from "./spam/decide";
import { summarize } from "./summary";
import { fileToWire, inboxes, submissionToWire, submissionWire, submissionWithFilesWire } from "./wire";

const tag = "Submissions";
const reading = { tag, access: "organization", permission: "submissions:read" } as const;
const writing = { tag, access: "organization", permission: "submissions:write", rate: "write" } as const;
const params = z.object({ submissionId: idOf("submission") });
const ofForm = z.object({ formId: idOf("form") });

const listRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/forms/{formId}/submissions",
    operation: "listSubmissions",
    summary: "List what a form received",
    description: "The newest first. Spam is kept apart: ask for it by its state.",
    params: ofForm,
    query: pageQuery.extend({ state: z.enum(inboxes).default("inbox") }),
    answer: { status: 200, schema: pageOf(submissionWire) },
  },
  async (ctx, { params: { formId }, query: { state, limit, cursor } }) => {
    const { definition } = await getForm(ctx, formId);
    const rows =
      state === "spam"
        ? await listSpam(ctx, formId, timeKey(cursor), limit)
        : await listKept(ctx, formId, numberKey(cursor), limit);
    const keyOf = ({ number, createdAt, id }: Submission) => (state === "spam" ? [createdAt, id] : [number]);
    return toPage(rows, limit, keyOf, (row) => submissionToWire(ctx, definition, row));
  },
);

const listOfLeadRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/leads/{leadId}/submissions",
    operation: "listLeadSubmissions",
    summary: "List what a lead sent",
    params: z.object({ leadId: idOf("lead") }),
    query: pageQuery,
    answer: { status: 200, schema: pageOf(submissionWire) },
  },
  async (ctx, { params: { leadId }, query: { limit, cursor } }) => {
    const [rows] = await Promise.all([listOfLead(ctx, leadId, timeKey(cursor), limit), getLead(ctx, leadId)]);
    const formIds = [...new Set(rows.map(({ formId }) => formId))];
    const forms = new Map(
      await Promise.all(formIds.map(async (id) => [id, await definitionOf(ctx, id)] as const)),
    );
    return toPage(
      rows,
      limit,
      ({ createdAt, id }) => [createdAt, id],
      (row) => submissionToWire(ctx, forms.get(row.formId) ?? { fields: [] }, row),
    );
  },
);

async function definitionOf(ctx: Context, id: Id<"form">) {
  return (await getForm(ctx, id)).definition;
}

function numberKey(cursor: string | undefined): number | undefined {
  return cursor === undefined ? undefined : Number(decodeCursor(cursor, 1)[0]);
}

function timeKey(cursor: string | undefined): SpamKey | undefined {
  if (cursor === undefined) return undefined;
  const [createdAt, id] = decodeCursor(cursor, 2);
  // safe: only compared
  return { createdAt: Number(createdAt), id: String(id) as Id<"submission"> };
}

const getRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/submissions/{submissionId}",
    operation: "getSubmission",
    summary: "Get a submission with its files",
    params,
    answer: { status: 200, schema: submissionWithFilesWire },
  },
  (ctx, { params: { submissionId } }) => withFiles(ctx, submissionId),
);

async function withFiles(ctx: Context, id: Id<"submission">) {
  const row = await getSubmission(ctx, id);
  const [definition, files] = await Promise.all([definitionOf(ctx, row.formId), filesOf(ctx, [id])]);
  const wire = submissionToWire(ctx, definition, row);
  const shown = files.filter(({ fieldKey }) => fieldKey in wire.answers);
  const links = await Promise.all(shown.map(async (file) => fileToWire(file, await fileLink(ctx, file))));
  return { ...wire, files: links };
}

const deleteRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/submissions/{submissionId}",
    operation: "deleteSubmission",
    summary: "Delete a submission and its files for good",
    params,
    answer: { status: 204 },
  },
  (ctx, { params: { submissionId } }) => deleteSubmission(ctx, submissionId),
);

const markRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/submissions/{submissionId}/spam",
    operation: "markSubmissionAsSpam",
    summary: "Mark as spam",
    description: "It leaves the inbox. The lead stays.",
    params,
    answer: { status: 200, schema: submissionWithFilesWire },
    problems: ["conflict"],
  },
  async (ctx, { params: { submissionId } }) => {
    await markAsSpam(ctx, submissionId);
    return await withFiles(ctx, submissionId);
  },
);

const releaseRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/submissions/{submissionId}/spam",
    operation: "releaseSubmission",
    summary: "Not spam",
    description: "It takes its place in the inbox, and becomes the lead that it would have been.",
    params,
    answer: { status: 200, schema: submissionWithFilesWire },
    problems: ["conflict"],
  },
  async (ctx, { params: { submissionId } }) => {
    await releaseSubmission(ctx, submissionId);
    return await withFiles(ctx, submissionId);
  },
);

const exportRoute = route(
  {
    tag,
    access: "organization",
    permission: "leads:export",
    method: "get",
    path: "/v1/forms/{formId}/submissions.csv",
    operation: "exportSubmissions",
    summary: "Download what a form received",
    description:
      "Everything in the inbox, the newest first, as CSV (RFC 4180). Text that a spreadsheet would take for a formula has an apostrophe before it.",
    params: ofForm,
    answer: { status: 200, contentType: "text/csv" },
    budget: { read: 1000, written: 12 },
  },
  async (ctx, { params: { formId } }) =>
    download(await exportSubmissions(ctx, formId), `answers-${formId}.csv`),
);

const question = z.strictObject({
  key: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes),
  answered: z.int(),
  values: z.array(z.strictObject({ value: z.string(), label: z.string(), count: z.int() })),
  average: z.number().nullable(),
  leftHere: z.int().meta({ description: "Drafts that ended here and were never sent." }),
});

const summaryRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/forms/{formId}/answers-summary",
    operation: "summarizeAnswers",
    summary: "What a form received, question by question",
    description: "Of the newest thousand answers and two thousand drafts; lookedAt says of how many.",
    params: ofForm,
    answer: {
      status: 200,
      schema: z.strictObject({
        kept: z.int(),
        spam: z.strictObject({ count: z.int(), isExact: z.boolean() }),
        lookedAt: z.int(),
        drafts: z.strictObject({ begun: z.int(), sent: z.int() }),
        questions: z.array(question),
      }),
    },
    budget: { read: 120_000, written: 4 },
  },
  (ctx, { params: { formId } }) => summarize(ctx, formId),
);

export const memberRoutes = [
  listRoute,
  listOfLeadRoute,
  getRoute,
  deleteRoute,
  markRoute,
  releaseRoute,
  exportRoute,
  summaryRoute,
];
