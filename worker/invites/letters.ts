import type { MailContent } from "../providers";
import { thanks } from "./rewards";

export type Letter = { subject: string; content: MailContent };

export type Occasion = {
  type: "organization_member" | "referral" | "beta_access";
  inviterName: string;
  organizationName: string;
  roleName: string | null;
  email: string;
  expiresOn: string;
  url: string;
};

/** The words of an invite, by what it invites to. */
export function letterFor(occasion: Occasion): Letter {
  const from = oneLine(occasion.inviterName);
  switch (occasion.type) {
    case "organization_member":
      return membership(occasion, from, oneLine(occasion.organizationName));
    case "referral":
      return referral(occasion, from);
    case "beta_access":
      return beta(occasion);
  }
}

function membership(
  { roleName, email, expiresOn, url }: Occasion,
  from: string,
  organization: string,
): Letter {
  const role = roleName ? ` Your role will be ${oneLine(roleName)}.` : "";
  return {
    subject: `${from} invites you to ${organization}`,
    content: {
      heading: `Join ${organization}`,
      paragraphs: [
        `${from} invites you to work with ${organization} on Tributary.${role}`,
        `The invite is for ${email} and good until ${expiresOn}.`,
      ],
      action: { label: "Accept the invite", url },
      footer: `You get this mail because ${from} entered your address. If you do not know why, ignore it: nothing happens.`,
    },
  };
}

function referral({ email, expiresOn, url }: Occasion, from: string): Letter {
  return {
    subject: `${from} recommends Tributary to you`,
    content: {
      heading: "A friend thinks this is for you",
      paragraphs: [
        `${from} uses Tributary: it turns a website into content, pages and forms, and shows which words earned the money.`,
        `Create an account with ${email} by ${expiresOn} and both of you get ${thanks.quantity} ${thanks.feature} on top of your plan.`,
      ],
      action: { label: "Have a look", url },
      footer: `You get this mail because ${from} entered your address. We do not write to it again by ourselves.`,
    },
  };
}

function beta({ email, expiresOn, url }: Occasion): Letter {
  return {
    subject: "Your invite to the Tributary beta",
    content: {
      heading: "Welcome to the beta",
      paragraphs: [
        "You can use what we are building before everybody else.",
        `The invite is for ${email} and good until ${expiresOn}.`,
      ],
      action: { label: "Join the beta", url },
      footer:
        "You get this mail because you asked to be in the beta. If you did not, ignore it: nothing happens.",
    },
  };
}

/** Names are typed by people; in a subject they are one line of a bearable length. */
function oneLine(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\s\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 80);
}
