import { rightsOfKeys } from "../api-keys";
import { authorize, type Context } from "../kernel/context";
import { toWireTime } from "../kernel/contract";
import { csvLine } from "../kernel/csv";
import { streamed } from "../kernel/download";
import { Forbidden, Invalid } from "../kernel/errors";
import type { Permission } from "../kernel/permissions";
import { write } from "../kernel/write";
import { rightsOfSessions } from "../organizations";
import { type NameOf, nameActors } from "./actors";
import { boundsOf } from "./bounds";
import { type Entry, readEntries } from "./list";
import type { AuditFilter } from "./queries";
import { trailsOf } from "./trails";
import { auditEntryToWire } from "./wire";

export type ExportFormat = "csv" | "json";

const right: Permission = "audit:export";
const perPage = 500;
const most = 200_000;

/** A stream that reads page by page as it is taken, and stops where the right to it does. */
export async function exportEntries(
  ctx: Context,
  filter: AuditFilter,
  format: ExportFormat,
): Promise<ReadableStream<Uint8Array>> {
  authorize(ctx, right);
  await assertBounded(ctx, filter);
  const changes = { format, filter: JSON.parse(JSON.stringify(filter)) };
  await write(ctx, [], { audit: [{ action: "audit.exported", resourceType: "audit_log", changes }] });
  const text = format === "csv" ? csvText(ctx, filter) : jsonText(ctx, filter);
  return streamed(text);
}

/** Cutting it off silently would be worse than saying what to do. */
async function assertBounded(ctx: Context, filter: AuditFilter): Promise<void> {
  const bounds = await Promise.all(
    trailsOf(ctx).map((trail) => boundsOf(trail, ctx.organization.id, filter)),
  );
  const count = bounds.reduce((sum, { low, high }) => sum + Math.max(0, high - low), 0);
  if (count <= most) return;
  const detail = `This time holds up to ${count} entries; export at most ${most} at once.`;
  throw Invalid.field("/from", "too_many_entries", detail);
}

const columns = [
  "time",
  "action",
  "actor",
  "actor_kind",
  "actor_id",
  "resource_type",
  "resource_id",
  "changes",
  "ip_address",
  "user_agent",
  "request_id",
  "id",
  "database",
  "sequence",
  "chain_hash",
];

async function* csvText(ctx: Context, filter: AuditFilter): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const { entries, nameOf } of pages(ctx, filter)) {
    yield entries.map((entry) => csvLine(cellsOf(entry, nameOf))).join("");
  }
}

function cellsOf(entry: Entry, nameOf: NameOf): (string | number | null)[] {
  return [
    toWireTime(entry.createdAt),
    entry.action,
    nameOf(entry),
    entry.actorKind,
    entry.actorId,
    entry.resourceType,
    entry.resourceId,
    JSON.stringify(entry.changes),
    entry.ipAddress,
    entry.userAgent,
    entry.requestId,
    entry.id,
    entry.database,
    entry.seq,
    entry.chainHash,
  ];
}

async function* jsonText(ctx: Context, filter: AuditFilter): AsyncGenerator<string> {
  let before = "[\n";
  for await (const { entries, nameOf } of pages(ctx, filter)) {
    yield before + entries.map((entry) => JSON.stringify(recordOf(entry, nameOf))).join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

function recordOf(entry: Entry, nameOf: NameOf) {
  const { database, seq: sequence, chainHash } = entry;
  return { ...auditEntryToWire(entry, nameOf), database, sequence, chainHash };
}

type NamedPage = { entries: Entry[]; nameOf: NameOf };

async function* pages(ctx: Context, filter: AuditFilter): AsyncGenerator<NamedPage> {
  let cursor: string | null | undefined;
  while (cursor !== null) {
    await assertStillMay(ctx);
    const page = await readEntries(ctx, filter, { limit: perPage, cursor });
    cursor = page.nextCursor;
    if (page.entries.length === 0) continue;
    yield { entries: page.entries, nameOf: await nameActors(ctx, page.entries) };
  }
}

/** A long download outlives the check at its door, so every page asks again (ROLE-06). */
async function assertStillMay(ctx: Context): Promise<void> {
  const { actor, control, organization } = ctx;
  if (actor.kind !== "user" && actor.kind !== "api_key") return;
  const rights =
    actor.kind === "user"
      ? (await rightsOfSessions(control, organization.id, [actor.session.id], ctx.now())).get(
          actor.session.id,
        )
      : (await rightsOfKeys(control, organization.id, [actor.id], ctx.now())).get(actor.id);
  if (!rights?.includes(right)) throw new Forbidden(right);
}
