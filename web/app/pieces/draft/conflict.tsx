import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import type { Tree } from "../../../../worker/pieces/pure/tree";
import { fieldNames } from "../field-names";
import { StaticText } from "../text/static-text";
import type { Clash, Words } from "./merge";

type ConflictProps<W extends Words> = {
  clash: Clash<W>;
  mine: W;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
};

/** Two people, or two windows, changed the same words: both are shown, and a person decides. */
export function Conflict<W extends Words>({ clash, mine, onKeepMine, onTakeTheirs }: ConflictProps<W>) {
  return (
    <Callout
      takesFocus
      tone="attention"
      role="alert"
      className="mb-6"
      title="Somebody changed this meanwhile"
      action={
        <>
          <Button onClick={onKeepMine}>Keep mine</Button>
          <Button onClick={onTakeTheirs}>Take theirs</Button>
        </>
      }
    >
      <p>Theirs is saved and stays among the versions. Yours is only here until you keep it.</p>
      {clash.fields.map((field) => (
        <section key={field} aria-label={fieldNames[field] ?? field} className="mt-4 text-ink">
          <h2 className="font-medium">{fieldNames[field] ?? field}</h2>
          <div className="mt-1 grid gap-4 md:grid-cols-2">
            <Side name="Yours" value={mine[field]} />
            <Side name="Theirs" value={clash.words[field]} />
          </div>
        </section>
      ))}
    </Callout>
  );
}

function Side({ name, value }: { name: string; value: unknown }) {
  return (
    <div className="min-w-0">
      <h3 className="text-12 text-muted">{name}</h3>
      <div data-ground className="mt-1 rounded-4 bg-raised px-3 py-2">
        {isTree(value) ? (
          <StaticText tree={value} className="prose-tight" />
        ) : (
          <p className="whitespace-pre-wrap">{said(value)}</p>
        )}
      </div>
    </div>
  );
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && "type" in value && value.type === "doc";
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" || typeof value === "number" ? String(value) || "—" : "—";
}
