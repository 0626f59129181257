import * as z from "zod";
import { github } from "../../node_modules/@better-auth/core/dist/social-providers/github.mjs";
import {
  google,
  isGoogleHostedDomainAllowed,
  verifyGoogleIdToken,
} from "../../node_modules/@better-auth/core/dist/social-providers/google.mjs";

/** In place of forty: those that somebody can sign in with here (worker/people/sign-in/social-providers.ts). */
const socialProviders = { github, google };
const SocialProviderListEnum = z.string();

export { isGoogleHostedDomainAllowed, SocialProviderListEnum, socialProviders, verifyGoogleIdToken };
