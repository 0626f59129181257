import { domainOf } from "../companies";
import { emailKey, type Lead } from "../leads";

const mailboxes = new Set(
  "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de mail.com mail.ru yandex.ru zoho.com fastmail.com hey.com posteo.de orange.fr free.fr laposte.net libero.it online.no qq.com 163.com".split(
    " ",
  ),
);

/** Where a lead's company is found: its website, or what stands behind the @, unless that is a post office of everybody's. */
export function companyDomain(
  { website, email }: Pick<Lead, "website" | "email">,
  company: { website: string | null; domain: string | null } | null,
): string | null {
  const named = company?.domain ?? domainOf(company?.website) ?? domainOf(website);
  if (named) return named;
  const behind = emailKey(email)?.split("@").at(-1);
  return behind && behind.includes(".") && !mailboxes.has(behind) ? behind : null;
}
