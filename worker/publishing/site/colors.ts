/** The colour of a business, made dark or light enough to be read on our paper: 4.5 to 1 and more, whatever was chosen. */
export type Accents = { light: string; dark: string };

const paper = { light: "#fdfcfa", dark: "#17181a" };
const fallback: Accents = { light: "#1d5f63", dark: "#7fc8c9" };
const enough = 5;

export function accentsOf(color: string | undefined): Accents {
  if (!color || !/^#[0-9a-f]{6}$/i.test(color)) return fallback;
  return { light: readableOn(paper.light, color, 0), dark: readableOn(paper.dark, color, 255) };
}

/** Nearer to black or white, step by step, until it can be read. */
function readableOn(background: string, color: string, towards: 0 | 255): string {
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = mix(channels(color), towards, share);
    if (contrast(mixed, channels(background)) >= enough) return hex(mixed);
  }
  return towards === 0 ? "#000000" : "#ffffff";
}

type Rgb = [number, number, number];

function channels(color: string): Rgb {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function mix([red, green, blue]: Rgb, towards: number, share: number): Rgb {
  const part = (value: number) => Math.round(value + (towards - value) * share);
  return [part(red), part(green), part(blue)];
}

function hex(rgb: Rgb): string {
  return `#${rgb.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** As WCAG counts it. */
function contrast(one: Rgb, other: Rgb): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
