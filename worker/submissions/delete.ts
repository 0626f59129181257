import { and, eq, inArray, lte } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { files, formDrafts, formSubmissions } from "../../db/schema/cell/submissions";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import { orElse, type Step, write } from "../kernel/write";
import { filesOf, getSubmission, isSubmission, listOfLead } from "./queries";

/** For good, with its files. The lead that it made stays. */
export async function deleteSubmission(ctx: Context, id: Id<"submission">): Promise<void> {
  authorize(ctx, "submissions:write");
  const { formId } = await getSubmission(ctx, id);
  const objectKeys = (await filesOf(ctx, [id])).map(({ objectKey }) => objectKey);
  await write(
    ctx,
    [
      ...eraseSteps(ctx, [id]).slice(0, 1),
      ctx.db.delete(formSubmissions).where(isSubmission(ctx, id)),
      orElse(new NotFound()),
    ],
    {
      facts: [{ type: "submission.deleted", subjectId: id, data: { formId } }],
      audit: [{ action: "submission.deleted", resourceType: "submission", resourceId: id }],
      jobs: objectKeys.length > 0 ? [dropObjects(objectKeys)] : [],
    },
  );
}

function eraseSteps(ctx: Context, ids: readonly Id<"submission">[]): Step[] {
  const here = ctx.organization.id;
  return [
    ctx.db.delete(files).where(and(eq(files.organizationId, here), inArray(files.submissionId, idsIn(ids)))),
    ctx.db
      .delete(formSubmissions)
      .where(and(eq(formSubmissions.organizationId, here), inArray(formSubmissions.id, idsIn(ids)))),
  ];
}

function dropObjects(objectKeys: string[]) {
  return { queue: "delivery" as const, type: "submissions.drop_objects", payload: { objectKeys } };
}

const lot = 100;

/** Whoever is erased as a lead has sent nothing either (GDPR-01). Cut off in the middle and begun again, it ends the same. */
export async function forgetLead(ctx: Context, leadId: Id<"lead">): Promise<void> {
  for (;;) {
    const rows = await listOfLead(ctx, leadId, undefined, lot);
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    // The objects first: a row that is still there is how they are found again.
    await ctx.providers.files.delete((await filesOf(ctx, ids)).map(({ objectKey }) => objectKey));
    await write(ctx, eraseSteps(ctx, ids));
  }
}

export async function dropDraft(ctx: Context, id: Id<"formDraft">): Promise<void> {
  await ctx.db
    .delete(formDrafts)
    .where(
      and(
        eq(formDrafts.id, id),
        eq(formDrafts.organizationId, ctx.organization.id),
        lte(formDrafts.expiresAt, ctx.now()),
      ),
    );
}
