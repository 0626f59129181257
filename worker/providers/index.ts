import type { Providers } from "../kernel/ports";
import { type AiSettings, createAi } from "./ai";
import { createChallenge } from "./challenge";
import { createFetcher } from "./fetcher";
import { createFiles } from "./files";
import { createMail, type MailSettings } from "./mail";
import type { World } from "./world";

export { isMailAddress, type Mailbox, type MailContent, parseMailbox, renderMail } from "./mail";

export type ProviderSettings = AiSettings & {
  /** Where the product lives; its host is one of our own, and the fetcher introduces itself with it. */
  appUrl: string;
  /** `host:port` that the fetcher may reach although private. */
  allowedHosts: string[];
  /** Further hosts of ours, which the fetcher refuses; `*.example.dev` covers all below it. */
  ownHosts: string[];
  mail: MailSettings;
  files: R2Bucket;
  /** Another address than Turnstile's own, for a stand-in. */
  challengeBaseUrl: string | undefined;
};

const realWorld: World = { now: () => Date.now(), fetch: (input, init) => fetch(input, init) };

/** The one place where each port gets its real or its embedded side. */
export function createProviders(settings: ProviderSettings, world: World = realWorld): Providers {
  return {
    ai: createAi(settings, world),
    mail: createMail(settings.mail, world),
    files: createFiles(settings.files),
    challenge: createChallenge({ baseUrl: settings.challengeBaseUrl }, world.fetch),
    fetcher: createFetcher({
      allowedHosts: settings.allowedHosts,
      ownHosts: [new URL(settings.appUrl).hostname, ...settings.ownHosts.map(nameOf)],
      userAgent: `Tributary/1.0 (+${new URL(settings.appUrl).origin})`,
      fetch: world.fetch,
    }),
  };
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, "");
}
