import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { textOf } from "~/form/form-data";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { referralSchema } from "~/schemas/organization";
import { ReferralsView } from "~/settings/referrals-view";
import { title } from "~/titles";

export const meta = () => title("Referrals");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const query = { ...pageQueryOf(args.request), type: "referral" as const };
  const [invites, rewards] = await Promise.all([
    api.read(api.client.GET("/v1/invites", { params: { query } })),
    api.read(api.client.GET("/v1/referral-rewards", { params: { query: { limit: 50 } } })),
  ]);
  const mayHandleAll = frame.permissions.includes("invites:write");
  const nameOf = new Map(frame.organizations.map(({ id, name }) => [id, name]));
  return {
    organizationName: organization.name,
    referrals: invites.data.map(({ id, email, status, expiresAt, inviter }) => {
      const isYours = inviter.userId === frame.user.id;
      const sentBy = isYours ? null : inviter.name;
      return { id, email, status, expiresAt, sentBy, mayHandle: isYours || mayHandleAll };
    }),
    nextCursor: invites.nextCursor,
    rewards: rewards.data.map((reward) => ({
      ...reward,
      organizationName: nameOf.get(reward.organizationId ?? "") ?? null,
    })),
    hasOlderRewards: rewards.nextCursor !== null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const to = `/o/${organization.slug}/settings/referrals`;
  const params = { path: { inviteId: textOf(formData, "id") } };
  const email = textOf(formData, "email");
  switch (formData.get("intent")) {
    case "recommend": {
      const asked = { api, formData, intent: "recommend", schema: referralSchema };
      const form = await submitForm(asked, (value) =>
        api.client.POST("/v1/invites", { body: { email: value.email, type: "referral" } }),
      );
      if (!form.ok) return form.answer;
      return redirectWithNotice(to, { message: `Your recommendation is on its way to ${form.data.email}.` });
    }
    case "resend": {
      const act = api.client.POST("/v1/invites/{inviteId}/delivery", { params });
      const message = `A new link is on its way to ${email}. The old one no longer works.`;
      return pressButton({ api, act, to, done: { message } });
    }
    case "cancel": {
      const act = api.client.DELETE("/v1/invites/{inviteId}", { params });
      const message = `The recommendation for ${email} no longer works.`;
      return pressButton({ api, act, to, done: { message } });
    }
    default:
      throw data(null, { status: 400 });
  }
}

export default function Referrals() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <ReferralsView {...rest} pages={<Pagination nextCursor={nextCursor} what="recommendations" />} />;
}
