import type { Route } from "../kernel/contract";
import type { JobDefinition } from "../kernel/jobs";
import { erasureJob } from "./account/erase-account";
import { mailJob } from "./mail/mail-job";
import { meRoutes } from "./account/me-routes";
import { passkeyRoutes } from "./sign-in/passkey-routes";
import { passwordRoutes } from "./passwords/routes";
import { signInRoutes } from "./sign-in/sign-in-routes";
import { socialRoutes } from "./sign-in/social-routes";
import { twoFactorRoutes } from "./sign-in/two-factor-routes";

export { language, oneLine, timezone } from "./fields";
export { keepMail, keepsMail } from "./mail/mailbox";
export { hashPassword } from "./passwords/password";
export { renewSession } from "./sessions/renew-session";
export { longestSessionSeconds, sessionCookie, sessionCookieName } from "./sessions/session-cookie";

export const peopleRoutes: Route[] = [
  ...signInRoutes,
  ...socialRoutes,
  ...passwordRoutes,
  ...twoFactorRoutes,
  ...passkeyRoutes,
  ...meRoutes,
];

export const peopleJobs: JobDefinition[] = [mailJob, erasureJob];
