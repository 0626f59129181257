import { safeTarget } from "../../../../worker/forms/pure/target";
import type { Ending } from "../definition";
import { askable } from "./askable";
import { useBuilder } from "./builder-context";
import { changeEnding } from "./edits";
import { PanelPart, SelectRow, TextRow } from "./rows";
import { Choice } from "./visibility-fields";

const kinds = [
  { value: "message", name: "Say thank you" },
  { value: "redirect", name: "Go on to an address" },
] as const;

export function EndingPanel({ ending }: { ending: Ending }) {
  const { definition, change, editable } = useBuilder();
  const { key, kind } = ending;
  const set = (patch: Partial<Ending>, about?: string) =>
    change(changeEnding(definition, key, patch), about && `${key} ${about}`);
  return (
    <>
      <PanelPart title="Ending" about="What comes after the answers are sent.">
        <SelectRow
          label="What happens"
          value={kind}
          disabled={!editable}
          options={kinds}
          onChange={(next) => set({ kind: next })}
        />
        {kind === "message" && (
          <>
            <TextRow
              label="Title"
              value={ending.title}
              disabled={!editable}
              onChange={(title) => set({ title }, "title")}
            />
            <TextRow
              label="Words"
              optional
              rows={3}
              value={ending.text ?? ""}
              disabled={!editable}
              onChange={(text) => set({ text }, "text")}
            />
            <TextRow
              label="Words on a button"
              optional
              value={ending.buttonLabel ?? ""}
              disabled={!editable}
              onChange={(buttonLabel) => set({ buttonLabel }, "buttonLabel")}
            />
          </>
        )}
        {(kind === "redirect" || ending.buttonLabel) && (
          <TextRow
            label="Address"
            value={ending.url ?? ""}
            placeholder="https://"
            disabled={!editable}
            errors={
              ending.url && !safeTarget(ending.url)
                ? ["Begin with https:// and write the whole address."]
                : undefined
            }
            onChange={(url) => set({ url: url.trim() }, "url")}
          />
        )}
      </PanelPart>
      <When ending={ending} onChange={(when) => set({ when })} />
    </>
  );
}

function When({ ending, onChange }: { ending: Ending; onChange: (when: Ending["when"]) => void }) {
  const { definition, editable } = useBuilder();
  const others = definition.endings.filter(({ key, when }) => key !== ending.key && !when);
  const isFallback = !ending.when && others.length === 0;
  return (
    <PanelPart
      title="Who comes here"
      about={
        isFallback ? "Everybody for whom no other ending holds: one ending has to be for all." : undefined
      }
    >
      {!isFallback && (
        <Choice
          name="Who comes here"
          always="Everybody who is left"
          condition={ending.when}
          editable={editable}
          onChange={onChange}
          fields={askable(definition)}
        />
      )}
    </PanelPart>
  );
}
