import * as z from "zod";
import { idOf, route } from "../../kernel/contract";
import { pageOf, pageQuery } from "../../kernel/page";
import { cancelAccount } from "./cancel-account";
import { emailAddress, language, oneLine, timezone } from "../fields";
import { getMail, listMail } from "../mail/mailbox";
import { updateProfile } from "./me";
import { endOtherSessions, endSession, listSessions } from "../sessions/sessions";
import { mailWire, meToWire, meWire, preferencesWire, sessionWire, userToWire, userWire } from "../wire";

const tag = "Me";

const profileRoutes = [
  route(
    {
      method: "get",
      path: "/v1/me",
      operation: "getMe",
      tag,
      summary: "Who is calling, where, and what they may do",
      access: "caller",
      rate: "read",
      answer: { status: 200, schema: meWire },
      budget: { read: 10, written: 4 },
    },
    async (ctx) => meToWire(ctx),
  ),
  route(
    {
      method: "patch",
      path: "/v1/me",
      operation: "updateMe",
      tag,
      summary: "Change my profile or preferences",
      access: "person",
      rate: "write",
      body: z.strictObject({
        name: oneLine(120).optional(),
        firstName: oneLine(60).nullable().optional(),
        lastName: oneLine(60).nullable().optional(),
        timezone: timezone.optional(),
        language: language.optional(),
        preferences: preferencesWire.partial().optional(),
      }),
      answer: { status: 200, schema: userWire },
    },
    async (ctx, { body }) => userToWire(await updateProfile(ctx, body)),
  ),
  route(
    {
      method: "delete",
      path: "/v1/me",
      operation: "cancelMe",
      tag,
      summary: "Delete my account in thirty days",
      description: "Signs every device out. Signing in again before the day keeps the account.",
      access: "person",
      recentAuthentication: true,
      rate: "write",
      answer: { status: 204 },
      problems: ["conflict", "reauthentication_required"],
    },
    (ctx, { request }) => cancelAccount(ctx, request),
  ),
];

const sessionRoutes = [
  route(
    {
      method: "get",
      path: "/v1/sessions",
      operation: "listSessions",
      tag,
      summary: "List where I am signed in",
      access: "person",
      rate: "read",
      query: pageQuery,
      answer: { status: 200, schema: pageOf(sessionWire) },
    },
    (ctx, { query }) => listSessions(ctx, query),
  ),
  route(
    {
      method: "delete",
      path: "/v1/sessions/{sessionId}",
      operation: "endSession",
      tag,
      summary: "Sign one device out",
      access: "person",
      rate: "write",
      params: z.strictObject({ sessionId: idOf("session") }),
      answer: { status: 204 },
    },
    (ctx, { params }) => endSession(ctx, params.sessionId),
  ),
  route(
    {
      method: "delete",
      path: "/v1/sessions",
      operation: "endOtherSessions",
      tag,
      summary: "Sign every other device out",
      access: "person",
      rate: "write",
      answer: { status: 204 },
    },
    (ctx) => endOtherSessions(ctx),
  ),
];

const mailboxRoutes = [
  route(
    {
      method: "get",
      path: "/v1/mailbox",
      operation: "listMail",
      tag: "Mailbox",
      summary: "List mail that was kept instead of sent",
      description:
        "Only on a laptop and in tests, where no mail provider is set; elsewhere there is nothing here.",
      access: "public",
      rate: "read",
      query: pageQuery.extend({ recipient: emailAddress.optional() }),
      answer: { status: 200, schema: pageOf(mailWire) },
      problems: ["not_found"],
    },
    (ctx, { query }) => listMail(ctx, query),
  ),
  route(
    {
      method: "get",
      path: "/v1/mailbox/{mailId}",
      operation: "getMail",
      tag: "Mailbox",
      summary: "Read a kept mail",
      access: "public",
      rate: "read",
      params: z.strictObject({ mailId: idOf("mail") }),
      answer: { status: 200, schema: mailWire },
    },
    (ctx, { params }) => getMail(ctx, params.mailId),
  ),
];

export const meRoutes = [...profileRoutes, ...sessionRoutes, ...mailboxRoutes];
