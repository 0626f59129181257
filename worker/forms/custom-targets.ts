import { and, eq, inArray, isNull } from "drizzle-orm";
import { type customFieldTypes, leadCustomFields } from "../../db/schema/cell/lead-catalogue";
import type { Context } from "../kernel/context";
import { type FieldError, Invalid } from "../kernel/errors";
import { idsIn } from "../kernel/id-list";
import type { Field, FieldType, FormDefinition } from "./pure/form";

type CustomType = (typeof customFieldTypes)[number];
type CustomField = { key: string; label: string; type: CustomType; options: string[] };

const prefix = "custom.";

/** Every answer that goes into a field of the organization's own must be what that field holds. */
export async function assertCustomTargets(ctx: Context, { fields }: FormDefinition): Promise<void> {
  const mapped = fields.flatMap((field, index) =>
    field.mapsTo?.startsWith(prefix) ? [{ field, index, key: field.mapsTo.slice(prefix.length) }] : [],
  );
  if (mapped.length === 0) return;
  const known = await findCustomFields(
    ctx,
    mapped.map(({ key }) => key),
  );
  const errors = mapped.flatMap(({ field, index, key }) =>
    faultsOf(
      field,
      known.find((custom) => custom.key === key),
      `/definition/fields/${index}/mapsTo`,
    ),
  );
  if (errors.length > 0) throw new Invalid(errors);
}

async function findCustomFields(ctx: Context, keys: string[]): Promise<CustomField[]> {
  const { archivedAt, key, label, options, organizationId, type } = leadCustomFields;
  return await ctx.db
    .select({ key, label, options, type })
    .from(leadCustomFields)
    .where(and(eq(organizationId, ctx.organization.id), inArray(key, idsIn(keys)), isNull(archivedAt)));
}

function faultsOf(field: Field, custom: CustomField | undefined, pointer: string): FieldError[] {
  if (!custom) return [{ pointer, code: "unknown_target", detail: "Your leads have no such field." }];
  if (!holders[field.type].includes(custom.type)) {
    const detail = `The field “${custom.label}” does not hold such an answer.`;
    return [{ pointer, code: "other_type", detail }];
  }
  const isChosen = custom.type === "select" || custom.type === "multiselect";
  const stray = isChosen && field.options?.find(({ label }) => !custom.options.includes(label));
  if (!stray) return [];
  const detail = `“${stray.label}” is not among the choices of the field “${custom.label}”.`;
  return [{ pointer, code: "other_options", detail }];
}

const texts: CustomType[] = ["text", "long_text"];
const number: CustomType[] = ["number"];
const boolean: CustomType[] = ["boolean"];

const holders: Record<FieldType, readonly CustomType[]> = {
  short_text: texts,
  long_text: ["long_text"],
  hidden: texts,
  email: [...texts, "email"],
  phone: [...texts, "phone"],
  url: [...texts, "url"],
  country: texts,
  address: texts,
  number,
  rating: number,
  scale: number,
  date: ["date"],
  single_choice: [...texts, "select"],
  dropdown: [...texts, "select"],
  multiple_choice: ["multiselect"],
  yes_no: boolean,
  consent: boolean,
  file: [],
  statement: [],
  page_break: [],
};
