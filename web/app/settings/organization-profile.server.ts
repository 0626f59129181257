import type { Api } from "~/api.server";
import { submitForm } from "~/form/submit.server";
import type { FrameOrganization } from "~/frame/frame-data";
import { redirectWithNotice } from "~/notices.server";
import {
  organizationAboutSchema,
  organizationBillingSchema,
  organizationLookSchema,
} from "~/schemas/organization-profile";

type Here = { api: Api; organization: FrameOrganization };

export async function saveAbout({ api, organization }: Here, formData: FormData) {
  const form = await submitForm(
    { api, formData, intent: "about", schema: organizationAboutSchema },
    ({ domain, industry, size, timezone, language, weekStartsOn }) =>
      api.client.PATCH("/v1/organizations/{organizationId}", {
        params: pathOf(organization),
        body: {
          domain: domain ?? null,
          industry: industry ?? null,
          size: size ?? null,
          settings: {
            timezone: timezone ?? null,
            language: language ?? null,
            weekStartsOn: weekStartsOn ?? null,
          },
        },
      }),
  );
  return form.ok ? saved(organization, "") : form.answer;
}

export async function saveBilling({ api, organization }: Here, formData: FormData) {
  const form = await submitForm(
    { api, formData, intent: "billing", schema: organizationBillingSchema },
    ({ billingEmail, taxId, street, postalCode, city, state, country }) =>
      api.client.PATCH("/v1/organizations/{organizationId}", {
        params: pathOf(organization),
        body: {
          billingEmail: billingEmail ?? null,
          taxId: taxId ?? null,
          address: {
            street: street ?? null,
            postalCode: postalCode ?? null,
            city: city ?? null,
            state: state ?? null,
            country: country ?? null,
          },
        },
      }),
  );
  return form.ok ? saved(organization, "?part=billing") : form.answer;
}

export async function saveLook({ api, organization }: Here, formData: FormData) {
  const form = await submitForm(
    { api, formData, intent: "look", schema: organizationLookSchema },
    ({ logoUrl, primaryColor, accentColor }) =>
      api.client.PATCH("/v1/organizations/{organizationId}", {
        params: pathOf(organization),
        body: {
          branding: {
            logoUrl: logoUrl ?? null,
            primaryColor: primaryColor ?? null,
            accentColor: accentColor ?? null,
          },
        },
      }),
  );
  return form.ok ? saved(organization, "?part=look") : form.answer;
}

function pathOf(organization: FrameOrganization) {
  return { path: { organizationId: organization.id } };
}

function saved(organization: FrameOrganization, part: string) {
  return redirectWithNotice(`/o/${organization.slug}/settings/organization${part}`, { message: "Saved." });
}
