import * as z from "zod";
import type { Id } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import { Conflict } from "../../kernel/errors";
import type { Integration } from "./queries";

const shape = z.union([
  z.strictObject({ password: z.string() }),
  z.strictObject({
    secret: z.string(),
    previous: z.string().optional(),
    previousUntil: z.number().optional(),
  }),
]);
export type Credentials = z.output<typeof shape>;

const rotationMs = 24 * 60 * 60_000;

export function sealCredentials(
  ctx: Context,
  id: Id<"integration">,
  credentials: Credentials,
): Promise<string> {
  return ctx.sealer.seal(JSON.stringify(credentials), bindingOf(ctx, id), (count) => ctx.random(count));
}

export async function openPassword(ctx: Context, row: Integration): Promise<string> {
  const credentials = await open(ctx, row);
  if ("password" in credentials) return credentials.password;
  throw disconnected;
}

/** The newest first; the one before it goes on signing for a day after it was replaced. */
export async function openSecrets(ctx: Context, row: Integration): Promise<string[]> {
  const credentials = await open(ctx, row);
  if (!("secret" in credentials)) throw disconnected;
  const { secret, previous, previousUntil = 0 } = credentials;
  return previous && previousUntil > ctx.now() ? [secret, previous] : [secret];
}

/** As Standard Webhooks writes them. */
export function newWebhookSecret(ctx: Context): string {
  return `whsec_${btoa(String.fromCharCode(...ctx.random(32)))}`;
}

export async function afterRotation(ctx: Context, row: Integration, secret: string): Promise<Credentials> {
  const [previous] = await openSecrets(ctx, row);
  return { secret, ...(previous ? { previous, previousUntil: ctx.now() + rotationMs } : {}) };
}

async function open(ctx: Context, { id, sealedCredentials }: Integration): Promise<Credentials> {
  if (!sealedCredentials) throw disconnected;
  return shape.parse(JSON.parse(await ctx.sealer.open(sealedCredentials, bindingOf(ctx, id))));
}

function bindingOf(ctx: Context, id: Id<"integration">) {
  return { organizationId: ctx.organization.id, recordId: id, purpose: "integration credentials" };
}

export const disconnected = new Conflict("disconnected", "This connection was ended. Connect it again.");
