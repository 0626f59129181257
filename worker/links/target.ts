import type { TargetRule } from "../../db/schema/cell/links";
import type { Base } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { isRefused, type TargetPolicy } from "./pure/policy";
import { isAt, readTarget, targetWords } from "./pure/target";

type Here = Pick<Base, "settings">;

/** An address that a link may lead to, as it is kept; where it may not, the field says why (REDIR-01). */
export function targetOf(here: Here, policy: TargetPolicy, typed: string, pointer: string): string {
  const found = findTarget(here, policy, typed);
  if ("url" in found) return found.url;
  throw Invalid.field(pointer, found.problem, targetWords(found.problem));
}

export function findTarget(
  { settings }: Here,
  policy: TargetPolicy,
  typed: string,
): ReturnType<typeof readTarget> {
  const read = readTarget(typed);
  if ("problem" in read) return read;
  if (isShortLink(settings.APP_URL, read.url)) return { problem: "own_link" };
  if (isAt(read.url, settings.LINK_BLOCKED_HOSTS)) return { problem: "blocked" };
  return isRefused(read.url, policy) ? { problem: "not_allowed" } : read;
}

export function rulesOf(here: Here, policy: TargetPolicy, rules: readonly TargetRule[]): TargetRule[] {
  return rules.map((rule, index) => {
    const { countries, devices, languages } = rule;
    if (!countries && !devices && !languages)
      throw Invalid.field(`/rules/${index}`, "no_condition", "Say for whom this rule is.");
    return { ...rule, url: targetOf(here, policy, rule.url, `/rules/${index}/url`) };
  });
}

export function shortUrlOf({ settings }: Here, slug: string): string {
  return `${settings.APP_URL.replace(/\/$/, "")}/l/${slug}`;
}

/** A link to a link could go round in circles. */
export function isShortLink(appUrl: string, url: string): boolean {
  return url.startsWith(`${new URL(appUrl).origin}/l/`);
}
