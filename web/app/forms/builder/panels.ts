export const panels = {
  question: "Question",
  look: "Look",
  languages: "Languages",
  logic: "Logic",
  settings: "Settings",
  versions: "Versions",
} as const;
export type PanelName = keyof typeof panels;

export const panelNames = Object.keys(panels) as PanelName[]; // safe: its own keys

export function panelOf(asked: string | null): PanelName {
  return panelNames.find((panel) => panel === asked) ?? "question";
}

/** What a narrow screen shows of the three. */
export const parts = { questions: "Questions", preview: "Preview", settings: "Settings" } as const;
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[]; // safe: its own keys
