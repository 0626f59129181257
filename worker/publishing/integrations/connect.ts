import { eq, sql } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { integrations } from "../../../db/schema/cell/publishing";
import { getBusiness } from "../../businesses";
import { authorize, type Context } from "../../kernel/context";
import { Conflict, Invalid } from "../../kernel/errors";
import { orElse, refuseWhen, write } from "../../kernel/write";
import { afterRotation, newWebhookSecret, sealCredentials } from "./credentials";
import type { IntegrationChange, NewIntegration } from "./fields";
import { getIntegration, type Integration, isIntegration } from "./queries";
import { type IntegrationSettings, integrationSettingsOf } from "./settings";

const most = 50;

/** Keeps a way out. Nothing is sent before somebody tries it or publishes there. */
export async function connectIntegration(
  ctx: Context,
  draft: NewIntegration,
): Promise<{ integration: Integration; secret: string | null }> {
  authorize(ctx, "integrations:write");
  assertPrivate(ctx, draft.url);
  if (draft.businessId) await getBusiness(ctx, draft.businessId);
  const id = ctx.newId("integration", ctx.organization.cell);
  const secret = draft.provider === "webhook" ? newWebhookSecret(ctx) : null;
  const credentials = draft.provider === "webhook" ? { secret: secret ?? "" } : { password: draft.password };
  const { provider, businessId } = draft;
  const name = draft.name ?? new URL(draft.url).hostname;
  const now = ctx.now();
  const inUse = sql`(select count(*) from ${integrations} where organization_id = ${ctx.organization.id}
    and status <> 'disconnected') >= ${most}`;
  const row = { id, organizationId: ctx.organization.id, businessId, provider, name };
  const sealedCredentials = await sealCredentials(ctx, id, credentials);
  await write(
    ctx,
    [
      refuseWhen(inUse, new Conflict("too_many", `Up to ${most} services can be connected.`)),
      ctx.db
        .insert(integrations)
        .values({ ...row, settings: settingsFrom(draft), sealedCredentials, createdAt: now, updatedAt: now }),
    ],
    {
      facts: [{ type: "integration.connected", subjectId: id, data: { provider } }],
      audit: [
        audit("integration.connected", id, { after: { provider, name, businessId, ...settingsFrom(draft) } }),
      ],
    },
  );
  return { integration: await getIntegration(ctx, id), secret };
}

/** What is not given stays; a password that is given takes the old one's place. */
export async function changeIntegration(
  ctx: Context,
  id: Id<"integration">,
  { name, password, ...given }: IntegrationChange,
): Promise<Integration> {
  authorize(ctx, "integrations:write");
  const before = await getIntegration(ctx, id);
  refuseForWebhook(before, { password, asDraft: given.asDraft, category: given.category });
  const settings = { ...integrationSettingsOf(before), ...given };
  await write(
    ctx,
    [
      ctx.db
        .update(integrations)
        .set({
          settings,
          ...(name ? { name } : {}),
          ...(password
            ? {
                sealedCredentials: await sealCredentials(ctx, id, { password }),
                lastError: null,
                status: "active",
              }
            : {}),
          updatedAt: ctx.now(),
        })
        .where(sql`${isIntegration(ctx, id)} and ${integrations.status} <> 'disconnected'`),
      orElse(ended),
    ],
    {
      facts: [{ type: "integration.changed", subjectId: id }],
      audit: [
        audit("integration.changed", id, {
          after: { name, ...given, ...(password ? { password: "replaced" } : {}) },
        }),
      ],
    },
  );
  return await getIntegration(ctx, id);
}

/** The old secret goes on signing beside the new one for a day, so that no receiver misses anything. */
export async function rotateSecret(
  ctx: Context,
  id: Id<"integration">,
): Promise<{ integration: Integration; secret: string }> {
  authorize(ctx, "integrations:write");
  const before = await getIntegration(ctx, id);
  if (before.provider !== "webhook")
    throw new Conflict("no_secret", "Only a webhook is signed with a secret.");
  const secret = newWebhookSecret(ctx);
  const sealedCredentials = await sealCredentials(ctx, id, await afterRotation(ctx, before, secret));
  await write(
    ctx,
    [
      ctx.db
        .update(integrations)
        .set({ sealedCredentials, updatedAt: ctx.now() })
        .where(
          sql`${isIntegration(ctx, id)} and ${eq(integrations.sealedCredentials, before.sealedCredentials ?? "")}`,
        ),
      orElse(new Conflict("changed_meanwhile", "Somebody else changed this connection a moment ago.")),
    ],
    {
      facts: [{ type: "integration.secret_rotated", subjectId: id }],
      audit: [audit("integration.secret_rotated", id, {})],
    },
  );
  return { integration: await getIntegration(ctx, id), secret };
}

/** Its credentials are destroyed at once. What was published there stays where it is. */
export async function disconnectIntegration(ctx: Context, id: Id<"integration">): Promise<void> {
  authorize(ctx, "integrations:write");
  const before = await getIntegration(ctx, id);
  if (before.status === "disconnected") return;
  await write(
    ctx,
    [
      ctx.db
        .update(integrations)
        .set({ status: "disconnected", sealedCredentials: null, updatedAt: ctx.now() })
        .where(isIntegration(ctx, id)),
      orElse(ended),
    ],
    {
      facts: [{ type: "integration.disconnected", subjectId: id }],
      audit: [
        audit("integration.disconnected", id, { before: { name: before.name, provider: before.provider } }),
      ],
    },
  );
}

const ended = new Conflict("disconnected", "This connection was ended. Connect it again.");

function settingsFrom(draft: NewIntegration): IntegrationSettings {
  const { url, publishScheduled } = draft;
  if (draft.provider === "webhook") return { url, publishScheduled };
  const { username, asDraft, category } = draft;
  return { url: url.replace(/\/+$/, ""), publishScheduled, username, asDraft, category };
}

/** A password in plain words on the way would be everybody's; only what the operator has named may be so near. */
function assertPrivate(ctx: Context, address: string): void {
  const { protocol, host } = new URL(address);
  if (protocol === "https:" || ctx.settings.OUTBOUND_ALLOWED_HOSTS.includes(host)) return;
  throw Invalid.field(
    "/url",
    "not_secure",
    "Use an address that begins with https://, so that nobody can listen in.",
  );
}

function refuseForWebhook({ provider }: Integration, given: Record<string, unknown>): void {
  if (provider === "wordpress") return;
  const name = Object.keys(given).find((each) => given[each] !== undefined);
  if (name) throw Invalid.field(`/${name}`, "not_used", "A webhook has nothing like this.");
}

function audit(action: string, resourceId: string, changes: Record<string, unknown>) {
  return { action, resourceType: "integration", resourceId, changes };
}
