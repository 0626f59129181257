import { contrast } from "../../../../worker/forms/pure/theme";
import { useId } from "react";
import { Callout } from "~/components/ui/callout";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import type { Theme } from "../definition";
import { useBuilder } from "./builder-context";
import { PanelPart, SelectRow } from "./rows";

const fonts = [
  { value: "inherit", name: "As the page around it" },
  { value: "system", name: "The device's own" },
  { value: "serif", name: "With serifs" },
  { value: "rounded", name: "Rounded" },
  { value: "mono", name: "Typewriter" },
] as const;
const appearances = [
  { value: "light", name: "Light" },
  { value: "dark", name: "Dark" },
  { value: "auto", name: "As the visitor's device" },
] as const;
const densities = [
  { value: "comfortable", name: "Comfortable" },
  { value: "compact", name: "Compact" },
] as const;

const enough = 4.5;
const enoughForMarks = 3;

export function LookPanel() {
  const { words, changeWords, editable } = useBuilder();
  const { theme } = words;
  const set = (patch: Partial<Theme>, about?: string) =>
    changeWords({ theme: { ...theme, ...patch } }, about && `theme ${about}`);
  return (
    <>
      <PanelPart title="Colours">
        <ColorRow
          label="Accent"
          value={theme.accent}
          disabled={!editable}
          onChange={(accent) => set({ accent }, "accent")}
        />
        <ColorRow
          label="Background"
          value={theme.background}
          disabled={!editable}
          onChange={(background) => set({ background }, "background")}
        />
        <ColorRow
          label="Text"
          value={theme.text}
          disabled={!editable}
          onChange={(text) => set({ text }, "text")}
        />
        <ContrastWarning theme={theme} />
        <SelectRow
          label="Light or dark"
          value={theme.appearance}
          options={appearances}
          disabled={!editable}
          onChange={(appearance) => set({ appearance })}
        />
      </PanelPart>
      <Letters theme={theme} editable={editable} set={set} />
    </>
  );
}

type LettersProps = { theme: Theme; editable: boolean; set: (patch: Partial<Theme>, about?: string) => void };

function Letters({ theme, editable, set }: LettersProps) {
  return (
    <PanelPart title="Letters and room">
      <SelectRow
        label="Font"
        value={theme.font}
        options={fonts}
        disabled={!editable}
        onChange={(font) => set({ font })}
      />
      <SelectRow
        label="Room between questions"
        value={theme.density}
        options={densities}
        disabled={!editable}
        onChange={(density) => set({ density })}
      />
      <label className="grid gap-1.5 font-medium">
        Corners
        <input
          type="range"
          min={0}
          max={24}
          value={theme.radius}
          disabled={!editable}
          aria-valuetext={`${theme.radius} pixels round`}
          onChange={({ target }) => set({ radius: Number(target.value) }, "radius")}
          className="h-9 w-full accent-(--stream) pointer-coarse:h-11"
        />
      </label>
    </PanelPart>
  );
}

type ColorRowProps = { label: string; value: string; disabled: boolean; onChange: (value: string) => void };

/** Picked, or written as six digits; what is no colour yet stays in the field. */
function ColorRow({ label, value, disabled, onChange }: ColorRowProps) {
  return (
    <Field id={useId()} label={label}>
      {(control) => (
        <span className="flex gap-2">
          <input
            type="color"
            aria-label={`Pick: ${label}`}
            value={value}
            disabled={disabled}
            onChange={({ target }) => onChange(target.value)}
            className="h-9 w-11 shrink-0 rounded-8 border border-edge bg-raised p-1 pointer-coarse:h-11"
          />
          <Input
            {...control}
            key={value}
            defaultValue={value}
            disabled={disabled}
            spellCheck={false}
            className="font-mono"
            onBlur={({ target }) => {
              const color = target.value.trim().toLowerCase();
              if (/^#[0-9a-f]{6}$/.test(color) && color !== value) onChange(color);
            }}
          />
        </span>
      )}
    </Field>
  );
}

function ContrastWarning({ theme }: { theme: Theme }) {
  const warnings = warningsOf(theme);
  if (warnings.length === 0) return null;
  return (
    <Callout tone="attention" role="status" title="Hard to read">
      {warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
    </Callout>
  );
}

export function warningsOf({ text, background, accent }: Theme): string[] {
  const ofText = contrast(text, background);
  const ofAccent = contrast(accent, background);
  const say = (ratio: number) => `${Math.floor(ratio * 10) / 10}`;
  return [
    ...(ofText < enough
      ? [
          `Text on its background has a contrast of ${say(ofText)}; ${enough} is needed. Visitors are shown a text colour that can be read instead.`,
        ]
      : []),
    ...(ofAccent < enoughForMarks
      ? [
          `The accent on the background has a contrast of ${say(ofAccent)}; ${enoughForMarks} is needed to see the button and what is chosen.`,
        ]
      : []),
  ];
}
