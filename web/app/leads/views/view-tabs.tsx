import { Form, useLocation } from "@remix-run/react";
import { MoreHorizontal } from "lucide-react";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Checkbox } from "~/components/ui/checkbox";
import { Dialog, DialogActions } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Menu, MenuItem, MenuSeparator } from "~/components/ui/menu";
import { LinkTabs } from "~/components/ui/tabs";
import { usePendingIntent } from "~/form/pending-intent";
import { SubmissionField } from "~/form/submission-field";
import { allLeads, isChanged, type SavedView, stateOf, type TableState, textOf } from "./address";

type ViewTabsProps = {
  views: readonly SavedView[];
  view: SavedView | null;
  /** The one that opens where the address names none; empty where that is all leads. */
  firstView: string;
  search: URLSearchParams;
  /** Searching is in all leads, whatever the view. */
  isSearching: boolean;
  act(intent: string, fields: Record<string, string>): void;
};

/** Saved views beside each other, and what can be done with the one that is open. */
export function ViewTabs(props: ViewTabsProps) {
  const { views, view, firstView, search, isSearching, act } = props;
  const [naming, setNaming] = useState<"new" | "rename" | null>(null);
  const changed = isChanged(search);
  const tabs = [{ id: "", name: "All leads" }, ...views].map(({ id, name }) => ({
    to: `?view=${id || allLeads}`,
    name,
    isCurrent: !isSearching && (view?.id ?? "") === id,
  }));
  return (
    <div className="flex items-end">
      <div className="min-w-0 flex-1">
        <LinkTabs label="Saved views" tabs={tabs} />
      </div>
      <div className="flex h-10 shrink-0 items-center gap-1 border-b border-line pl-2">
        {changed && view?.isMine && (
          <Button
            size="sm"
            onClick={() => act("save-view", { id: view.id, ...fieldsOf(stateOf(search, view)) })}
          >
            Save view
          </Button>
        )}
        {changed && !view && (
          <Button size="sm" onClick={() => setNaming("new")}>
            Save as view
          </Button>
        )}
        {(view || changed || firstView) && <ViewMenu {...props} changed={changed} name={setNaming} />}
      </div>
      {naming && (
        <NameDialog
          view={naming === "rename" ? view : null}
          state={stateOf(search, view)}
          close={() => setNaming(null)}
        />
      )}
    </div>
  );
}

type ViewMenuProps = ViewTabsProps & { changed: boolean; name(what: "new" | "rename"): void };

function ViewMenu({ view, firstView, changed, act, name }: ViewMenuProps) {
  const trigger = (
    <Button look="quiet" size="iconSm" aria-label="This view">
      <MoreHorizontal aria-hidden />
    </Button>
  );
  const mine = view?.isMine ? view : null;
  const isFirst = (view?.id ?? "") === firstView;
  return (
    <Menu trigger={trigger} label="This view">
      {changed && (
        <MenuItem onSelect={() => act("reset-view", { id: view?.id ?? "" })}>Show as it was saved</MenuItem>
      )}
      {(view || changed) && <MenuItem onSelect={() => name("new")}>Save as a new view</MenuItem>}
      {!isFirst && (
        <MenuItem onSelect={() => act("first-view", { id: view?.id ?? "", name: view?.name ?? "All leads" })}>
          Open this view first
        </MenuItem>
      )}
      {mine && (
        <>
          <MenuItem onSelect={() => name("rename")}>Rename and share</MenuItem>
          <MenuSeparator />
          <MenuItem danger onSelect={() => act("delete-view", { id: mine.id, name: mine.name })}>
            Delete view
          </MenuItem>
        </>
      )}
    </Menu>
  );
}

/** The state as a form carries it. */
export function fieldsOf(state: TableState): Record<string, string> {
  const { filter, sort, group } = state;
  return {
    filter: filter ? JSON.stringify(filter) : "",
    sort,
    group: group ?? "",
    columns: textOf(state, "columns"),
  };
}

type NameDialogProps = { view: SavedView | null; state: TableState; close: () => void };

function NameDialog({ view, state, close }: NameDialogProps) {
  const intent = view ? "rename-view" : "create-view";
  const pending = usePendingIntent(intent);
  const { pathname } = useLocation();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={view ? `Rename “${view.name}”` : "Save as a view"}
      description={view ? undefined : "Its filter, order and columns stay one click away."}
    >
      <Form method="post" action={pathname} onSubmit={() => setTimeout(close)} className="grid gap-4">
        <input type="hidden" name="intent" value={intent} />
        {view && <input type="hidden" name="id" value={view.id} />}
        {!view &&
          Object.entries(fieldsOf(state)).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <SubmissionField pending={pending} />
        <Field id="view-name" label="Name">
          {(control) => (
            <Input {...control} name="name" required maxLength={80} defaultValue={view?.name} autoFocus />
          )}
        </Field>
        <Checkbox
          name="shared"
          value="yes"
          label="Share with everybody here"
          hint="Colleagues see it among their views. Only you change it."
          defaultChecked={view?.visibility === "shared"}
        />
        <DialogActions>
          <Button type="submit" look="primary" pending={pending}>
            {view ? "Rename view" : "Save view"}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
