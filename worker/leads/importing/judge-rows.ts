import * as z from "zod";
import type { Id } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import { holdersOf } from "../../members";
import { customFieldsOf, type CustomField } from "../fields/custom-fields";
import { type CustomFieldShape, type CustomInput, readCustomValues } from "../pure/custom-values";
import { matchKeyOf, phoneKey, simplify } from "../pure/match";
import { leadFieldShapes } from "../shapes";
import { type Stage, stagesOf } from "../catalogue/stages";

export type RowFault = { field: string; detail: string };
/** A row of a file as it was read: nothing in it is believed yet. */
export type ReadRow = {
  row: number;
  /** By the names of a lead's own fields, empty ones left out. */
  fields: Record<string, unknown>;
  customFields: CustomInput;
  tags: string[];
  source: string;
  stage: string;
  /** The address of a member, or their id. */
  assignee: string;
  faults: RowFault[];
};

const said = z
  .strictObject({
    firstName: leadFieldShapes.firstName,
    lastName: leadFieldShapes.lastName,
    email: leadFieldShapes.email,
    phone: leadFieldShapes.phone,
    jobTitle: leadFieldShapes.jobTitle,
    website: leadFieldShapes.website,
    address: leadFieldShapes.address,
    notes: leadFieldShapes.notes,
    companyName: leadFieldShapes.companyName,
    value: leadFieldShapes.value,
    budget: leadFieldShapes.budget,
    authority: leadFieldShapes.authority,
    need: leadFieldShapes.need,
    timeline: leadFieldShapes.timeline,
    language: leadFieldShapes.language,
    nextFollowUpAt: leadFieldShapes.nextFollowUpAt,
    lastContactedAt: leadFieldShapes.lastContactedAt,
  })
  .partial();

export type Said = z.output<typeof said>;
export type JudgedRow = ReadRow & {
  said: Said;
  custom: CustomInput;
  stageOf: Stage | null;
  assignedTo: Id<"user"> | null;
  matchKey: string | null;
  phone: string | null;
};

/** What the rows of a lot are held against. */
export type House = { fields: CustomField[]; stages: Stage[]; members: Map<string, Id<"user">> };

export async function houseOf(ctx: Context): Promise<House> {
  const [fields, stages, holders] = await Promise.all([
    customFieldsOf(ctx),
    stagesOf(ctx),
    holdersOf(ctx, "leads:read"),
  ]);
  const members = new Map<string, Id<"user">>();
  for (const { userId, email } of holders) members.set(email.toLowerCase(), userId).set(userId, userId);
  return { fields, stages, members };
}

/** Every field by the same rules as when a lead is made by hand; all that is wrong is said at once. */
export function judgeRow(
  house: House,
  read: ReadRow,
  fields: readonly CustomFieldShape[] = house.fields,
): JudgedRow {
  const parsed = said.safeParse(read.fields);
  const values = parsed.data ?? {};
  const { values: custom, errors } = readCustomValues(fields, read.customFields, "");
  const stageOf = stageNamed(house, read.stage);
  const assignedTo = house.members.get(read.assignee.toLowerCase()) ?? null;
  const known = { ...values, email: values.email ?? null, phone: values.phone ?? null };
  const faults: RowFault[] = [
    ...read.faults,
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({
      field: String(path[0] === "address" ? path[1] : path[0]),
      detail: message,
    })),
    ...errors.map(({ pointer, detail }) => ({ field: `custom${pointer.replace("/", ".")}`, detail })),
    ...(read.stage && !stageOf ? [{ field: "stage", detail: "There is no stage of this name." }] : []),
    ...(read.assignee && !assignedTo
      ? [{ field: "assignee", detail: "Nobody with this address works here." }]
      : []),
  ];
  if (faults.length === 0 && !saysWho(values))
    faults.push({ field: "", detail: "The row gives no name, address, number or company." });
  return {
    ...read,
    said: values,
    custom,
    stageOf,
    assignedTo,
    faults,
    matchKey: matchKeyOf(known),
    phone: phoneKey(values.phone),
  };
}

function stageNamed({ stages }: House, name: string): Stage | null {
  if (name === "") return null;
  const key = simplify(name);
  return stages.find(({ id, name: called }) => simplify(called) === key || id === name) ?? null;
}

function saysWho({ firstName, lastName, email, phone, companyName }: Said): boolean {
  return [firstName, lastName, email, phone, companyName].some(Boolean);
}
