import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { readJsonObject } from "../kernel/read-json";
import { answerSubmission } from "./answer";
import { submissionBody } from "./arrival";
import { confirmationPage, confirmedPage } from "./confirmation-page";
import { keepDraft, resumeDraft } from "./drafts";
import { answerFile } from "./files/link";
import { receiveFile } from "./files/receive";
import { formForVisitor } from "./receive";
import { visitorContext } from "./visitor-context";

const tag = "Forms for visitors";
const open = { tag, access: "public", rate: "write" } as const;
const params = z.object({
  formId: z.string().max(64).meta({ description: "The form’s id", example: "frm_00…" }),
});

const ending = z.strictObject({
  key: z.string(),
  kind: z.enum(["message", "redirect"]),
  title: z.string(),
  text: z.string(),
  buttonLabel: z.string().nullable(),
  redirectUrl: z.string().nullable(),
});

const sendRoute = route(
  {
    ...open,
    method: "post",
    path: "/f/{formId}/submissions",
    countsItself: true,
    operation: "submitForm",
    summary: "Send a form",
    description:
      "From any page, without a credential: JSON, or a plain form post, which is answered with 303 to the thanks or with the page and what to mend. The same id again is the same submission. What looks like spam is kept apart and answered alike.",
    params,
    readsBody: {
      schema: submissionBody,
      alsoAs: ["application/x-www-form-urlencoded", "multipart/form-data"],
    },
    answer: { status: 201, schema: z.strictObject({ id: idOf("submission"), ending }) },
    problems: ["gone", "forbidden", "too_large", "unsupported_media_type", "bad_request"],
    // Twelve, and two for each of the files it may bring.
    budget: { read: 60, written: 22 },
  },
  (base, { params: { formId }, request }) => answerSubmission(base, formId, request),
);

const fileRoute = route(
  {
    ...open,
    method: "post",
    path: "/f/{formId}/files",
    operation: "uploadFormFile",
    summary: "Send a file ahead of a form",
    description:
      "One file for one question, as multipart/form-data with “file” and “key”. The answer to the question is then the file’s id; a file that no form names within a day is deleted.",
    params,
    readsBody: {
      schema: z.strictObject({ key: z.string(), file: z.string().meta({ format: "binary" }) }),
      alsoAs: ["multipart/form-data"],
    },
    answer: {
      status: 201,
      schema: z.strictObject({ id: idOf("file"), name: z.string(), type: z.string(), bytes: z.int() }),
    },
    problems: ["gone", "forbidden", "too_large", "unsupported_media_type", "too_many_requests"],
    budget: { read: 60, written: 12 },
  },
  (base, { params: { formId }, request }) => receiveFile(base, formId, request),
);

const draftParams = params.extend({
  draftId: z
    .string()
    .regex(/^[\w-]{22,64}$/)
    .meta({
      description: "A secret that the visitor’s browser makes; whoever has it can read the draft.",
      example: "kR2…",
    }),
});

const draftBody = z.strictObject({
  answers: z.record(z.string().max(60), z.unknown()),
  lastKey: z.string().max(60).meta({ description: "The last question that got an answer." }),
});

const keepDraftRoute = route(
  {
    ...open,
    method: "put",
    path: "/f/{formId}/drafts/{draftId}",
    operation: "keepFormDraft",
    summary: "Keep unfinished answers",
    description: "Only where the form’s owner allows it and the visitor agreed. Kept for thirty days.",
    params: draftParams,
    readsBody: { schema: draftBody, alsoAs: [] },
    answer: { status: 204 },
    problems: ["gone", "forbidden", "too_large", "unsupported_media_type"],
  },
  async (base, { params: { formId, draftId }, request }) => {
    const form = await formForVisitor(base, formId, request.headers);
    const { body } = await readJsonObject(request, { bytes: 64_000, keys: 500 });
    await keepDraft(visitorContext(base, form), form, draftId, draftBody.parse(body));
  },
);

const resumeDraftRoute = route(
  {
    ...open,
    method: "get",
    path: "/f/{formId}/drafts/{draftId}",
    operation: "resumeFormDraft",
    summary: "Go on with unfinished answers",
    params: draftParams,
    answer: { status: 200, schema: draftBody },
    problems: ["gone", "forbidden"],
  },
  async (base, { params: { formId, draftId }, request }) => {
    const form = await formForVisitor(base, formId, request.headers);
    const { answers, lastKey } = await resumeDraft(visitorContext(base, form), form, draftId);
    return { answers, lastKey };
  },
);

const confirming = {
  ...open,
  path: "/f/{formId}/confirmation",
  params,
  query: z.strictObject({ token: z.string().max(600).default("") }),
  answer: { status: 200, contentType: "text/html" },
} as const;

const confirmationRoute = route(
  {
    ...confirming,
    method: "get",
    operation: "showConfirmation",
    summary: "Ask whether an address is confirmed",
    description:
      "Where the link in the mail leads. Looking at it changes nothing, because machines look at links too.",
  },
  (base, { params: { formId }, query: { token } }) => confirmationPage(base, formId, token),
);

const confirmRoute = route(
  { ...confirming, method: "post", operation: "confirmAddress", summary: "Confirm an address" },
  (base, { params: { formId }, query: { token } }) => confirmedPage(base, formId, token),
);

const downloadRoute = route(
  {
    tag: "Submissions",
    access: "public",
    method: "get",
    path: "/v1/files/{fileId}",
    operation: "downloadFile",
    summary: "Download a file of a submission",
    description: "By the link that a submission shows, for ten minutes. Always saved, never shown.",
    params: z.object({ fileId: idOf("file") }),
    query: z.strictObject({ token: z.string().max(600).default("") }),
    answer: { status: 200, contentType: "application/octet-stream" },
  },
  (base, { params: { fileId }, query: { token } }) => answerFile(base, fileId, token),
);

export const visitorRoutes = [
  sendRoute,
  fileRoute,
  keepDraftRoute,
  resumeDraftRoute,
  confirmationRoute,
  confirmRoute,
  downloadRoute,
];
