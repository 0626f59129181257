import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { connect, pathOf } from "~/api.server";
import { Pagination } from "~/components/ui/pagination";
import { textOf } from "~/form/form-data";
import { pressButton, submitForm } from "~/form/submit.server";
import { frameOf } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { OrganizationsView } from "~/operator/organizations-view";
import { pageQueryOf } from "~/page-query";
import { referralSchema } from "~/schemas/organization";
import { title } from "~/titles";

export const meta = () => title("Organizations");

export async function loader(args: LoaderFunctionArgs) {
  const api = connect(args);
  const q = new URL(args.request.url).searchParams.get("q")?.trim() ?? "";
  const query = { ...pageQueryOf(args.request), ...(q ? { q } : {}) };
  const [organizations, plans, frame] = await Promise.all([
    api.read(api.client.GET("/v1/operator/organizations", { params: { query } })),
    api.read(api.client.GET("/v1/plans", { params: { query: { limit: 100 } } })),
    frameOf(args),
  ]);
  return {
    organizations: organizations.data,
    nextCursor: organizations.nextCursor,
    plans: plans.data.map(({ slug, name }) => ({ slug, name })),
    q,
    mayInvite: frame.organization !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const formData = await args.request.formData();
  switch (formData.get("intent")) {
    case "plan":
      return changePlan(args, formData);
    case "invite":
      return inviteToBeta(args, formData);
    default:
      throw data(null, { status: 400 });
  }
}

function changePlan(args: ActionFunctionArgs, formData: FormData) {
  const api = connect(args);
  const params = { path: { organizationId: textOf(formData, "id") } };
  const body = { planSlug: textOf(formData, "planSlug") };
  const act = api.client.PUT("/v1/operator/organizations/{organizationId}/plan", { params, body });
  const message = `${textOf(formData, "name")} is on another plan now. Its limits hold at once.`;
  return pressButton({ api, act, to: pathOf(args.request), done: { message } });
}

async function inviteToBeta(args: ActionFunctionArgs, formData: FormData) {
  const frame = await frameOf(args);
  if (!frame.organization) throw data(null, { status: 400 });
  const api = connect(args, frame.organization.id);
  const form = await submitForm({ api, formData, intent: "invite", schema: referralSchema }, ({ email }) =>
    api.client.POST("/v1/invites", { body: { email, type: "beta_access" } }),
  );
  if (!form.ok) return form.answer;
  return redirectWithNotice(pathOf(args.request), {
    message: `An invite is on its way to ${form.data.email}.`,
  });
}

export default function Organizations() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <OrganizationsView {...rest} pages={<Pagination nextCursor={nextCursor} what="organizations" />} />;
}
