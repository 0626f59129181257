import * as z from "zod";
import { isMailAddress } from "../providers";

/** One spelling an address: what is stored, looked up and written to. */
export const emailAddress = z
  .email({ error: "This is not an email address.", abort: true })
  .max(254)
  .toLowerCase()
  .refine(isMailAddress, "We cannot send mail to an address of this kind.")
  .meta({ examples: ["somebody@sample.test"] });

/** Something that stands in one line, such as a name. */
export const oneLine = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !/\p{Cc}|[\u2028\u2029]/u.test(text), "Write it in one line.");

export const mailTokenText = z.string().min(1).max(500);

export const timezone = z
  .string()
  .max(64)
  .refine(isTimezone, "This is not a time zone, such as Europe/Berlin.")
  .meta({ examples: ["Europe/Berlin"] });

export const language = z
  .string()
  .max(35)
  .refine(isLanguage, "This is not a language tag, such as en or de-AT.")
  .meta({ examples: ["en"] });

/** A path on our own site, as a browser would read it: no way of writing another host passes (REDIR-01). */
export const ownPath = z
  .string()
  .max(2000)
  .refine((path) => isOwnPath(path), "Name a page of this site, beginning with /.")
  .meta({ examples: ["/"] });

function isTimezone(name: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "" &&
      !/^[+-]/.test(name)
    );
  } catch {
    return false;
  }
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}

function isOwnPath(path: string): boolean {
  const here = "https://here.invalid";
  return /^\/[^/\\]?/.test(path) && !/[\\\s]|\p{Cc}/u.test(path) && URL.parse(path, here)?.origin === here;
}
