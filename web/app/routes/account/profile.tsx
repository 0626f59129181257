import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { ProfileView } from "~/account/profile-view";
import { zoneOptions } from "~/account/zones.server";
import { connect, type Api } from "~/api.server";
import { submitForm } from "~/form/submit.server";
import { frameOf } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { changeEmailSchema, closeAccountSchema, profileSchema } from "~/schemas/account";
import { title } from "~/titles";

export const meta = () => title("Profile");

export async function loader(args: LoaderFunctionArgs) {
  const { user } = await frameOf(args);
  const { name, email, emailVerified, avatarUrl, timezone } = user;
  const { reminderMails } = user.preferences;
  const profile = { name, email, emailVerified, avatarUrl, timezone, reminderMails };
  return { profile, zones: zoneOptions(timezone) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const formData = await request.formData();
  const intent = formData.get("intent");
  if (intent === "profile") return saveProfile(api, formData);
  if (intent === "email") return changeEmail(api, formData);
  if (intent === "close") return closeAccount(api, formData);
  throw data(null, { status: 400 });
}

async function saveProfile(api: Api, formData: FormData) {
  const form = await submitForm(
    { api, formData, intent: "profile", schema: profileSchema },
    ({ reminderMails, ...body }) =>
      api.client.PATCH("/v1/me", { body: { ...body, preferences: { reminderMails } } }),
  );
  return form.ok ? redirectWithNotice("/account/profile", { message: "Saved." }) : form.answer;
}

async function changeEmail(api: Api, formData: FormData) {
  const form = await submitForm(
    { api, formData, intent: "email", schema: changeEmailSchema },
    ({ newEmail }) => api.client.POST("/v1/auth/change-email", { body: { newEmail } }),
  );
  if (!form.ok) return form.answer;
  const message = `Open the link that we sent to ${form.value.newEmail}. Until then nothing changes.`;
  return redirectWithNotice("/account/profile", { message });
}

async function closeAccount(api: Api, formData: FormData) {
  const form = await submitForm({ api, formData, intent: "close", schema: closeAccountSchema }, () =>
    api.client.DELETE("/v1/me"),
  );
  return form.ok ? redirect("/", { headers: form.headers }) : form.answer;
}

export default function Profile() {
  return <ProfileView {...useLoaderData<typeof loader>()} />;
}
