import { textOf } from "~/form/form-data";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { FormAnswer } from "~/form/schema-form";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import type { Permission } from "~/frame/frame-data";
import { redirectWithNotice } from "~/notices.server";
import { confirmationSchema, organizationSchema, transferSchema } from "~/schemas/organization";
import { isOrganizationPart } from "~/settings/organization-parts";
import { saveAbout, saveBilling, saveLook } from "~/settings/organization-profile.server";
import { OrganizationView } from "~/settings/organization-view";
import { profileOptions } from "~/settings/profile-options.server";
import { title } from "~/titles";

export const meta = () => title("Organization");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const { host } = new URL(args.request.url);
  const isOwner = frame.role === "owner";
  const mine = { id: organization.id, name: organization.name, slug: organization.slug };
  if (organization.status === "deleted") {
    const eraseAfter = await eraseDayOf(organization.id, api);
    const may = { update: false, transfer: false, remove: isOwner, leave: false };
    return { organization: { ...mine, status: "deleted" as const, eraseAfter }, host, heirs: [], may };
  }
  const may = (permission: Permission) => frame.permissions.includes(permission);
  const asked = new URL(args.request.url).searchParams.get("part");
  const [details, heirs] = await Promise.all([
    detailsOf(api, organization.id),
    may("organization:transfer") ? heirsOf(api, frame.memberId) : [],
  ]);
  return {
    organization: { ...mine, status: "active" as const },
    part: isOrganizationPart(asked) ? asked : ("general" as const),
    details,
    host,
    heirs,
    may: {
      update: may("organization:update"),
      transfer: may("organization:transfer"),
      remove: may("organization:delete"),
      leave: !isOwner,
    },
  };
}

type Entered = Awaited<ReturnType<typeof enter>>;

async function detailsOf(api: Entered["api"], organizationId: string) {
  const params = { path: { organizationId } };
  const profile = await api.read(api.client.GET("/v1/organizations/{organizationId}", { params }));
  const { address, settings } = profile;
  const chosen = { country: address?.country, zone: settings.timezone, language: settings.language };
  return { profile, options: profileOptions(chosen) };
}

async function heirsOf(api: Entered["api"], ownId: string | null) {
  const query = { limit: 100, status: "active" as const };
  const members = await api.read(api.client.GET("/v1/members", { params: { query } }));
  return members.data
    .filter(({ id }) => id !== ownId)
    .map(({ id, name, email }) => ({ id, name: name || email }));
}

async function eraseDayOf(id: string, api: Entered["api"]) {
  const mine = await api.read(api.client.GET("/v1/organizations", { params: { query: { limit: 100 } } }));
  return mine.data.find((one) => one.id === id)?.eraseAfter ?? null;
}

export async function action(args: ActionFunctionArgs) {
  const entered = await enter(args);
  const formData = await args.request.formData();
  const act = acts[textOf(formData, "intent")];
  if (!act) throw data(null, { status: 400 });
  return act(entered, formData);
}

type Act = (entered: Entered, formData: FormData) => Promise<Response | ReturnType<typeof data<FormAnswer>>>;

const acts: Record<string, Act> = {
  rename,
  about: saveAbout,
  billing: saveBilling,
  look: saveLook,
  transfer,
  delete: remove,
  restore,
  leave,
};

async function rename({ api, organization }: Entered, formData: FormData) {
  const params = { path: { organizationId: organization.id } };
  const form = await submitForm({ api, formData, intent: "rename", schema: organizationSchema }, (body) =>
    api.client.PATCH("/v1/organizations/{organizationId}", { params, body }),
  );
  if (!form.ok) return form.answer;
  return redirectWithNotice(`/o/${form.data.slug}/settings/organization`, { message: "Saved." });
}

async function transfer({ api, organization }: Entered, formData: FormData) {
  const refused = refuseWrongName("transfer", organization.name, formData);
  if (refused) return refused;
  const params = { path: { organizationId: organization.id } };
  const form = await submitForm(
    { api, formData, intent: "transfer", schema: transferSchema },
    ({ memberId }) =>
      api.client.POST("/v1/organizations/{organizationId}/transfer", { params, body: { memberId } }),
  );
  if (!form.ok) return form.answer;
  const message = `${organization.name} has a new owner. You are an admin now.`;
  return redirectWithNotice(`/o/${organization.slug}/settings/organization`, { message });
}

async function remove({ api, organization }: Entered, formData: FormData) {
  const refused = refuseWrongName("delete", organization.name, formData);
  if (refused) return refused;
  const params = { path: { organizationId: organization.id } };
  const form = await submitForm({ api, formData, intent: "delete", schema: confirmationSchema }, () =>
    api.client.DELETE("/v1/organizations/{organizationId}", { params }),
  );
  if (!form.ok) return form.answer;
  const message = `${organization.name} is deleted. It can be brought back for thirty days.`;
  return redirectWithNotice(`/o/${organization.slug}/settings/organization`, { message });
}

async function restore({ api, organization }: Entered) {
  const params = { path: { organizationId: organization.id } };
  const act = api.client.POST("/v1/organizations/{organizationId}/restoration", { params });
  const to = `/o/${organization.slug}/settings/organization`;
  return pressButton({ api, act, to, done: { message: `${organization.name} is back.` } });
}

async function leave({ api, organization, frame }: Entered) {
  const params = { path: { memberId: frame.memberId ?? "" } };
  const act = api.client.DELETE("/v1/members/{memberId}", { params });
  return pressButton({ api, act, to: "/home", done: { message: `You left ${organization.name}.` } });
}

/** Also where no script held the button back. */
function refuseWrongName(intent: string, expected: string, formData: FormData) {
  const submission = parseWithZod(formData, { schema: confirmationSchema });
  if (submission.status === "success" && submission.value.confirmation.trim() === expected) return null;
  const result = submission.reply({ fieldErrors: { confirmation: [`Type “${expected}” to confirm.`] } });
  return data<FormAnswer>({ intent, result }, { status: 422 });
}

export default function Organization() {
  return <OrganizationView {...useLoaderData<typeof loader>()} />;
}
