import { isAt } from "./target";

/** Where the links of an organization may lead, as its admins say: host names, each with all names below it. */
export type TargetPolicy = {
  /** Empty: anywhere. */
  allowedHosts: string[];
  /** These never, even where they are below an allowed one. */
  blockedHosts: string[];
};

export const anywhere: TargetPolicy = { allowedHosts: [], blockedHosts: [] };

/** As it stands among the settings of the organization. */
export function readPolicy(settings: Record<string, unknown>): TargetPolicy {
  // safe: only setTargetPolicy writes here
  return { ...anywhere, ...(settings["linkTargets"] as Partial<TargetPolicy> | undefined) };
}

export function isRefused(url: string, { allowedHosts, blockedHosts }: TargetPolicy): boolean {
  return isAt(url, blockedHosts) || (allowedHosts.length > 0 && !isAt(url, allowedHosts));
}

type Targets = { url: string; rules: readonly { url: string }[] };

/** Whether any place that a link leads to is refused, by the organization or by who runs all of this. */
export function isStopped({ url, rules }: Targets, policy: TargetPolicy, operatorBlocks: readonly string[]) {
  return [url, ...rules.map((rule) => rule.url)].some(
    (each) => isRefused(each, policy) || isAt(each, operatorBlocks),
  );
}

/** `https://Shop.example/x` and `*.shop.example` name the host `shop.example`; null where none is named. */
export function hostIn(typed: string): string | null {
  const name = typed
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/^\*?\./, "")
    .replace(/[/?#].*$/, "");
  if (/[\s@:\\*]/.test(name)) return null;
  const host = URL.parse(`http://${name}`)?.hostname.replace(/\.$/, "") ?? "";
  return /^[^.\s]+(\.[^.\s]+)+$/.test(host) || host === "localhost" ? host : null;
}
