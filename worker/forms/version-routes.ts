import * as z from "zod";
import { formVersionReasons } from "../../db/schema/cell/forms";
import type { Id } from "../../db/ids";
import { idOf, route, toWireTime, wireTime } from "../kernel/contract";
import { decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import { getForm } from "./queries";
import { definitionShape } from "./shape";
import { templateFor, templateKeys } from "./templates";
import { getVersion, listVersions, restoreVersion, type VersionRow } from "./versions";
import { formToWire, formWire } from "./wire";

const tag = "Forms";
const reading = { tag, access: "organization", permission: "forms:read" } as const;
const params = z.object({ formId: idOf("form") });
const versionParams = params.extend({ versionId: idOf("formVersion") });

const version = {
  id: z.string(),
  number: z.int(),
  reason: z.enum(formVersionReasons).meta({
    description: "`published`: visitors saw it. `kept`: it stood there before an older one was taken back.",
  }),
  isPublished: z.boolean(),
  createdBy: z.string().nullable(),
  createdAt: wireTime,
};
const versionWire = z.strictObject(version).meta({ id: "FormVersion" });
const wholeVersionWire = z
  .strictObject({ ...version, definition: definitionShape })
  .meta({ id: "WholeFormVersion" });

function versionToWire(
  { id, number, reason, createdBy, createdAt }: VersionRow,
  published: Id<"formVersion"> | null,
): z.input<typeof versionWire> {
  return { id, number, reason, createdBy, isPublished: id === published, createdAt: toWireTime(createdAt) };
}

const listVersionsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/forms/{formId}/versions",
    operation: "listFormVersions",
    summary: "List a form's versions",
    description: "The latest first.",
    params,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(versionWire) },
  },
  async (ctx, { params: { formId }, query: { cursor, limit } }) => {
    const { publishedVersionId } = await getForm(ctx, formId);
    const before = cursor === undefined ? undefined : Number(decodeCursor(cursor, 1)[0]);
    const rows = await listVersions(ctx, formId, before, limit);
    return toPage(
      rows,
      limit,
      ({ number }) => [number],
      (row) => versionToWire(row, publishedVersionId),
    );
  },
);

const getVersionRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/forms/{formId}/versions/{versionId}",
    operation: "getFormVersion",
    summary: "Get a version of a form",
    params: versionParams,
    answer: { status: 200, schema: wholeVersionWire },
    budget: { read: 40, written: 4 },
  },
  async (ctx, { params: { formId, versionId } }) => {
    const { publishedVersionId } = await getForm(ctx, formId);
    const found = await getVersion(ctx, formId, versionId);
    return { ...versionToWire(found, publishedVersionId), definition: found.definition };
  },
);

const restoreVersionRoute = route(
  {
    tag,
    access: "organization",
    permission: "forms:write",
    rate: "write",
    method: "post",
    path: "/v1/forms/{formId}/versions/{versionId}/restoration",
    operation: "restoreFormVersion",
    summary: "Restore a version of a form",
    description: "To work on; visitors see it once it is published. What stood there is kept as a version.",
    params: versionParams,
    body: z.strictObject({ revision: z.int().min(1) }),
    answer: { status: 200, schema: formWire },
    problems: ["conflict"],
  },
  async (ctx, { params: { formId, versionId }, body: { revision } }) =>
    formToWire(await restoreVersion(ctx, formId, versionId, revision), ctx.settings.APP_URL),
);

const templateWire = z
  .strictObject({
    key: z.enum(templateKeys),
    name: z.string(),
    about: z.string(),
    definition: definitionShape,
  })
  .meta({ id: "FormTemplate" });

const listTemplatesRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/form-templates",
    operation: "listFormTemplates",
    summary: "List templates of forms",
    description: "All of them, to look at before one is taken.",
    answer: { status: 200, schema: z.strictObject({ data: z.array(templateWire) }) },
  },
  async (ctx) => {
    const business = { name: ctx.organization.name, language: "en", brandColors: {} };
    return { data: templateKeys.map((key) => templateFor(key, business)) };
  },
);

export const versionRoutes = [listVersionsRoute, getVersionRoute, restoreVersionRoute, listTemplatesRoute];
