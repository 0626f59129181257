import * as z from "zod";
import { Invalid } from "../../kernel/errors";
import { isCommonPassword } from "./common-passwords";

const shortest = 8;
const longest = 128;

/** A password that somebody chooses: long enough, of any characters, counted as people count them (AUTH-12). */
export const newPassword = z
  .string()
  // Before anything looks at its characters; a character may take several units.
  .max(longest * 8, { error: `Use at most ${longest} characters.`, abort: true })
  .refine((value) => lengthOf(value) >= shortest, `Use at least ${shortest} characters.`)
  .refine((value) => lengthOf(value) <= longest, `Use at most ${longest} characters.`)
  .meta({ minLength: shortest, maxLength: longest, format: "password", examples: ["correct horse battery"] });

/** A password that somebody has: whatever they type is compared, nothing about it is told. */
export const typedPassword = z
  .string()
  .min(1)
  .max(longest * 8)
  .meta({ format: "password", examples: ["correct horse battery"] });

export function assertHardToGuess(password: string, pointer: string, about: string[]): void {
  if (!isCommonPassword(password, about)) return;
  const detail = "This password is easy to guess. Take a few words that have nothing to do with each other.";
  throw Invalid.field(pointer, "common_password", detail);
}

function lengthOf(value: string): number {
  return Array.from(value.normalize("NFC")).length;
}
