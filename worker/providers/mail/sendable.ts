import { type Mail, ProviderError } from "../../kernel/ports";
import { isMailAddress } from "./address";

const control = /[\p{Cc}\u2028\u2029]/u;
const encodedWord = /=\?[^?\s]+\?[bq]\?/i;
const headerName = /^[A-Za-z][A-Za-z0-9-]{0,75}$/;
const printable = /^[\x20-\x7e]*$/;
const ours = new Set(
  "from sender to cc bcc reply-to return-path subject date message-id mime-version received".split(" "),
);
const longest = 998;

/**
 * What no provider may be handed: an address that could mean another, a header that could become two. Checked here once
 * for all of them, since each would treat it differently.
 */
export function assertSendable(mail: Mail): void {
  for (const address of [mail.to, mail.from.address, ...(mail.replyTo === undefined ? [] : [mail.replyTo])]) {
    if (!isMailAddress(address))
      throw refusal("invalid_address", "This is not an email address that mail can be sent to.");
  }
  if (!/^[\w.:-]{1,200}$/.test(mail.id)) throw refusal("invalid_header", "The mail has no usable id.");
  assertHeaderText(mail.from.name);
  assertHeaderText(mail.subject);
  if (mail.subject.trim() === "") throw refusal("invalid_header", "A mail needs a subject.");
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    if (!headerName.test(name) || isOurs(name) || !printable.test(value)) throw badHeader();
    assertHeaderText(value);
  }
}

function assertHeaderText(value: string): void {
  if (control.test(value) || encodedWord.test(value) || value.length > longest) throw badHeader();
}

function isOurs(name: string): boolean {
  const lower = name.toLowerCase();
  return ours.has(lower) || /^(content-|dkim-|arc-|resent-)/.test(lower);
}

function badHeader(): ProviderError {
  return refusal(
    "invalid_header",
    "The subject, the sender's name or a header holds a character that mail cannot carry there.",
  );
}

function refusal(code: string, message: string): ProviderError {
  return new ProviderError("mail", "refuse", code, message);
}
