import type { Id } from "../../db/ids";
import type { Consent, CustomValues, Touch } from "../../db/schema/cell/leads";
import type { ConsentGiven, SubmissionOrigin } from "../../db/schema/cell/submissions";
import { type Answer, type Answers, type FormDefinition, mapAnswers } from "../forms";
import type { Capture } from "../leads";

/** A submission as far as it says something of a person: new, or released from spam long after. */
export type Said = {
  id: Id<"submission">;
  formId: Id<"form">;
  formName: string;
  formVersion: number;
  businessId: Id<"business"> | null;
  definition: Pick<FormDefinition, "fields">;
  answers: Answers;
  consents: ConsentGiven[];
  origin: SubmissionOrigin;
  /** Until an address is confirmed, nobody has agreed to anything. */
  awaitsConfirmation: boolean;
  at: number;
};

export function captureOf(said: Said): Capture {
  const { definition, origin, formId, formName, businessId } = said;
  const mapped = mapAnswers(definition, said.answers);
  const { customFields, consent: _consent, industry, companySize: size, ...person } = mapped;
  const { source, medium, campaign } = origin.utm ?? {};
  return {
    ...person,
    company: industry || size ? { industry, size } : undefined,
    formId,
    businessId,
    language: origin.language ?? null,
    customFields: customValues(definition, customFields),
    source: { name: formName, type: "form", utmSource: source, utmMedium: medium, utmCampaign: campaign },
    consent: consentOf(said),
    touch: touchOf(said),
  };
}

/** Of all that somebody agreed to, what the form says is about contact, or else the first; in the words that they saw (GDPR-04). */
export function consentOf({
  consents,
  definition,
  formId,
  formVersion,
  origin,
  at,
  ...said
}: Said): Consent | undefined {
  const isAboutContact = ({ key }: ConsentGiven) =>
    definition.fields.some((field) => field.key === key && field.mapsTo === "lead.consent");
  const about = consents.find(isAboutContact) ?? consents[0];
  if (!about || said.awaitsConfirmation) return undefined;
  return {
    given: about.isGiven,
    text: about.text,
    version: String(formVersion),
    at,
    formId,
    ...(origin.network ? { ip: origin.network } : {}),
  };
}

function touchOf({ id, formId, origin, at }: Said): Touch {
  const { page, referrer, utm, visitorId, clickId } = origin;
  return {
    at,
    kind: "form_submit",
    formId,
    submissionId: id,
    ...(utm ? { utm } : {}),
    ...(page ? { landingUrl: page } : {}),
    ...(referrer ? { referrer } : {}),
    ...(visitorId ? { visitorId } : {}),
    ...(clickId ? { clickId } : {}),
  };
}

/** As leads keep them: a day is a time, an address a line. */
function customValues(
  { fields }: Pick<FormDefinition, "fields">,
  mapped: Record<string, Answer>,
): CustomValues {
  const typeOf = new Map(fields.map(({ mapsTo, type }) => [mapsTo, type]));
  return Object.fromEntries(
    Object.entries(mapped).map(([key, answer]) => {
      if (typeOf.get(`custom.${key}`) === "date" && typeof answer === "string")
        return [key, Date.parse(answer)];
      return [key, isAddress(answer) ? Object.values(answer).join(", ") : answer];
    }),
  );
}

function isAddress(answer: Answer): answer is Exclude<Answer, string | number | boolean | string[]> {
  return typeof answer === "object" && !Array.isArray(answer);
}
