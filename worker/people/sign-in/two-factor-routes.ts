import * as z from "zod";
import { route } from "../../kernel/contract";
import { signedInAnswer } from "../answers";
import { typedPassword } from "../passwords/password-rules";
import { beginTwoFactor, endTwoFactor, passBackupCode, passTotp, renewBackupCodes } from "./two-factor";

const tag = "Two-factor";
const byPassword = z.strictObject({ password: typedPassword });
const backupCodes = z.array(z.string()).meta({ description: "Each opens the door once; shown only now" });
const trustDevice = z
  .boolean()
  .optional()
  .meta({ description: "Ask no code in this browser for thirty days" });

export const twoFactorRoutes = [
  route(
    {
      method: "post",
      path: "/v1/auth/two-factor/enable",
      operation: "beginTwoFactor",
      tag,
      summary: "Begin two-factor sign-in",
      description: "It is on once `verify-totp` has seen the first code from the app.",
      access: "person",
      rate: "sign_in",
      body: byPassword,
      answer: { status: 200, schema: z.strictObject({ totpUri: z.string(), backupCodes }) },
      secretAnswer: true,
      problems: ["conflict"],
    },
    (ctx, { body, request }) => beginTwoFactor(ctx, request, body.password),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/two-factor/verify-totp",
      operation: "passTotp",
      tag,
      summary: "Give the code of the app",
      description:
        "The second step of signing in; for somebody who is signed in, the step that switches it on.",
      access: "public",
      rate: "sign_in",
      body: z.strictObject({
        code: z
          .string()
          .regex(/^\d{6}$/)
          .meta({ examples: ["123456"] }),
        trustDevice,
      }),
      answer: { status: 200, schema: signedInAnswer },
      problems: ["unauthenticated", "conflict"],
    },
    (ctx, { body, request }) => passTotp(ctx, request, body),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/two-factor/verify-backup-code",
      operation: "passBackupCode",
      tag,
      summary: "Give a backup code instead",
      access: "public",
      rate: "sign_in",
      body: z.strictObject({
        code: z
          .string()
          .regex(/^[a-zA-Z0-9]{5}-[a-zA-Z0-9]{5}$/)
          .meta({ examples: ["abcde-fghij"] }),
        trustDevice,
      }),
      answer: { status: 200, schema: signedInAnswer },
      problems: ["unauthenticated", "conflict"],
    },
    (ctx, { body, request }) => passBackupCode(ctx, request, body),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/two-factor/disable",
      operation: "endTwoFactor",
      tag,
      summary: "Switch two-factor sign-in off",
      description: "Signs every other device out.",
      access: "person",
      rate: "sign_in",
      body: byPassword,
      answer: { status: 204 },
      problems: ["conflict"],
    },
    (ctx, { body, request }) => endTwoFactor(ctx, request, body.password),
  ),
  route(
    {
      method: "post",
      path: "/v1/auth/two-factor/generate-backup-codes",
      operation: "renewBackupCodes",
      tag,
      summary: "Get new backup codes",
      access: "person",
      rate: "sign_in",
      body: byPassword,
      answer: { status: 200, schema: z.strictObject({ backupCodes }) },
      secretAnswer: true,
      problems: ["conflict"],
    },
    (ctx, { body, request }) => renewBackupCodes(ctx, request, body.password),
  ),
];
