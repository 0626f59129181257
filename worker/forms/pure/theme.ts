import type { Theme } from "./form";

export const plainTheme: Theme = {
  accent: "#1d5f63",
  background: "#ffffff",
  text: "#1f2124",
  font: "inherit",
  radius: 8,
  density: "comfortable",
  appearance: "light",
};

const fonts: Record<Theme["font"], string> = {
  inherit: "inherit",
  system: "system-ui, sans-serif",
  serif: "Georgia, 'Times New Roman', serif",
  rounded: "ui-rounded, 'Hiragino Maru Gothic ProN', Quicksand, system-ui, sans-serif",
  mono: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
};
const night = { background: "#17181a", text: "#f2f1ee" };
const enough = 4.5;

/** Made from colours and numbers only, never from text of an owner; what could not be read is made readable. */
export function themeVariables(
  theme: Theme,
  mode: "light" | "dark" = "light",
): Record<`--trb-${string}`, string> {
  const { background, text: wanted } = mode === "dark" ? { ...theme, ...night } : theme;
  const text = contrast(wanted, background) >= enough ? wanted : inkOn(background);
  const accent =
    mode === "dark" && contrast(theme.accent, background) < 3
      ? mix(theme.accent, "#ffffff", 0.5)
      : theme.accent;
  return {
    "--trb-accent": accent,
    "--trb-on-accent": inkOn(accent),
    "--trb-background": background,
    "--trb-text": text,
    "--trb-muted": mix(text, background, 0.3),
    "--trb-line": mix(text, background, 0.55),
    "--trb-error": contrast("#b42318", background) >= enough ? "#b42318" : "#ffb4ab",
    "--trb-font": fonts[theme.font],
    "--trb-radius": `${theme.radius}px`,
    "--trb-gap": theme.density === "compact" ? "12px" : "20px",
  };
}

function inkOn(background: string): string {
  return contrast("#111111", background) >= contrast("#ffffff", background) ? "#111111" : "#ffffff";
}

/** As WCAG counts it. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(color: string, towards: string, share: number): string {
  const to = channels(towards);
  const mixed = channels(color).map((value, index) => Math.round(value + ((to[index] ?? 0) - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(color: string): number[] {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
