import * as z from "zod";
import { route } from "../../kernel/contract";
import { firstStepAnswer, mailOnItsWay, onItsWay } from "../answers";
import { emailAddress, mailTokenText, oneLine } from "../fields";
import { newPassword, typedPassword } from "../passwords/password-rules";
import { confirmIdentity } from "../passwords/password-check";
import { signIn, signOut } from "./sign-in";
import { signUp } from "./sign-up";
import { sendVerificationAgain, verifyEmail } from "../mail/verify-email";

const tag = "Sign-in";
export const signInRoutes = [
  route(
    {
      method: "post",
      path: "/v1/auth/sign-up/email",
      operation: "signUpWithEmail",
      tag,
      summary: "Make an account",
      description:
        "Answers alike whether the address is new or known. The account opens once the address is confirmed.",
      access: "public",
      rate: "mail",
      body: z.strictObject({ email: emailAddress, password: newPassword, name: oneLine(120) }),
      answer: { status: 202, schema: mailOnItsWay },
      problems: ["invalid"],
    },
    async (ctx, { body }) => {
      await signUp(ctx, body);
      return onItsWay;
    },
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/sign-in/email",
      operation: "signInWithEmail",
      tag,
      summary: "Sign in with a password",
      description: "Sets the session cookie, or asks for the second factor by `two_factor_required`.",
      access: "public",
      rate: "sign_in",
      body: z.strictObject({
        email: emailAddress,
        password: typedPassword,
        rememberMe: z.boolean().optional(),
      }),
      answer: { status: 200, schema: firstStepAnswer },
      problems: ["unauthenticated", "forbidden"],
    },
    (ctx, { body, request }) => signIn(ctx, request, body),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/sign-out",
      operation: "signOut",
      tag,
      summary: "Sign out here",
      access: "person",
      answer: { status: 204 },
    },
    (ctx, { request }) => signOut(ctx, request),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/send-verification-email",
      operation: "sendVerificationEmail",
      tag,
      summary: "Send the confirmation mail again",
      access: "public",
      rate: "mail",
      body: z.strictObject({ email: emailAddress }),
      answer: { status: 202, schema: mailOnItsWay },
    },
    async (ctx, { body }) => {
      await sendVerificationAgain(ctx, body.email);
      return onItsWay;
    },
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/verify-email",
      operation: "verifyEmail",
      tag,
      summary: "Confirm an email address",
      access: "public",
      rate: "sign_in",
      body: z.strictObject({ token: mailTokenText }),
      answer: { status: 200, schema: z.strictObject({ email: z.string() }) },
      problems: ["bad_request"],
    },
    (ctx, { body }) => verifyEmail(ctx, body.token),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/confirmation",
      operation: "confirmIdentity",
      tag,
      summary: "Confirm the password",
      description: "Opens a quarter of an hour for acts that answer `reauthentication_required` otherwise.",
      access: "person",
      rate: "sign_in",
      body: z.strictObject({ password: typedPassword }),
      answer: { status: 204 },
      problems: ["conflict"],
    },
    (ctx, { body }) => confirmIdentity(ctx, body.password),
  ),
];
