import type { Answer } from "./form";

export const faultCodes = [
  "required",
  "invalid",
  "too_short",
  "too_long",
  "mask",
  "not_email",
  "not_phone",
  "not_url",
  "not_number",
  "not_whole",
  "too_small",
  "too_large",
  "not_date",
  "too_early",
  "too_late",
  "not_an_option",
  "too_few",
  "too_many",
  "not_country",
  "address_incomplete",
  "must_agree",
  "file_type",
  "file_size",
] as const;
export type FaultCode = (typeof faultCodes)[number];
export type FaultParams = Record<string, string | number>;

/** `null` where nothing was answered. */
export type Checked = { value: Answer | null } | { code: FaultCode; params: FaultParams };

export function fault(code: FaultCode, params: FaultParams = {}): Checked {
  return { code, params };
}

/** For whatever is not what its field asks for: a list for a number, an object for a text. */
export const invalid = fault("invalid");
