import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { type Address, type Consent, type CustomValues, leads, type Touch } from "../../db/schema/cell/leads";
import type { SaidOfCompany } from "../companies";
import type { Context } from "../kernel/context";
import type { JobDraft } from "../kernel/drafts";
import { Conflict } from "../kernel/errors";
import { isTaken, refuseWhen, type Step } from "../kernel/write";
import { matchKeyOf, nameKeyOf, phoneKey } from "./pure/match";
import { positionOnTop } from "./pure/position";
import { findKnown, isLead, type Lead } from "./queries";
import type { SourceHint } from "./catalogue/sources";
import { firstStageId } from "./catalogue/stages";

/** What somebody said of themselves, by a form, an import or a call of the API. */
export type Capture = {
  email?: string | null | undefined;
  phone?: string | null | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  jobTitle?: string | undefined;
  website?: string | null | undefined;
  companyName?: string | undefined;
  /** Of the firm itself; an answer of somebody who works there. */
  company?: SaidOfCompany | undefined;
  budget?: string | undefined;
  authority?: string | undefined;
  need?: string | undefined;
  timeline?: string | undefined;
  address?: Address | undefined;
  notes?: string | undefined;
  language?: string | null | undefined;
  /** By the keys of custom fields, already checked. */
  customFields?: CustomValues | undefined;
  /** Names of tags; what is not there yet is made. */
  tags?: string[] | undefined;
  source?: SourceHint | undefined;
  businessId?: Id<"business"> | null | undefined;
  formId?: Id<"form"> | null | undefined;
  campaignId?: Id<"campaign"> | null | undefined;
  consent?: Consent | undefined;
  /** How they came this time; of a new lead it is the first time too, unless that is known. */
  touch?: Touch | undefined;
  firstTouch?: Touch | undefined;
};

export type Captured = {
  leadId: Id<"lead">;
  created: boolean;
  /** For the caller's one batch. */
  steps: Step[];
  jobs: JobDraft[];
};

const attempts = 4;

/**
 * Finds whom this is about or makes a new lead, and hands over what has to stand in the caller's batch. Most are new, so
 * that is tried without looking first; where somebody is known, or becomes so in between, the batch fails as a whole and
 * `commit` is called again with the one that is there.
 * The batch writes few rows: lists, search, totals, company, source, tags and the touch are brought up by a job.
 */
export async function captureLead<T>(
  ctx: Context,
  capture: Capture,
  commit: (lead: Captured) => Promise<T>,
): Promise<T> {
  const matchKey = matchKeyOf(namesOf(capture));
  for (let attempt = 1; ; attempt++) {
    const isGuess = attempt === 1;
    const known = isGuess || matchKey === null ? undefined : await findKnown(ctx, matchKey, capture);
    const lead = capturedAs(ctx, known, matchKey, capture);
    try {
      return await commit(
        isGuess ? { ...lead, steps: [...asUnknown(ctx, matchKey, capture), ...lead.steps] } : lead,
      );
    } catch (error) {
      const isKnown = error === knownOtherwise || isTaken(error, "leads.match_key");
      if (attempt >= attempts || !isKnown) throw error;
    }
  }
}

const knownOtherwise = new Conflict("lead_known", "Somebody with this number is known already.");

/** What the unique key does not tell: that they were merged into somebody, or that the number is somebody's, who may be the same person. */
function asUnknown(ctx: Context, matchKey: string | null, capture: Capture): Step[] {
  if (matchKey === null) return [];
  const merged = sql`select 1 from lead_merges where organization_id = ${ctx.organization.id}
    and other_key is not null and other_key = ${matchKey} and undone_at is null`;
  const phone = phoneKey(capture.phone);
  if (phone === null) return [refuseWhen(sql`exists (${merged})`, knownOtherwise)];
  const holder = sql`select 1 from leads where organization_id = ${ctx.organization.id}
    and (match_key = ${`p:${phone}`} or (is_listed = 1 and phone_key = ${phone}))`;
  return [refuseWhen(sql`exists (${merged}) or exists (${holder})`, knownOtherwise)];
}

function capturedAs(
  ctx: Context,
  known: Lead | undefined,
  matchKey: string | null,
  capture: Capture,
): Captured {
  const leadId = known?.id ?? ctx.newId("lead", ctx.organization.cell);
  const payload = {
    leadId,
    created: known === undefined,
    tags: capture.tags ?? [],
    source: capture.source ?? null,
    company: capture.company ?? null,
    touch: capture.touch ?? null,
  };
  return {
    leadId,
    created: known === undefined,
    steps: [known ? fillStep(ctx, known, capture) : insertStep(ctx, leadId, matchKey, capture)],
    jobs: [{ queue: "delivery", type: "leads.settle", payload }],
  };
}

function insertStep(ctx: Context, id: Id<"lead">, matchKey: string | null, capture: Capture): Step {
  const now = ctx.now();
  const {
    touch = null,
    firstTouch = touch,
    tags: _tags,
    source: _source,
    company: _company,
    ...said
  } = capture;
  return ctx.db.insert(leads).values({
    ...stripped(said),
    id,
    organizationId: ctx.organization.id,
    matchKey,
    phoneKey: phoneKey(capture.phone),
    nameKey: nameKeyOf(namesOf(capture)),
    stageId: firstStageId(ctx),
    stageSince: now,
    position: positionOnTop(now, ctx.random(3)),
    firstTouch,
    lastTouch: touch,
    lastActivityAt: now,
    createdBy: ctx.actor.id,
    createdAt: now,
    updatedAt: now,
  });
}

/** What is known stays; what was empty is filled, and answers to custom fields are the newest ones. */
function fillStep(ctx: Context, known: Lead, capture: Capture): Step {
  const filled = stripped({
    ...emptyTexts(known, capture),
    email: known.email ?? capture.email ?? undefined,
    phone: known.phone ?? capture.phone ?? undefined,
    website: known.website ?? capture.website ?? undefined,
    businessId: known.businessId ?? capture.businessId ?? undefined,
    language: known.language ?? capture.language ?? undefined,
    address: Object.keys(known.address).length === 0 ? capture.address : undefined,
    consent: capture.consent,
    lastTouch: capture.touch,
  });
  const after = { ...known, ...filled };
  return ctx.db
    .update(leads)
    .set({
      ...filled,
      ...changedKeys(known, after),
      ...(capture.customFields
        ? { customFields: sql`json_patch(custom_fields, ${JSON.stringify(capture.customFields)})` }
        : {}),
      lastActivityAt: ctx.now(),
    })
    .where(isLead(ctx, known.id));
}

const texts = [
  "firstName",
  "lastName",
  "jobTitle",
  "companyName",
  "notes",
  "budget",
  "authority",
  "need",
  "timeline",
] as const;

function emptyTexts(known: Lead, capture: Capture): Partial<Pick<Capture, (typeof texts)[number]>> {
  return Object.fromEntries(texts.filter((name) => known[name] === "").map((name) => [name, capture[name]]));
}

/** Each of these is in an index: they are written only where they change. Who was let in beside their double stays so. */
export function changedKeys(
  before: Lead,
  after: Lead,
): Partial<Pick<Lead, "matchKey" | "phoneKey" | "nameKey">> {
  const keys = { matchKey: matchKeyOf(after), phoneKey: phoneKey(after.phone), nameKey: nameKeyOf(after) };
  return {
    ...(keys.matchKey === matchKeyOf(before) ? {} : { matchKey: keys.matchKey }),
    ...(keys.phoneKey === before.phoneKey ? {} : { phoneKey: keys.phoneKey }),
    ...(keys.nameKey === before.nameKey ? {} : { nameKey: keys.nameKey }),
  };
}

function namesOf({ email, phone, firstName, lastName, companyName }: Capture) {
  return stripped({ email, phone, firstName, lastName, companyName });
}

/** Without what was not said. */
function stripped<T extends Record<string, unknown>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]?: Exclude<T[K], undefined> }; // safe: only what is undefined was left out
}
