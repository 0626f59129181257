import type { Editor } from "@tiptap/react";
import { UserRound } from "lucide-react";
import { Menu, MenuItem } from "~/components/ui/menu";
import { mergeNames } from "../../../../worker/pieces/pure/merge";
import { mergeTagName } from "./merge-words";
import { toolLook } from "./tool-button";

export function MergeTagMenu({ editor }: { editor: Editor }) {
  return (
    <Menu
      label="Merge tags"
      align="start"
      trigger={
        <button type="button" aria-label="Merge tag" title="Merge tag" className={toolLook}>
          <UserRound aria-hidden className="size-4" />
        </button>
      }
    >
      {mergeNames.map((name) => (
        <MenuItem
          key={name}
          onSelect={() =>
            editor
              .chain()
              .focus()
              .insertContent({ type: "mergeTag", attrs: { name, fallback: "" } })
              .run()
          }
        >
          {mergeTagName(name)}
        </MenuItem>
      ))}
    </Menu>
  );
}
