import { Plus } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { Popover } from "~/components/ui/popover";
import { useHouse } from "../house";
import { TagWords } from "../table/cell-words";

type TagFieldProps = { ids: readonly string[]; onChange(ids: string[]): void };

export function TagField({ ids, onChange }: TagFieldProps) {
  const { tags, mayWrite } = useHouse();
  const trigger = (
    <Button look="quiet" size="iconSm" aria-label="Change tags">
      <Plus aria-hidden />
    </Button>
  );
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-y-1 py-1">
      <TagWords ids={ids} />
      {mayWrite && tags.length > 0 && (
        <Popover trigger={trigger} label="Tags">
          <div className="grid max-h-80 overflow-y-auto">
            {tags.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={ids.includes(id)}
                onChange={({ target }) =>
                  onChange(target.checked ? [...ids, id] : ids.filter((each) => each !== id))
                }
              />
            ))}
          </div>
        </Popover>
      )}
      {ids.length === 0 && <span className="text-faint">None</span>}
    </div>
  );
}
