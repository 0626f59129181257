import type { MailContent } from "../../providers";

export type Letter = { subject: string; content: MailContent };

const ours = "Tributary · You get this mail because of your account, or because somebody typed your address.";
const notYou = "If this was not you, you need do nothing.";

/** No word of a stranger's goes into a mail to somebody who has not confirmed that they know us (MAIL-03). */
export const letters = {
  verifyEmail: (url: string): Letter => ({
    subject: "Confirm your email address",
    content: {
      heading: "Confirm your email address",
      paragraphs: [
        "One click, and your Tributary account is ready. The link works for one hour and only once.",
        `${notYou} Without the click nothing happens with your address.`,
      ],
      action: { label: "Confirm address", url },
      footer: ours,
    },
  }),

  existingAccount: (signInUrl: string): Letter => ({
    subject: "You already have a Tributary account",
    content: {
      heading: "You already have an account",
      paragraphs: [
        "Somebody, probably you, wanted to use this email address for a Tributary account. It already has one, so nothing was changed.",
        "Sign in as always. If you do not know your password any more, choose “Forgot your password?” there.",
      ],
      action: { label: "Sign in", url: signInUrl },
      footer: ours,
    },
  }),

  resetPassword: (url: string): Letter => ({
    subject: "Choose a new password",
    content: {
      heading: "Choose a new password",
      paragraphs: [
        "The link works for one hour and only once. Once you have chosen, you are signed out everywhere.",
        `${notYou} Your password stays as it is.`,
      ],
      action: { label: "Choose password", url },
      footer: ours,
    },
  }),

  passwordChanged: (resetUrl: string): Letter => ({
    subject: "Your password was changed",
    content: {
      heading: "Your password was changed",
      paragraphs: [
        "Every other device has been signed out.",
        "If this was not you, choose a new password now, and look through your API keys and sessions.",
      ],
      action: { label: "It was not me", url: resetUrl },
      footer: ours,
    },
  }),

  confirmEmailChange: (url: string): Letter => ({
    subject: "Confirm your new email address",
    content: {
      heading: "Confirm your new address",
      paragraphs: [
        "From your click on, this is the address you sign in with. The link works for one hour and only once.",
        notYou,
      ],
      action: { label: "Use this address", url },
      footer: ours,
    },
  }),

  emailChangeNotice: (to: string, undoUrl: string): Letter => ({
    subject: "Your email address is about to change",
    content: {
      heading: "Your email address is about to change",
      paragraphs: [
        `Your account is to use ${to} once that address is confirmed.`,
        "If this was not you, keep this address with the button below. It works for seven days, even when the change has gone through by then. Choose a new password after that.",
      ],
      action: { label: "Keep this address", url: undoUrl },
      footer: ours,
    },
  }),

  accountCancelled: (eraseOn: string, signInUrl: string): Letter => ({
    subject: "Your account will be deleted",
    content: {
      heading: "Your account will be deleted",
      paragraphs: [
        `On ${eraseOn} everything about you is erased for good. You are signed out everywhere.`,
        "If you change your mind before that day, sign in: that brings your account back as it was.",
      ],
      action: { label: "Keep my account", url: signInUrl },
      footer: ours,
    },
  }),
};
