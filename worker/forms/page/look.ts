import type { Theme } from "../pure/form";
import type { Look } from "../pure/markup";
import { themeVariables } from "../pure/theme";

/** Values of `--trb-…` for a form's appearance: one of the two, or whichever the visitor's system has. */
export function lookOf(theme: Theme): Look {
  const valuesOf = (mode: "light" | "dark") => ({ ...themeVariables(theme, mode), "--trb-scheme": mode });
  if (theme.appearance === "auto") return { light: valuesOf("light"), dark: valuesOf("dark") };
  return { light: valuesOf(theme.appearance), dark: null };
}

export function rulesOf({ light, dark }: Look, selector: string): string {
  const rule = (values: Record<string, string>) =>
    `${selector}{${Object.entries(values)
      .map(([name, value]) => `${name}:${value}`)
      .join(";")}}`;
  return rule(light) + (dark ? `@media (prefers-color-scheme:dark){${rule(dark)}}` : "");
}
