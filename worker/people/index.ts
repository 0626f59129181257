import type { Route } from "../kernel/contract";
import type { JobDefinition } from "../kernel/jobs";
import { erasureJob } from "./erase-account";
import { mailJob } from "./mail-job";
import { meRoutes } from "./me-routes";
import { passkeyRoutes } from "./passkey-routes";
import { passwordRoutes } from "./password-routes";
import { signInRoutes } from "./sign-in-routes";
import { socialRoutes } from "./social-routes";
import { twoFactorRoutes } from "./two-factor-routes";

export { language, oneLine, timezone } from "./fields";
export { keepMail, keepsMail } from "./mailbox";
export { hashPassword } from "./password";
export { renewSession } from "./renew-session";
export { longestSessionSeconds, sessionCookie, sessionCookieName } from "./session-cookie";

export const peopleRoutes: Route[] = [
  ...signInRoutes,
  ...socialRoutes,
  ...passwordRoutes,
  ...twoFactorRoutes,
  ...passkeyRoutes,
  ...meRoutes,
];

export const peopleJobs: JobDefinition[] = [mailJob, erasureJob];
