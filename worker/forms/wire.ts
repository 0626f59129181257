import * as z from "zod";
import { toWireTime, wireTime } from "../kernel/contract";
import type { Form, ListedForm } from "./queries";
import { definitionShape } from "./shape";
import { settingsFields } from "./settings";

export const formStates = ["draft", "published", "archived"] as const;

const shared = {
  id: z.string(),
  businessId: z.string(),
  name: z.string(),
  title: z.string(),
  state: z.enum(formStates),
  revision: z
    .int()
    .meta({ description: "Send it back with a change, so that nobody's work is overwritten." }),
  publishedVersionId: z.string().nullable(),
  publishedAt: wireTime.nullable(),
  hasUnpublishedChanges: z.boolean(),
  responseCount: z.int(),
  archivedAt: wireTime.nullable(),
  createdAt: wireTime,
  updatedAt: wireTime,
};

export const listedFormWire = z
  .strictObject({ ...shared, fieldCount: z.int().meta({ description: "How many things are asked." }) })
  .meta({ id: "ListedForm" });

export const formWire = z
  .strictObject({
    ...shared,
    url: z.string().meta({ description: "Its hosted page, once it is published." }),
    aiPersonalizationEnabled: z.boolean(),
    hasChallengeSecret: z.boolean(),
    definition: definitionShape,
    settings: z.strictObject({ ...settingsFields, notifyMemberIds: z.array(z.string()) }),
  })
  .meta({ id: "Form" });

export function listedFormToWire({ fieldCount, ...row }: ListedForm): z.input<typeof listedFormWire> {
  return { ...sharedToWire(row), fieldCount };
}

export function formToWire(form: Form, appUrl: string): z.input<typeof formWire> {
  const { aiPersonalizationEnabled, challengeSecret, definition, settings } = form;
  return {
    ...sharedToWire(form),
    url: formUrl(appUrl, form.id),
    aiPersonalizationEnabled,
    hasChallengeSecret: challengeSecret !== null,
    definition,
    settings,
  };
}

export function formUrl(appUrl: string, id: string): string {
  return `${appUrl.replace(/\/$/, "")}/f/${id}`;
}

type Shared = Omit<ListedForm, "fieldCount">;

function sharedToWire(row: Shared) {
  const isPublished = row.publishedVersionId !== null;
  return {
    id: row.id,
    businessId: row.businessId,
    name: row.name,
    title: row.title,
    state: stateOf(row),
    revision: row.revision,
    publishedVersionId: row.publishedVersionId,
    publishedAt: toWireTime(row.publishedAt),
    hasUnpublishedChanges: isPublished && row.definitionRevision !== row.publishedRevision,
    responseCount: row.responseCount,
    archivedAt: toWireTime(row.archivedAt),
    createdAt: toWireTime(row.createdAt),
    updatedAt: toWireTime(row.updatedAt),
  };
}

function stateOf({ archivedAt, publishedVersionId }: Shared): (typeof formStates)[number] {
  if (archivedAt !== null) return "archived";
  return publishedVersionId === null ? "draft" : "published";
}
