import * as z from "zod";
import { route } from "../../kernel/contract";
import { confirmEmailChange, requestEmailChange, undoEmailChange } from "../mail/change-email";
import { changePassword } from "./change-password";
import { emailAddress, mailTokenText } from "../fields";
import { newPassword, typedPassword } from "./password-rules";
import { requestPasswordReset, resetPassword } from "./reset-password";
import { mailOnItsWay, onItsWay } from "../answers";

const tag = "Password and address";

export const passwordRoutes = [
  route(
    {
      method: "post",
      path: "/v1/auth/request-password-reset",
      operation: "requestPasswordReset",
      tag,
      summary: "Ask for a new password",
      access: "public",
      rate: "mail",
      body: z.strictObject({ email: emailAddress }),
      answer: { status: 202, schema: mailOnItsWay },
    },
    async (ctx, { body }) => {
      await requestPasswordReset(ctx, body.email);
      return onItsWay;
    },
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/reset-password",
      operation: "resetPassword",
      tag,
      summary: "Choose a new password by the link from the mail",
      description: "Signs every device out.",
      access: "public",
      rate: "sign_in",
      body: z.strictObject({ token: mailTokenText, newPassword }),
      answer: { status: 204 },
      problems: ["bad_request"],
    },
    (ctx, { body }) => resetPassword(ctx, body.token, body.newPassword),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/change-password",
      operation: "changePassword",
      tag,
      summary: "Change the password",
      description: "Signs every other device out and gives this one a new session.",
      access: "person",
      rate: "sign_in",
      body: z.strictObject({ currentPassword: typedPassword, newPassword }),
      answer: { status: 204 },
      problems: ["conflict"],
    },
    (ctx, { body, request }) => changePassword(ctx, request, body),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/change-email",
      operation: "requestEmailChange",
      tag,
      summary: "Ask for another email address",
      description: "Nothing changes until the new address is confirmed; the old one can undo it for a week.",
      access: "person",
      recentAuthentication: true,
      rate: "mail",
      body: z.strictObject({ newEmail: emailAddress }),
      answer: { status: 202, schema: mailOnItsWay },
      problems: ["reauthentication_required"],
    },
    async (ctx, { body }) => {
      await requestEmailChange(ctx, body.newEmail);
      return onItsWay;
    },
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/change-email/confirmation",
      operation: "confirmEmailChange",
      tag,
      summary: "Confirm the new email address",
      description: "Signs every device out.",
      access: "public",
      rate: "sign_in",
      body: z.strictObject({ token: mailTokenText }),
      answer: { status: 200, schema: z.strictObject({ email: z.string() }) },
      problems: ["bad_request", "conflict"],
    },
    (ctx, { body }) => confirmEmailChange(ctx, body.token),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/change-email/undo",
      operation: "undoEmailChange",
      tag,
      summary: "Keep the old email address",
      access: "public",
      rate: "sign_in",
      body: z.strictObject({ token: mailTokenText }),
      answer: { status: 200, schema: z.strictObject({ email: z.string() }) },
      problems: ["bad_request", "conflict"],
    },
    (ctx, { body }) => undoEmailChange(ctx, body.token),
  ),
];
