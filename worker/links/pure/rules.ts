import type { Device } from "./device";

/** Where some readers go instead. */
type TargetRule = { countries?: string[]; devices?: Device[]; languages?: string[]; url: string };

export type Reader = { country: string | null; device: Device; language: string };

/** The first rule whose every condition holds; the link's own target where none does. */
export function targetFor(url: string, rules: readonly TargetRule[], reader: Reader): string {
  return rules.find((rule) => holds(rule, reader))?.url ?? url;
}

function holds({ countries, devices, languages }: TargetRule, reader: Reader): boolean {
  if (countries && !(reader.country !== null && countries.includes(reader.country))) return false;
  if (devices && !devices.includes(reader.device)) return false;
  return !languages || languages.some((language) => speaks(reader.language, language));
}

/** `pt` means Brazil's too; `pt-br` only Brazil's. */
function speaks(spoken: string, wanted: string): boolean {
  return spoken === wanted || spoken.startsWith(`${wanted}-`);
}
