import { Link } from "@remix-run/react";
import {
  Archive,
  ChevronLeft,
  CopyPlus,
  Ellipsis,
  ExternalLink,
  Inbox,
  Redo2,
  Share2,
  Undo2,
  Undo,
} from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "~/components/ui/menu";
import { Tooltip } from "~/components/ui/tooltip";
import type { SaveState as State } from "~/pieces/draft/keeper";
import { SaveState } from "~/pieces/draft/save-state";
import { type Form, stateOf } from "../form";
import { useBuilder } from "./builder-context";

export type FormActs = {
  publish: () => void;
  unpublish: () => void;
  duplicate: () => void;
  archive: () => void;
  restore: () => void;
  /** Which of these is on its way. */
  pending: string | null;
};

type BuilderHeaderProps = {
  form: Form;
  state: State;
  acts: FormActs;
  address: string;
  listTo: string;
  mayWrite: boolean;
  mayReadAnswers: boolean;
  onRetry: () => void;
  onShare: () => void;
};

export function BuilderHeader(props: BuilderHeaderProps) {
  const { form, state, listTo, mayWrite, onRetry } = props;
  const { words } = useBuilder();
  const badge = stateOf(form);
  return (
    <header className="mb-4 md:sticky md:top-0 md:z-20 md:-mx-2 md:bg-paper md:px-2 md:py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Link
          to={listTo}
          prefetch="intent"
          className="touch inline-flex items-center gap-1 text-13 text-muted hover:text-ink"
        >
          <ChevronLeft aria-hidden className="size-4 shrink-0" />
          Forms
        </Link>
        <h1 className="max-w-64 truncate font-semibold">{words.name || "Form without a name"}</h1>
        <Badge tone={badge.tone}>{badge.name}</Badge>
        <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
          {mayWrite && form.state !== "archived" && (
            <>
              <SaveState state={state} onRetry={onRetry} />
              <BackAndForth />
            </>
          )}
          <Buttons {...props} />
        </div>
      </div>
    </header>
  );
}

function BackAndForth() {
  const { undo, redo, canUndo, canRedo } = useBuilder();
  return (
    <span className="flex">
      <Tooltip text="Ctrl or ⌘ and Z">
        <Button
          look="quiet"
          size="icon"
          aria-label="Undo"
          aria-disabled={!canUndo || undefined}
          onClick={canUndo ? undo : undefined}
        >
          <Undo2 aria-hidden />
        </Button>
      </Tooltip>
      <Tooltip text="Shift, Ctrl or ⌘, and Z">
        <Button
          look="quiet"
          size="icon"
          aria-label="Redo"
          aria-disabled={!canRedo || undefined}
          onClick={canRedo ? redo : undefined}
        >
          <Redo2 aria-hidden />
        </Button>
      </Tooltip>
    </span>
  );
}

function Buttons({ form, acts, address, mayWrite, mayReadAnswers, onShare }: BuilderHeaderProps) {
  const isPublished = form.state === "published";
  return (
    <>
      {mayReadAnswers && (
        <LinkButton to={`${address}/submissions`} className="max-sm:px-2.5!">
          <Inbox aria-hidden />
          <span className="max-sm:sr-only">Answers</span>
          {form.responseCount > 0 && <span className="text-muted tabular-nums">{form.responseCount}</span>}
        </LinkButton>
      )}
      {isPublished && (
        <Button onClick={onShare} className="max-sm:px-2.5!">
          <Share2 aria-hidden />
          <span className="max-sm:sr-only">Share</span>
        </Button>
      )}
      <More form={form} acts={mayWrite ? acts : null} />
      {mayWrite && <Primary form={form} acts={acts} />}
    </>
  );
}

function Primary({ form, acts }: { form: Form; acts: FormActs }) {
  if (form.state === "archived")
    return (
      <Button look="primary" pending={acts.pending === "unarchive"} onClick={acts.restore}>
        Restore
      </Button>
    );
  const isNew = form.state === "draft" || form.hasUnpublishedChanges;
  return (
    <Tooltip
      text={isNew ? "What you see in the preview is what visitors will see." : "Visitors already see this."}
    >
      <Button
        look="primary"
        pending={acts.pending === "publish"}
        aria-disabled={isNew ? undefined : true}
        onClick={isNew ? acts.publish : undefined}
      >
        {form.state === "draft" ? "Publish form" : "Publish changes"}
      </Button>
    </Tooltip>
  );
}

function More({ form, acts }: { form: Form; acts: FormActs | null }) {
  const isPublished = form.state === "published";
  if (!isPublished && (!acts || form.state === "archived")) return null;
  return (
    <Menu
      label="More"
      trigger={
        <Button look="quiet" size="icon" aria-label="More">
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      {isPublished && (
        <MenuLink to={form.url} reloadDocument>
          <ExternalLink aria-hidden />
          Open its page
        </MenuLink>
      )}
      {acts && (
        <>
          <MenuItem onSelect={acts.duplicate}>
            <CopyPlus aria-hidden />
            Duplicate
          </MenuItem>
          {isPublished && (
            <MenuItem onSelect={acts.unpublish}>
              <Undo aria-hidden />
              Unpublish
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem onSelect={acts.archive}>
            <Archive aria-hidden />
            Archive
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
