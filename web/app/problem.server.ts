import { data } from "@remix-run/cloudflare";
import type { Submission } from "@conform-to/react";
import * as z from "zod";
import type { FormAnswer } from "./form/schema-form";

const schema = z.object({
  status: z.number(),
  code: z.string(),
  title: z.string(),
  detail: z.string(),
  instance: z.string().catch(""),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).catch([]),
});

/** What the API said was wrong (RFC 9457), in words that may be shown. */
export type Problem = z.infer<typeof schema> & { requestId: string; retryAfter: string | null };

export async function problemOf(response: Response, body?: unknown): Promise<Problem> {
  const parsed = schema.safeParse(body ?? (await response.json().catch(() => null)));
  const requestId = response.headers.get("tributary-request-id") ?? "";
  const retryAfter = response.headers.get("retry-after");
  const problem = parsed.success ? parsed.data : { ...unreadable, status: response.status };
  return { ...problem, requestId, retryAfter };
}

const unreadable = {
  code: "internal",
  title: "Something went wrong on our side",
  detail: "Something went wrong on our side. Try again in a moment.",
  instance: "",
  errors: [],
};

/** For loaders: the error screen says it in words and keeps the shell. */
export function throwProblem(problem: Problem): never {
  throw data({ requestId: problem.requestId, detail: problem.detail }, { status: problem.status });
}

type AnySubmission = Submission<Record<string, unknown>, string[], unknown>;

/** The same form again, with what was typed (never a password) and what the API found. */
export function refuseForm(
  intent: string,
  submission: AnySubmission,
  problem?: Problem,
  hidden: string[] = secrets,
) {
  const answer: FormAnswer = {
    intent,
    result: problem
      ? submission.reply({ ...errorsOf(problem, submission), hideFields: hidden })
      : submission.reply({ hideFields: hidden }),
  };
  return data(answer, { status: problem?.status ?? 422 });
}

const secrets = ["password", "newPassword", "currentPassword", "code", "token"];

function errorsOf(problem: Problem, submission: AnySubmission) {
  const fieldErrors: Record<string, string[]> = {};
  const formErrors: string[] = [];
  for (const { pointer, detail } of problem.errors) {
    const name = pointer.replace(/^\/(?:body\/)?/, "").replaceAll("/", ".");
    if (name in submission.payload) fieldErrors[name] = [...(fieldErrors[name] ?? []), detail];
    else formErrors.push(detail);
  }
  if (problem.errors.length === 0) formErrors.push(sentenceOf(problem));
  return { fieldErrors, ...(formErrors.length > 0 ? { formErrors } : {}) };
}

function sentenceOf(problem: Problem): string {
  if (problem.status !== 429) return problem.detail;
  const seconds = Number(problem.retryAfter ?? 60);
  const wait = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
  return `Too many tries. Wait ${wait}, then try again.`;
}
