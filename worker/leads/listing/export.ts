import { eq } from "drizzle-orm";
import { leadSources, leadTags } from "../../../db/schema/cell/lead-catalogue";
import { authorize, can, type Context } from "../../kernel/context";
import { csvLine } from "../../kernel/csv";
import { streamed } from "../../kernel/download";
import { Invalid } from "../../kernel/errors";
import { write } from "../../kernel/write";
import { namesOfMembers } from "../../members";
import { allCustomFields, isContactField } from "../fields/custom-fields";
import type { ReadFilters } from "./filters";
import { minorDigits } from "../pure/money";
import { listLeads } from "./list";
import { type Order, readPlace } from "./order";
import { searchPage } from "./search";
import type { Lead } from "../queries";
import { stagesOf } from "../catalogue/stages";
import { leadWriter, type LeadWire } from "../wire";

type Cell = string | number | null;
type Reader = (lead: LeadWire) => Cell;

const contact = new Set(["email", "phone", "notes"]);

const standard: Record<string, Reader> = {
  id: ({ id }) => id,
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  jobTitle: ({ jobTitle }) => jobTitle,
  company: ({ company }) => company?.name ?? null,
  website: ({ website }) => website,
  status: ({ status }) => status,
  score: ({ score }) => score,
  value: ({ value }) => value && inMajorUnits(value),
  currency: ({ value }) => value?.currency ?? null,
  assignedTo: ({ assignedTo }) => assignedTo,
  sourceId: ({ sourceId }) => sourceId,
  closeReason: ({ closeReason }) => closeReason,
  notes: ({ notes }) => notes,
  budget: ({ budget }) => budget,
  authority: ({ authority }) => authority,
  need: ({ need }) => need,
  timeline: ({ timeline }) => timeline,
  firstTouchSource: ({ firstTouch }) => firstTouch?.utm["source"] ?? null,
  lastTouchSource: ({ lastTouch }) => lastTouch?.utm["source"] ?? null,
  lastContactedAt: ({ lastContactedAt }) => lastContactedAt,
  nextFollowUpAt: ({ nextFollowUpAt }) => nextFollowUpAt,
  createdAt: ({ createdAt }) => createdAt,
  stageSince: ({ stageSince }) => stageSince,
  updatedAt: ({ updatedAt }) => updatedAt,
};

/** As a spreadsheet adds it up: 1548.5 and not 154850. */
function inMajorUnits({ amount, currency }: NonNullable<LeadWire["value"]>): number {
  return amount / 10 ** minorDigits(currency);
}

/** What the screen shows: a list in its order, or what a search finds. */
type Shown = { filters: ReadFilters; order: Order } | { search: string };
export type ExportQuery = { shown: Shown; columns: string[] };

/** The view as CSV, read on while it is taken. Who may not see a column cannot have it by naming it (ROLE-05). */
export async function exportLeads(
  ctx: Context,
  { shown, columns }: ExportQuery,
): Promise<ReadableStream<Uint8Array>> {
  authorize(ctx, "leads:export");
  const readers = await readersFor(ctx, columns);
  const toWire = await leadWriter(ctx);
  const changes = { columns: readers.map(([name]) => name) };
  await write(ctx, [], { audit: [{ action: "leads.exported", resourceType: "lead", changes }] });
  return streamed(lines(ctx, shown, readers, toWire));
}

async function readersFor(ctx: Context, asked: string[]): Promise<[string, Reader][]> {
  const seesContact = can(ctx, "leads:contact");
  const stages = new Map((await stagesOf(ctx)).map(({ id, name }) => [id as string, name]));
  const custom = (await allCustomFields(ctx))
    .filter((field) => seesContact || !isContactField(field))
    .map(({ key }) => [`custom.${key}`, (lead: LeadWire) => cellOf(lead.customFields[key])] as const);
  const all = new Map<string, Reader>([
    ...Object.entries(standard).filter(([name]) => seesContact || !contact.has(name)),
    ["stage", ({ stageId }) => stages.get(stageId) ?? null],
    ...(await namedReaders(ctx, asked)),
    ...custom,
  ]);
  const names = asked.length > 0 ? asked : [...all.keys()];
  return names.map((name) => {
    const reader = all.get(name);
    if (!reader) throw Invalid.field("/columns", "unknown_column", `There is no column “${name}” for you.`);
    return [name, reader];
  });
}

/** What a lead keeps as an id, by its name: read only where somebody wants it. */
async function namedReaders(ctx: Context, asked: readonly string[]): Promise<[string, Reader][]> {
  const names = (column: string, read: () => Promise<Map<string, string>>) =>
    asked.length === 0 || asked.includes(column) ? read() : new Map<string, string>();
  const here = ctx.organization.id;
  const [owners, sources, tags] = await Promise.all([
    names("owner", () => namesOfMembers(ctx)),
    names("source", async () => {
      const rows = ctx.db.select().from(leadSources).where(eq(leadSources.organizationId, here));
      return namesById(await rows.limit(mostNames));
    }),
    names("tags", async () => {
      const rows = ctx.db.select().from(leadTags).where(eq(leadTags.organizationId, here));
      return namesById(await rows.limit(mostNames));
    }),
  ]);
  return [
    ["owner", ({ assignedTo }) => (assignedTo && owners.get(assignedTo)) ?? null],
    ["source", ({ sourceId }) => (sourceId && sources.get(sourceId)) ?? null],
    ["tags", ({ tagIds }) => tagIds.flatMap((id) => tags.get(id) ?? []).join("; ")],
  ];
}

const mostNames = 5000;

function namesById(rows: readonly { id: string; name: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function cellOf(value: LeadWire["customFields"][string] | undefined): Cell {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.join("; ");
  return typeof value === "boolean" ? String(value) : value;
}

async function* lines(
  ctx: Context,
  shown: Shown,
  readers: [string, Reader][],
  toWire: (lead: Lead) => LeadWire,
): AsyncGenerator<string> {
  yield csvLine(readers.map(([name]) => name));
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(ctx, shown, cursor);
    yield page.data.map((lead) => csvLine(readers.map(([, read]) => read(toWire(lead))))).join("");
    cursor = page.nextCursor;
  } while (cursor !== null);
}

const pageSize = 500;

async function pageOf(ctx: Context, shown: Shown, cursor: string | null) {
  if ("search" in shown) return await searchPage(ctx, shown.search, pageSize, cursor);
  const after = readPlace(shown.order, cursor ?? undefined);
  return await listLeads(ctx, { ...shown, after, limit: pageSize });
}
