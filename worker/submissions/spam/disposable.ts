/** Domains whose mailboxes are thrown away; what ends in one of them counts too. Kept short: the common ones, one word each. */
const names =
  "10minutemail.com 10minutemail.net 20minutemail.com 33mail.com anonbox.net burnermail.io byom.de cock.li crazymailing.com " +
  "deadaddress.com discard.email discardmail.com dispostable.com dropmail.me emailfake.com emailondeck.com emailtemporanea.net " +
  "fakeinbox.com fakemail.net fakemailgenerator.com filzmail.com getairmail.com getnada.com grr.la guerrillamail.biz " +
  "guerrillamail.com guerrillamail.de guerrillamail.net guerrillamail.org guerrillamailblock.com harakirimail.com hidemail.de " +
  "inboxbear.com inboxkitten.com incognitomail.org jetable.org kurzepost.de linshiyouxiang.net luxusmail.org mail-temp.com " +
  "mailcatch.com maildrop.cc mailexpire.com mailforspam.com mailinator.com mailinator.net mailinator2.com mailnesia.com " +
  "mailnull.com mailpoof.com mailsac.com mailtemp.net meltmail.com mintemail.com moakt.com mohmal.com mytemp.email mytrashmail.com " +
  "nada.email nwytg.net objectmail.com pokemail.net rcpt.at sharklasers.com shitmail.me sofort-mail.de spam4.me spambog.com " +
  "spambox.us spamex.com spamgourmet.com spamhole.com tafmail.com temp-mail.io temp-mail.org tempail.com tempinbox.com tempmail.dev " +
  "tempmail.plus tempmailaddress.com tempmailo.com tempr.email throwawaymail.com trash-mail.com trashmail.com trashmail.de " +
  "trashmail.me trashmail.net trbvm.com wegwerfmail.de wegwerfmail.net wegwerfmail.org yopmail.com yopmail.fr yopmail.net zetmail.com";

const domains = new Set(names.split(" "));

export function isDisposable(address: string): boolean {
  const labels = address
    .slice(address.lastIndexOf("@") + 1)
    .toLowerCase()
    .split(".");
  return labels.some((_, index) => domains.has(labels.slice(index).join(".")));
}
