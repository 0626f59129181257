import type { Submission } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect } from "@remix-run/cloudflare";
import type { output, ZodObject } from "zod";
import type { Api } from "~/api.server";
import { redirectWithNotice } from "~/notices.server";
import type { Problem } from "~/problem.server";
import type { Notice } from "~/toasts/notify";
import type { FormAnswer } from "./schema-form";

type Answering<T> = Promise<{ data?: T; error?: unknown; response: Response }>;
type Submitted<S extends ZodObject> = { api: Api; formData: FormData; intent: string; schema: S };

/** Reads a form by its schema and does what it asks; what is wrong goes back into the form, with all that was typed. */
export async function submitForm<S extends ZodObject, T>(
  { api, formData, intent, schema }: Submitted<S>,
  act: (value: output<S>) => Answering<T>,
) {
  const submission = parseWithZod(formData, { schema });
  if (submission.status !== "success") return { ok: false as const, answer: refuse(intent, submission) };
  const refusal = await confirmIdentity(api, formData);
  if (refusal) return { ok: false as const, answer: refuse(intent, submission, refusal, true) };
  const outcome = await api.attempt(act(submission.value));
  if (outcome.ok) return { ...outcome, value: submission.value, submission };
  const asksWho = outcome.problem.code === "reauthentication_required";
  return { ok: false as const, answer: refuse(intent, submission, outcome.problem, asksWho) };
}

type Pressed<T> = { api: Api; act: Answering<T>; to: string; done: Omit<Notice, "id"> };

/** What a single button does: back to its page with what came of it, as a toast. */
export async function pressButton<T>({ api, act, to, done }: Pressed<T>) {
  const outcome = await api.attempt(act);
  if (outcome.ok) return redirectWithNotice(to, done, outcome.headers);
  if (outcome.problem.code === "reauthentication_required") return redirect(confirmPath(to));
  return redirectWithNotice(to, { message: outcome.problem.detail, tone: "failed" });
}

export function confirmPath(next: string): string {
  return `/confirm?next=${encodeURIComponent(next)}`;
}

/** Sensitive acts ask for the password once more; the form then carries it beside what it is about. */
async function confirmIdentity(api: Api, formData: FormData): Promise<Problem | null> {
  const password = formData.get("confirmPassword");
  if (typeof password !== "string") return null;
  const outcome = await api.attempt(api.client.POST("/v1/auth/confirmation", { body: { password } }));
  return outcome.ok ? null : { ...outcome.problem, errors: [] };
}

type AnySubmission = Submission<Record<string, unknown>, string[], unknown>;

const hideFields = ["password", "newPassword", "currentPassword", "confirmPassword", "code"];

function refuse(intent: string, submission: AnySubmission, problem?: Problem, asksWho = false) {
  const errors = problem && problem.code !== "reauthentication_required" ? errorsOf(problem, submission) : {};
  const answer: FormAnswer = { intent, asksWho, result: submission.reply({ ...errors, hideFields }) };
  return data(answer, { status: problem?.status ?? 422 });
}

function errorsOf(problem: Problem, submission: AnySubmission) {
  const fieldErrors: Record<string, string[]> = {};
  const formErrors: string[] = [];
  for (const { pointer, detail } of problem.errors) {
    const name = pointer.replace(/^\//, "").replaceAll("/", ".");
    if (name in submission.payload) fieldErrors[name] = [...(fieldErrors[name] ?? []), detail];
    else formErrors.push(detail);
  }
  if (problem.errors.length === 0) formErrors.push(sentenceOf(problem));
  return { fieldErrors, ...(formErrors.length > 0 ? { formErrors } : {}) };
}

function sentenceOf({ status, detail, retryAfter }: Problem): string {
  if (status !== 429) return detail;
  const seconds = Number(retryAfter ?? 60);
  const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
  return `Too many tries. Wait ${wait}, then try again.`;
}
