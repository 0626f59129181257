import * as z from "zod";
import type { Id } from "../../db/ids";
import type { Base } from "../kernel/context";
import { signToken, verifyToken } from "../kernel/secrets";

const purpose = "form-start";
/** A tab may stay open for days before somebody sends what they typed. */
const keptMs = 7 * 86_400_000;
const shape = z.object({ formId: z.string(), at: z.number(), nonce: z.string() });

/** Says when a form was shown, so that what comes back too soon or too often can be told. Every page gets its own. */
export function startToken(base: Base, formId: Id<"form">): Promise<string> {
  const nonce = Buffer.from(base.random(9)).toString("base64url");
  const at = base.now();
  return signToken(
    { purpose, data: { formId, at, nonce }, expiresAt: at + keptMs },
    base.settings.AUTH_SECRET,
  );
}

export type Start = { kind: "known"; at: number; nonce: string } | { kind: "unknown" } | { kind: "forged" };

export async function readStart(base: Base, token: string, formId: Id<"form">): Promise<Start> {
  if (token === "") return { kind: "unknown" };
  const read = await verifyToken(token, purpose, base.settings.AUTH_SECRET, base.now());
  if (read.state === "invalid") return { kind: "forged" };
  if (read.state === "expired") return { kind: "unknown" };
  const data = shape.parse(read.data);
  return data.formId === formId ? { kind: "known", at: data.at, nonce: data.nonce } : { kind: "forged" };
}
