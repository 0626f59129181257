import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { pageOf } from "../../kernel/page";
import { addEmail, listEmails, orderEmails } from "./emails";
import { newEmail } from "../inputs";
import { pieceSummaryToWire, pieceToWire } from "../wire";
import { pieceSummaryWire, pieceWire } from "../wire-shapes";

const tag = "Pieces";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const writing = { tag, access: "organization", permission: "content:write", rate: "write" } as const;
const params = z.object({ pieceId: idOf("piece") });
const writeBudget = { read: 450, written: 120 };

const emailSummaryWire = z
  .strictObject({
    ...pieceSummaryWire.shape,
    emailPosition: z.number().int(),
    subjectLine: z.string(),
    delayMinutes: z.number().int(),
  })
  .meta({ id: "EmailSummary" });

function emailsToWire(emails: Awaited<ReturnType<typeof listEmails>>) {
  const data = emails.map((email) => {
    const { emailPosition, subjectLine, delayMinutes } = email;
    return { ...pieceSummaryToWire(email), emailPosition, subjectLine, delayMinutes };
  });
  return { data, nextCursor: null };
}

const listEmailsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/pieces/{pieceId}/emails",
    operation: "listSequenceEmails",
    summary: "List a sequence's emails",
    description: "In the order they are sent; at most fifty.",
    params,
    answer: { status: 200, schema: pageOf(emailSummaryWire) },
    budget: { read: 250, written: 4 },
  },
  async (ctx, { params }) => emailsToWire(await listEmails(ctx, params.pieceId)),
);

const addEmailRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/pieces/{pieceId}/emails",
    operation: "addSequenceEmail",
    summary: "Add an email to a sequence",
    params,
    body: newEmail,
    answer: { status: 201, schema: pieceWire },
    problems: ["conflict"],
    budget: writeBudget,
  },
  async (ctx, { params, body }) => pieceToWire(await addEmail(ctx, params.pieceId, body)),
);

const orderEmailsRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/pieces/{pieceId}/email-order",
    operation: "orderSequenceEmails",
    summary: "Order a sequence's emails",
    params,
    body: z.strictObject({ emailIds: z.array(idOf("piece")).min(1).max(50) }),
    answer: { status: 200, schema: pageOf(emailSummaryWire) },
    problems: ["conflict"],
    budget: { read: 600, written: 150 },
  },
  async (ctx, { params, body }) => emailsToWire(await orderEmails(ctx, params.pieceId, body.emailIds)),
);

export const emailRoutes = [listEmailsRoute, addEmailRoute, orderEmailsRoute];
