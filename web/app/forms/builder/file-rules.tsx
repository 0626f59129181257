import { Checkbox } from "~/components/ui/checkbox";
import type { FileKind } from "../definition";
import { NumberRow, RowPair } from "./rows";
import type { RulesProps } from "./rules-props";

const fileKinds: { kind: FileKind; name: string }[] = [
  { kind: "image", name: "Pictures" },
  { kind: "pdf", name: "PDF" },
  { kind: "document", name: "Documents" },
  { kind: "spreadsheet", name: "Spreadsheets" },
  { kind: "text", name: "Plain text" },
];

export function FileRules({ rules, editable, set }: RulesProps) {
  const chosen = rules.fileTypes ?? [];
  return (
    <>
      <div role="group" aria-label="Kinds of files">
        {fileKinds.map(({ kind, name }) => (
          <Checkbox
            key={kind}
            label={name}
            checked={chosen.includes(kind)}
            disabled={!editable || (chosen.length === 1 && chosen[0] === kind)}
            onChange={({ target }) =>
              set({
                fileTypes: fileKinds
                  .map((each) => each.kind)
                  .filter((each) => (each === kind ? target.checked : chosen.includes(each))),
              })
            }
          />
        ))}
      </div>
      <RowPair>
        <NumberRow
          label="How many"
          value={rules.maxFiles ?? 1}
          min={1}
          max={5}
          disabled={!editable}
          onChange={(maxFiles) => set({ maxFiles: maxFiles ?? 1 }, "maxFiles")}
        />
        <NumberRow
          label="Most megabytes"
          value={rules.maxFileMb ?? 10}
          min={1}
          max={10}
          disabled={!editable}
          onChange={(maxFileMb) => set({ maxFileMb: maxFileMb ?? 10 }, "maxFileMb")}
        />
      </RowPair>
    </>
  );
}
