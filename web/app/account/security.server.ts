import { textOf } from "~/form/form-data";
import { data } from "@remix-run/cloudflare";
import type { Api } from "~/api.server";
import { pressButton, submitForm } from "~/form/submit.server";
import { redirectWithNotice } from "~/notices.server";
import {
  newPasskeySchema,
  changePasswordSchema,
  confirmSecondFactorSchema,
  passwordSchema,
} from "~/schemas/account";
import type { SetupInProgress } from "./second-factor-setup";

/** Besides what is wrong with a form: secrets that are shown once, on this very page. */
export type SecurityAnswer = { setup?: SetupInProgress; freshCodes?: string[] };

const here = "/account/security";

export const acts: Record<string, (api: Api, formData: FormData) => Promise<unknown>> = {
  password: changePassword,
  "start-second-factor": startSecondFactor,
  "confirm-second-factor": confirmSecondFactor,
  "renew-codes": renewCodes,
  "stop-second-factor": stopSecondFactor,
  "add-passkey": addPasskey,
  "remove-passkey": removePasskey,
};

async function changePassword(api: Api, formData: FormData) {
  const form = await submitForm({ api, formData, intent: "password", schema: changePasswordSchema }, (body) =>
    api.client.POST("/v1/auth/change-password", { body }),
  );
  if (!form.ok) return form.answer;
  const message = "Your password is changed. Every other browser is signed out.";
  return redirectWithNotice(here, { message }, form.headers);
}

async function startSecondFactor(api: Api, formData: FormData) {
  const form = await submitForm(
    { api, formData, intent: "start-second-factor", schema: passwordSchema },
    (body) => api.client.POST("/v1/auth/two-factor/enable", { body }),
  );
  if (!form.ok) return form.answer;
  const { totpUri, backupCodes } = form.data;
  return data<SecurityAnswer>({ setup: { uri: totpUri, backupCodes } }, { headers: form.headers });
}

/** After a wrong code the same picture and the same codes are shown again. */
async function confirmSecondFactor(api: Api, formData: FormData) {
  const intent = "confirm-second-factor";
  const form = await submitForm({ api, formData, intent, schema: confirmSecondFactorSchema }, ({ code }) =>
    api.client.POST("/v1/auth/two-factor/verify-totp", { body: { code } }),
  );
  if (form.ok) {
    const message = "The second factor is on. You are asked for a code when you sign in.";
    return redirectWithNotice(here, { message }, form.headers);
  }
  const uri = textOf(formData, "uri");
  const setup = { uri, backupCodes: textOf(formData, "backupCodes").split(" ") };
  const { data: answer, init } = form.answer;
  return data({ ...answer, ...(uri.startsWith("otpauth://") ? { setup } : {}) }, init ?? undefined);
}

async function renewCodes(api: Api, formData: FormData) {
  const form = await submitForm({ api, formData, intent: "renew-codes", schema: passwordSchema }, (body) =>
    api.client.POST("/v1/auth/two-factor/generate-backup-codes", { body }),
  );
  if (!form.ok) return form.answer;
  return data<SecurityAnswer>({ freshCodes: form.data.backupCodes }, { headers: form.headers });
}

async function stopSecondFactor(api: Api, formData: FormData) {
  const form = await submitForm(
    { api, formData, intent: "stop-second-factor", schema: passwordSchema },
    (body) => api.client.POST("/v1/auth/two-factor/disable", { body }),
  );
  if (!form.ok) return form.answer;
  return redirectWithNotice(here, { message: "The second factor is off." }, form.headers);
}

async function addPasskey(api: Api, formData: FormData) {
  const { success, data: given } = newPasskeySchema.safeParse(textOf(formData, "response"));
  if (!success) throw data(null, { status: 422 });
  const act = api.client.POST("/v1/auth/passkey/verify-registration", { body: { response: given } });
  return pressButton({
    api,
    act,
    to: here,
    done: { message: "Your passkey is ready. Use it the next time you sign in." },
  });
}

async function removePasskey(api: Api, formData: FormData) {
  const params = { path: { passkeyId: textOf(formData, "id") } };
  const act = api.client.DELETE("/v1/auth/passkeys/{passkeyId}", { params });
  return pressButton({ api, act, to: here, done: { message: "That passkey no longer opens your account." } });
}
