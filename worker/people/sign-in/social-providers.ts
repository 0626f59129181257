import type { Settings } from "../../kernel/env";

export const socialProviderNames = ["google", "github"] as const;
export type SocialProviderName = (typeof socialProviderNames)[number];

/** Only those whose keys are set; an address that the provider has not confirmed opens nothing (AUTH-10). */
export function socialProvidersOf(settings: Settings) {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = settings;
  return {
    ...(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
      ? {
          google: {
            clientId: GOOGLE_CLIENT_ID,
            clientSecret: GOOGLE_CLIENT_SECRET,
            requireEmailVerification: true,
          },
        }
      : {}),
    ...(GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET
      ? {
          github: {
            clientId: GITHUB_CLIENT_ID,
            clientSecret: GITHUB_CLIENT_SECRET,
            requireEmailVerification: true,
          },
        }
      : {}),
  };
}

export function offeredProviders(settings: Settings): SocialProviderName[] {
  const offered = socialProvidersOf(settings);
  return socialProviderNames.filter((name) => name in offered);
}
