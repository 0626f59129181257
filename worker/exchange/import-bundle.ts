import type { Id } from "../../db/ids";
import { contentBundles } from "../../db/schema/cell/bundles";
import { assertOrder } from "../bundles";
import { assertNotArchived, getBusiness } from "../businesses";
import { linkSteps, whyNot } from "../journeys";
import { authorize, type Context } from "../kernel/context";
import { Conflict, Invalid, NotFound } from "../kernel/errors";
import { isTaken, write } from "../kernel/write";
import { type FilledDraft, fillDraft, importPieceSteps, textOf } from "../pieces";
import { draftsOf, type FileDraft } from "./drafts";
import type { BundleFile } from "./file";

export type Imported = { bundleId: Id<"bundle">; pieces: number; links: number };

/** A bundle from a file of our own: all of it or nothing, each word judged as if it had been typed here. */
export async function importBundle(
  ctx: Context,
  businessId: Id<"business">,
  file: BundleFile,
): Promise<Imported> {
  authorize(ctx, "content:write");
  await assertBusiness(ctx, businessId);
  assertOrder({ ...file.bundle, brief: { ...file.bundle.brief, topicIds: [] }, strategyId: null });
  const bundleId = ctx.newId("bundle", ctx.organization.cell);
  const drafts = draftsOf(ctx, file, { businessId, bundleId });
  const pieces = drafts.map(fillAt);
  const edges = edgesOf(file, drafts, { businessId, bundleId });
  const steps = [
    ctx.db.insert(contentBundles).values(bundleRow(ctx, file, { businessId, bundleId, pieces })),
    ...(await importPieceSteps(ctx, businessId, pieces)),
    ...linkSteps(ctx, edges),
  ];
  const after = { name: file.bundle.name, pieces: pieces.length, links: edges.length };
  const audit = {
    action: "bundle.imported",
    resourceType: "bundle",
    resourceId: bundleId,
    changes: { after },
  };
  const fact = { type: "bundle.imported", subjectId: bundleId, data: { bundleId, businessId } };
  try {
    await write(ctx, steps, { facts: [fact], audit: [audit] });
  } catch (error) {
    if (isTaken(error, "slug")) throw addressTaken;
    throw error;
  }
  return { bundleId, pieces: pieces.length, links: edges.length };
}

const addressTaken = new Conflict("address_taken", "An address was taken in this moment. Import it again.");

async function assertBusiness(ctx: Context, id: Id<"business">): Promise<void> {
  const business = await getBusiness(ctx, id).catch((error: unknown) => {
    if (!(error instanceof NotFound)) throw error;
    throw Invalid.field("/businessId", "unknown_business", "There is no such business here.");
  });
  assertNotArchived(business);
}

/** Says of a refused field in which piece of the file it stands. */
function fillAt({ draft, words, at }: FileDraft): FilledDraft {
  try {
    return fillDraft(draft, words);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid(
      error.errors.map((each) => ({ ...each, pointer: `/file/pieces/${at}${each.pointer}` })),
    );
  }
}

type Place = { businessId: Id<"business">; bundleId: Id<"bundle"> };

/** It has had its run: the order stands, and what has no words yet can be written by trying again. */
function bundleRow(
  ctx: Context,
  { bundle }: BundleFile,
  { businessId, bundleId, pieces }: Place & { pieces: FilledDraft[] },
): typeof contentBundles.$inferInsert {
  const now = ctx.now();
  const ready = pieces.filter(({ content }) => textOf(content).trim() !== "").length;
  return {
    ...bundle,
    brief: { ...bundle.brief, topicIds: [] },
    id: bundleId,
    organizationId: ctx.organization.id,
    businessId,
    status: ready === pieces.length ? "ready" : "partial",
    pieceCount: pieces.length,
    readyCount: ready,
    run: 1,
    completedAt: now,
    createdAt: now,
    updatedAt: now,
  };
}

/** Only the edges that could have been drawn by hand. */
function edgesOf({ journey }: BundleFile, drafts: FileDraft[], place: Place) {
  const byRef = new Map(drafts.map(({ ref, draft }) => [ref, draft]));
  const seen = new Set<string>();
  return journey.map(({ from, to, ctaText }, index) => {
    const refuse = (end: "from" | "to", code: string, detail: string) =>
      Invalid.field(`/file/journey/${index}/${end}`, code, detail);
    const [first, second] = [byRef.get(from), byRef.get(to)];
    if (!first) throw refuse("from", "unknown_piece", "No piece of the file has this name.");
    if (!second) throw refuse("to", "unknown_piece", "No piece of the file has this name.");
    const no = whyNot(first, second);
    if (no) throw refuse(no.pointer === "/fromPieceId" ? "from" : "to", no.code, no.detail);
    if (seen.has(`${from} ${to}`)) throw refuse("to", "repeated", "These two are linked twice.");
    seen.add(`${from} ${to}`);
    return { ...place, fromPieceId: first.id, toPieceId: second.id, ctaText };
  });
}
