import { data, redirect } from "@remix-run/cloudflare";
import * as z from "zod";
import type { Api } from "~/api.server";
import { textOf } from "~/form/form-data";
import { redirectWithNotice } from "~/notices.server";
import { usedPasskeySchema } from "~/schemas/account";

export async function signInByPasskey(api: Api, formData: FormData, to: string) {
  const { success, data: response } = usedPasskeySchema.safeParse(textOf(formData, "response"));
  if (!success) throw data(null, { status: 422 });
  const call = api.client.POST("/v1/auth/passkey/verify-authentication", { body: { response } });
  const outcome = await api.attempt(call);
  if (outcome.ok) return redirect(to, { headers: outcome.headers });
  const back = `/sign-in?next=${encodeURIComponent(to)}`;
  return redirectWithNotice(back, { message: outcome.problem.detail, tone: "failed" });
}

/** Where each sends people to sign in. */
export const providerAddresses = { google: "https://accounts.google.com", github: "https://github.com" };
const providers = z.enum(["google", "github"]);

/** The provider sends the browser back to the API, and that to where it wanted to go. */
export async function leaveForProvider(api: Api, formData: FormData, to: string) {
  const { success, data: provider } = providers.safeParse(textOf(formData, "provider"));
  if (!success) throw data(null, { status: 422 });
  const call = api.client.POST("/v1/auth/sign-in/social", { body: { provider, returnTo: to } });
  const outcome = await api.attempt(call);
  if (outcome.ok) return redirect(outcome.data.url, { headers: outcome.headers });
  return redirectWithNotice("/sign-in", { message: outcome.problem.detail, tone: "failed" });
}
