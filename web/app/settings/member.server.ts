import { data } from "@remix-run/cloudflare";
import { parseWithZod } from "@conform-to/zod/v4";
import { textOf } from "~/form/form-data";
import { pressButton, submitForm } from "~/form/submit.server";
import type { enter } from "~/frame/frame.server";
import { answerWithNotice } from "~/notices.server";
import { exceptionsSchema, memberStatusSchema, roleChoiceSchema } from "~/schemas/organization";
import type { components, operations } from "../../../sdk";
import { exceptionsFrom, exceptionsOffered } from "./exceptions";
import { chosenRole, listRoles, roleNameOf } from "./roles.server";

export type Here = { entered: Awaited<ReturnType<typeof enter>>; formData: FormData; memberId: string };

type Member = components["schemas"]["Member"];
type Change = operations["updateMember"]["requestBody"]["content"]["application/json"];

/** A role that is taken back brings its exceptions with it. */
export async function changeRole(here: Here) {
  const { api } = here.entered;
  const before = await readMember(here);
  const overrides = overridesIn(here.formData);
  const form = await submitForm(
    { api, formData: here.formData, intent: "role", schema: roleChoiceSchema },
    ({ role }) => patch(here, { ...chosenRole(role), ...overrides }),
  );
  if (!form.ok) return form.answer;
  const { data: member } = form;
  return tell(here, `The role of ${nameOf(member)} is ${roleNameOf(member)} now.`, {
    intent: "role",
    role: roleIdOf(before),
    overrides: before.permissionOverrides.join(" "),
  });
}

export async function changeExceptions(here: Here) {
  const { api, frame } = here.entered;
  const [before, roles] = await Promise.all([readMember(here), listRoles(api)]);
  const base = roles.find(({ id }) => id === roleIdOf(before))?.permissions ?? [];
  const offered = exceptionsOffered(frame.permissions);
  const form = await submitForm(
    { api, formData: here.formData, intent: "exceptions", schema: exceptionsSchema },
    ({ permissions: chosen }) => {
      const overrides = exceptionsFrom({ base, offered, chosen, before: before.permissionOverrides });
      return patch(here, { permissionOverrides: asOverrides(overrides) });
    },
  );
  if (!form.ok) return form.answer;
  return tell(here, `What ${nameOf(before)} may do is changed.`, {
    intent: "overrides",
    overrides: before.permissionOverrides.join(" "),
  });
}

/** What Undo sends: the exceptions as they were. */
export async function restoreExceptions(here: Here) {
  const outcome = await here.entered.api.attempt(patch(here, overridesIn(here.formData)));
  if (outcome.ok) return tell(here, `${nameOf(outcome.data)} may do what they could before.`);
  return tell(here, outcome.problem.detail);
}

export async function changeStatus(here: Here) {
  const asked = parseWithZod(here.formData, { schema: memberStatusSchema });
  if (asked.status !== "success") throw data(null, { status: 400 });
  const { status } = asked.value;
  const outcome = await here.entered.api.attempt(patch(here, { status }));
  if (!outcome.ok) return tell(here, outcome.problem.detail, undefined, "failed");
  const message =
    status === "suspended"
      ? `${nameOf(outcome.data)} is suspended.`
      : `${nameOf(outcome.data)} may come in again.`;
  const back = status === "suspended" ? "active" : "suspended";
  return tell(here, message, { intent: "status", status: back });
}

export async function removeMember({ entered: { api, organization }, memberId }: Here) {
  const act = api.client.DELETE("/v1/members/{memberId}", { params: { path: { memberId } } });
  const message = `Removed from ${organization.name}.`;
  return pressButton({ api, act, to: `/o/${organization.slug}/settings/members`, done: { message } });
}

function readMember({ entered: { api }, memberId }: Here): Promise<Member> {
  return api.read(api.client.GET("/v1/members/{memberId}", { params: { path: { memberId } } }));
}

function patch({ entered: { api }, memberId }: Here, body: Change) {
  return api.client.PATCH("/v1/members/{memberId}", { params: { path: { memberId } }, body });
}

function tell(here: Here, message: string, fields?: Record<string, string>, tone?: "failed") {
  const path = `/o/${here.entered.organization.slug}/settings/members/${here.memberId}`;
  const undo = fields && { undo: { action: path, fields } };
  return answerWithNotice(here.formData, path, { message, ...undo, ...(tone && { tone }) });
}

function overridesIn(formData: FormData): Pick<Change, "permissionOverrides"> {
  if (formData.get("overrides") === null) return {};
  return { permissionOverrides: asOverrides(textOf(formData, "overrides").split(" ").filter(Boolean)) };
}

function asOverrides(overrides: string[]): Change["permissionOverrides"] {
  // safe: the API refuses what it does not know
  return overrides as Change["permissionOverrides"];
}

function roleIdOf({ customRole, role }: Member): string {
  return customRole?.id ?? role;
}

function nameOf({ name, email }: Member): string {
  return name || email;
}
