import type { Id } from "../../db/ids";
import type { ConsentGiven, SubmissionOrigin } from "../../db/schema/cell/submissions";
import {
  type Answers,
  chooseLanguage,
  type Ending,
  type Fault,
  type FormDefinition,
  isAllowedOrigin,
  localise,
  openState,
  personalise,
  type PublishedForm,
  publishedForm,
  sayFault,
  walk,
  wordsIn,
} from "../forms";
import type { Base, Context } from "../kernel/context";
import { DomainError, Invalid, NotFound } from "../kernel/errors";
import { sha256Hex } from "../kernel/secrets";
import { carriedClick, readMark } from "../visitors";
import { type Arrival, readArrival } from "./arrival";
import { NotTaken } from "./files/keep";
import { keepUploads } from "./files/uploads";
import { judgeArrival } from "./spam/judge-arrival";
import { draftIdOf, submissionIdOf } from "./submission-id";
import { tellSubmit } from "./tell-submit";
import { networkOf, visitorContext } from "./visitor-context";
import { writeSubmission } from "./write-submission";

export type Received = {
  id: Id<"submission">;
  ending: Ending;
  language: string;
  form: PublishedForm;
  isFramed: boolean;
};

/** Answers that a form does not take, with what was typed, so that a page can show both. */
export class NotAnswered extends Invalid {
  constructor(
    readonly form: PublishedForm,
    readonly arrival: Arrival,
    readonly language: string,
    readonly faults: Fault[],
  ) {
    const words = wordsIn(language);
    super(
      faults.map((fault) => ({
        pointer: `/answers/${fault.key}`,
        code: fault.code,
        detail: sayFault(fault, words),
      })),
    );
  }
}

/** The form as it takes answers now from that page, or why it does not. */
export async function formForVisitor(base: Base, id: string, headers: Headers): Promise<PublishedForm> {
  const form = await publishedForm(base, id);
  if (!form) throw new NotFound();
  assertPage(base, form, headers);
  const state = openState(form, base.now());
  if (state === "open") return form;
  throw new DomainError("gone", "This form takes no answers at the moment.", { reason: `form_${state}` });
}

/** CORS-03 Where an owner says which sites may carry the form, a browser's word of where it stands decides. */
function assertPage(base: Base, { settings }: PublishedForm, headers: Headers): void {
  const from = headers.get("origin") ?? URL.parse(headers.get("referer") ?? "")?.origin ?? null;
  if (isAllowedOrigin(settings.allowedDomains, from, base.settings.APP_URL)) return;
  throw new DomainError(
    "forbidden",
    `This form may not be sent from ${from}. Its owner can add the site under “Allowed domains”.`,
    { reason: "origin_not_allowed" },
  );
}

/** Checked as if there were no browser; when this returns, the submission is kept. */
export async function receiveSubmission(base: Base, formId: string, request: Request): Promise<Received> {
  const form = await formForVisitor(base, formId, request.headers);
  const ctx = visitorContext(base, form);
  const arrival = await readArrival(request, form.definition);
  const language = chooseLanguage(form.definition, [arrival.language ?? "", form.definition.language]);
  const id = await idOf(ctx, form, arrival);
  const uploaded = await keepUploads(ctx, form, arrival.uploads).catch((error: unknown) => {
    if (!(error instanceof NotTaken)) throw error;
    const { key, fault: code, params } = error;
    throw new NotAnswered(form, arrival, language, [{ key, code, params }]);
  });
  const raw = { ...arrival.raw, ...uploaded };
  const { answers, faults, fields, ending } = walk(form.definition, raw, { now: base.now(), language });
  if (faults.length > 0) throw new NotAnswered(form, arrival, language, faults);
  const spoken = asSeen(form, arrival, language, base.now());
  const judging = judgeArrival(base, { id, form, arrival, fields, answers });
  const verdict = await writeSubmission(
    ctx,
    {
      id,
      at: base.now(),
      form,
      answers,
      consents: consentsIn(spoken, answers),
      origin: await originOf(ctx, arrival, language),
      awaitsConfirmation: form.settings.hasDoubleOptIn && hasAddress(form.definition, answers),
      files: filesIn(form.definition, answers),
      draftId: arrival.draft ? await draftIdOf(ctx.organization.cell, form.id, arrival.draft) : null,
    },
    judging,
  );
  if (!verdict.reason) base.afterAnswer(() => tellSubmit(ctx, form, id, arrival));
  const said = spoken.endings.find(({ key }) => key === ending.key) ?? ending;
  return { id, ending: said, language, form, isFramed: arrival.isFramed };
}

/** The form in the words that this visitor saw. */
function asSeen({ definition }: PublishedForm, { utm, referrer }: Arrival, language: string, now: number) {
  const came = Object.entries(utm).map(([name, value]) => [`utm_${name}`, value] as const);
  const host = URL.parse(referrer ?? "")?.host;
  const visitor = Object.fromEntries([...came, ...(host ? [["referrer", host] as const] : [])]);
  return personalise(localise(definition, language), visitor, now);
}

/** Without an id of the sender's own, the same words from the same page are the same submission. */
async function idOf(
  ctx: Context,
  form: PublishedForm,
  { ownId, token, raw }: Arrival,
): Promise<Id<"submission">> {
  const { cell } = ctx.organization;
  if (ownId) return await submissionIdOf(cell, form.id, ownId);
  if (token === "") return ctx.newId("submission", cell);
  return await submissionIdOf(cell, form.id, await sha256Hex(`${token}\n${JSON.stringify(raw)}`));
}

function consentsIn({ fields }: FormDefinition, answers: Answers): ConsentGiven[] {
  return fields.flatMap(({ key, type, label }) =>
    type === "consent" && key in answers ? [{ key, text: label, isGiven: answers[key] === true }] : [],
  );
}

function filesIn({ fields }: FormDefinition, answers: Answers): Map<string, string[]> {
  return new Map(
    fields.flatMap(({ key, type }) => {
      const answer = answers[key];
      return type === "file" && Array.isArray(answer) && answer.length > 0 ? [[key, answer] as const] : [];
    }),
  );
}

function hasAddress({ fields }: FormDefinition, answers: Answers): boolean {
  return fields.some(({ key, type }) => type === "email" && typeof answers[key] === "string");
}

async function originOf(ctx: Context, arrival: Arrival, language: string): Promise<SubmissionOrigin> {
  const { page, referrer, utm, click, visitorMark, isPost } = arrival;
  const visitorId = await readMark(ctx, "visitor", ctx.organization.id, visitorMark);
  const clickId = carriedClick(ctx.now(), click);
  const network = networkOf(ctx.origin.ipAddress);
  return {
    via: isPost ? "page" : arrival.token === "" ? "api" : "embed",
    language,
    ...(network ? { network } : {}),
    ...(ctx.origin.place ? { place: ctx.origin.place } : {}),
    ...(page ? { page } : {}),
    ...(referrer ? { referrer } : {}),
    ...(Object.keys(utm).length > 0 ? { utm } : {}),
    ...(visitorId ? { visitorId } : {}),
    ...(clickId ? { clickId } : {}),
  };
}
