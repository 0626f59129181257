import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { asksSomething, type Field, getForm, hasOptions } from "../forms";
import { authorize, type Context } from "../kernel/context";
import { newestNumber } from "./queries";

/** So many of the newest are looked at; with more, the counts say of how many they are. */
const looked = { answers: 1000, drafts: 2000, spam: 1000 };

export type Question = {
  key: string;
  label: string;
  type: Field["type"];
  answered: number;
  /** Of questions with few answers to choose from. */
  values: { value: string; label: string; count: number }[];
  average: number | null;
  /** Drafts that ended here and were never sent. */
  leftHere: number;
};

/** What came in, question by question, and where people stopped. */
export async function summarize(ctx: Context, formId: Id<"form">) {
  authorize(ctx, "submissions:read");
  const form = await getForm(ctx, formId);
  const fields = form.definition.fields.filter(asksSomething);
  const [kept, spam, tallies, drafts] = await Promise.all([
    newestNumber(ctx, formId),
    countSpam(ctx, formId),
    tallyAnswers(ctx, formId, fields),
    tallyDrafts(ctx, formId),
  ]);
  return {
    kept,
    spam: { count: Math.min(spam, looked.spam), isExact: spam <= looked.spam },
    lookedAt: Math.min(kept, looked.answers),
    drafts: {
      begun: drafts.reduce((sum, { count }) => sum + count, 0),
      sent: drafts.filter(({ isSent }) => isSent === 1).reduce((sum, { count }) => sum + count, 0),
    },
    questions: fields.map((field) => questionOf(field, tallies, drafts)),
  };
}

type Tally = { key: string; value: string | number | null; count: number; average: number | null };
type DraftTally = { key: string; isSent: number; count: number };

function questionOf(field: Field, tallies: Tally[], drafts: DraftTally[]): Question {
  const { key, label, type } = field;
  const own = tallies.filter((tally) => tally.key === key);
  const whole = own.find(({ value }) => value === null);
  const told = own.flatMap((tally) => (tally.value === null ? [] : [tally]));
  const isInSteps = type === "rating" || type === "scale";
  const ordered = isInSteps ? told.toSorted((a, b) => Number(a.value) - Number(b.value)) : told;
  return {
    key,
    label,
    type,
    answered: whole?.count ?? 0,
    values: ordered.map(({ value, count }) => ({
      value: String(value),
      label: labelOf(field, value ?? ""),
      count,
    })),
    average: whole && (isInSteps || type === "number") ? roundedMean(whole) : null,
    leftHere: drafts.find((draft) => draft.key === key && draft.isSent === 0)?.count ?? 0,
  };
}

function labelOf({ type, options }: Field, value: string | number): string {
  if (type === "yes_no" || type === "consent") return value === 1 ? "Yes" : "No";
  return options?.find((option) => option.value === value)?.label ?? String(value);
}

function roundedMean({ average }: Tally): number | null {
  return average === null ? null : Math.round(average * 100) / 100;
}

/** How often each question was answered (value null), and how often each choice was chosen. */
async function tallyAnswers(ctx: Context, formId: Id<"form">, fields: Field[]): Promise<Tally[]> {
  const chosen = fields.filter(({ type }) => hasOptions(type) || countable.has(type)).map(({ key }) => key);
  return await ctx.db.all<Tally>(sql`
    with newest as (select answers from form_submissions
      where organization_id = ${ctx.organization.id} and form_id = ${formId} and number is not null
      order by number desc limit ${looked.answers}),
    each_answer as (select a.key, a.type, a.value from newest, json_each(newest.answers) a)
    select key, null as value, count(*) as count, avg(iif(type in ('integer', 'real'), value, null)) as average
      from each_answer group by key
    union all
    select e.key, v.value, count(*) as count, null from each_answer e,
      json_each(case e.type when 'array' then e.value else json_array(e.value) end) v
    where e.key in (select value from json_each(${JSON.stringify(chosen)}))
    group by e.key, v.value order by 1, 3 desc limit 2000`);
}

const countable = new Set<Field["type"]>(["rating", "scale", "yes_no", "country", "consent"]);

async function tallyDrafts(ctx: Context, formId: Id<"form">): Promise<DraftTally[]> {
  return await ctx.db.all<DraftTally>(sql`
    with newest as (select last_key, sent_at from form_drafts
      where organization_id = ${ctx.organization.id} and form_id = ${formId}
      order by created_at desc, id desc limit ${looked.drafts})
    select last_key as key, sent_at is not null as isSent, count(*) as count from newest group by 1, 2`);
}

async function countSpam(ctx: Context, formId: Id<"form">): Promise<number> {
  const [row] = await ctx.db.all<{ count: number }>(sql`
    select count(*) as count from (select 1 from form_submissions
      where organization_id = ${ctx.organization.id} and form_id = ${formId} and number is null
      limit ${looked.spam + 1})`);
  return row?.count ?? 0;
}
