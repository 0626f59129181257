import { useState } from "react";
import { Checkbox } from "~/components/ui/checkbox";
import { Select } from "~/components/ui/select";
import type { Form } from "../form";
import { Code } from "./code";
import type { Ready } from "./use-embed-sources";
import { Hints } from "./hints";
import { Preview } from "./preview-frame";
import { type Embedded, elementSnippet, type Mode } from "./snippets";

const about: Record<Mode, string> = {
  inline: "The form stands in the page, where you paste this.",
  popup: "A link in your page opens the form over it.",
  slide: "A link opens the form in the lower corner; the page stays usable.",
  bar: "A bar along the lower edge of the window leads to the form.",
};

const rules = [
  { value: "click", name: "when its link is pressed" },
  { value: "after:10", name: "by itself after 10 seconds" },
  { value: "scroll:50", name: "by itself half way down the page" },
  { value: "leave", name: "by itself when the pointer leaves the page" },
];

export function ElementPanel({ form, mode, ready }: { form: Form; mode: Mode; ready: Ready }) {
  const [isPinned, setPinned] = useState(false);
  const [opens, setOpens] = useState("click");
  const [height, setHeight] = useState(420);
  const { origin } = new URL(form.url);
  const embedded: Embedded = {
    origin,
    formId: form.id,
    title: form.title || form.name,
    mode,
    height,
    release: isPinned ? ready.release : null,
    opens,
  };
  return (
    <>
      <p className="text-muted">{about[mode]}</p>
      <Code label="Code for your page" text={elementSnippet(embedded)} />
      {mode !== "inline" && (
        <label className="grid gap-1">
          <span className="text-13 font-medium">Opens</span>
          <Select value={opens} onChange={({ target }) => setOpens(target.value)}>
            {rules.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        </label>
      )}
      <Checkbox
        label={`Stay with version ${ready.release.version}, proved by its hash`}
        hint="Your page runs exactly this script, and nothing newer, until you paste another."
        checked={isPinned}
        onChange={({ target }) => setPinned(target.checked)}
      />
      <Preview form={form} mode={mode} onHeight={setHeight} />
      <Hints embedded={embedded} />
    </>
  );
}
