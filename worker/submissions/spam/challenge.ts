import type { Id } from "../../../db/ids";
import { isAllowedOrigin, openChallengeSecret, type PublishedForm } from "../../forms";
import type { Base } from "../../kernel/context";
import { ProviderError } from "../../kernel/ports";
import { sha256Hex } from "../../kernel/secrets";
import { asUuid } from "../submission-id";
import type { Verdict } from "./rates";

const passed: Verdict = { reason: null, flags: [] };
const failed: Verdict = { reason: "challenge_failed", flags: [] };

/**
 * Only where the owner set one. A token counts once, for this form and a page that may carry it; asked again for the same
 * submission it is the same answer. Nobody there to judge keeps the answer, with a flag (SPAM-02).
 */
export async function judgeChallenge(
  base: Base,
  form: PublishedForm,
  { id, token }: { id: Id<"submission">; token: string | null },
): Promise<Verdict> {
  const secret = await openChallengeSecret(base, form);
  if (secret === null) return passed;
  if (!token) return failed;
  try {
    const verdict = await base.providers.challenge.verify({
      secret,
      token,
      ipAddress: base.origin.ipAddress,
      attempt: asUuid(await sha256Hex(`${id}\n${token}`)),
    });
    return verdict.passed && isBound(base, form, verdict) ? passed : failed;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    base.log.error("challenge_down", error, { formId: form.id });
    return { reason: null, flags: ["challenge_down"] };
  }
}

/** Solved on a page that may carry the form, and for this form: another one's token would open every door. */
function isBound(
  base: Base,
  { id, settings }: PublishedForm,
  { hostname, action }: { hostname: string | null; action: string | null },
): boolean {
  if (action !== id || hostname === null) return false;
  return isAllowedOrigin(settings.allowedDomains, `https://${hostname}`, base.settings.APP_URL);
}
