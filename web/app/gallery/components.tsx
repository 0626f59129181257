import { Inbox, Settings } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { Avatar } from "~/components/ui/avatar";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Callout } from "~/components/ui/callout";
import { Checkbox, Radio } from "~/components/ui/checkbox";
import { CopyButton } from "~/components/ui/copy-button";
import { Dialog, DialogActions, Sheet } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input, Textarea } from "~/components/ui/input";
import { Shortcut } from "~/components/ui/kbd";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "~/components/ui/menu";
import { Popover } from "~/components/ui/popover";
import { Progress } from "~/components/ui/progress";
import { Select } from "~/components/ui/select";
import { RowsSkeleton } from "~/components/ui/skeleton";
import { EmptyState, ErrorState, NoPermission } from "~/components/ui/states";
import { Switch } from "~/components/ui/switch";
import { RelativeTime } from "~/components/ui/time";
import { Tooltip } from "~/components/ui/tooltip";
import { notify } from "~/toasts/notify";

export function ComponentStates() {
  return (
    <Page title="Components">
      <Section title="Buttons">
        <Buttons />
      </Section>
      <Section title="Fields">
        <Fields />
      </Section>
      <Section title="Layers">
        <LayerButtons />
      </Section>
      <Section title="Small things">
        <SmallThings />
      </Section>
      <Section title="News">
        <News />
      </Section>
      <Section title="States">
        <States />
      </Section>
    </Page>
  );
}

function Buttons() {
  return (
    <>
      <Line>
        <Button look="primary">Write bundle</Button>
        <Button>Save</Button>
        <Button look="quiet">Cancel</Button>
        <Button look="danger">Delete form “Spring”</Button>
        <Button look="dangerQuiet">Remove…</Button>
      </Line>
      <Line>
        <Button look="primary" pending>
          Save
        </Button>
        <Button disabled>Not now</Button>
        <Button size="sm">Small</Button>
        <Button size="lg">Large</Button>
        <CopyButton value="copied" />
      </Line>
    </>
  );
}

function SmallThings() {
  return (
    <>
      <Line>
        <Badge>Draft</Badge>
        <Badge tone="stream">Live</Badge>
        <Badge tone="attention">Waiting</Badge>
        <Badge tone="danger">Failed</Badge>
        <Avatar name="Ada Lovelace" />
        <Shortcut keys="mod+k" />
        <RelativeTime at="2026-11-20T09:00:00Z" />
      </Line>
      <Progress label="Written" value={212} max={393} text="212 of 393" />
    </>
  );
}

function News() {
  return (
    <div className="grid gap-3">
      <Callout>Something to know.</Callout>
      <Callout tone="success" title="It worked">
        And this is what happens next.
      </Callout>
      <Callout tone="attention" title="Look here" action={<Button size="sm">Fix it</Button>}>
        Nothing is lost yet.
      </Callout>
      <Callout tone="danger" title="It failed">
        And this is why.
      </Callout>
    </div>
  );
}

function States() {
  return (
    <div className="grid gap-8">
      <EmptyState icon={Inbox} title="Nothing here yet" action={<Button look="primary">Write bundle</Button>}>
        What will be here, and why.
      </EmptyState>
      <ErrorState
        title="This could not be loaded"
        action={<Button>Try again</Button>}
        requestId="req_0123456789abcdef"
      >
        It is not you.
      </ErrorState>
      <NoPermission what="see API keys" />
      <RowsSkeleton what="members" rows={3} />
    </div>
  );
}

function Fields() {
  return (
    <div className="grid max-w-md gap-4">
      <Field id="plain" label="Name" hint="What others see.">
        {(control) => <Input {...control} defaultValue="Ada Lovelace" />}
      </Field>
      <Field id="wrong" label="Email" errors={["Enter an email address like name@example.com."]}>
        {(control) => <Input {...control} defaultValue="ada@" />}
      </Field>
      <Field id="off" label="Not changeable">
        {(control) => <Input {...control} disabled defaultValue="Fixed" />}
      </Field>
      <Field id="text" label="Notes" optional>
        {(control) => <Textarea {...control} />}
      </Field>
      <Field id="choice" label="Role">
        {(control) => (
          <Select {...control}>
            <option>Marketer</option>
            <option>Viewer</option>
          </Select>
        )}
      </Field>
      <fieldset>
        <legend className="sr-only">Choices</legend>
        <Checkbox label="Checked" defaultChecked hint="With a hint." />
        <Checkbox label="Not checked" />
        <Radio name="one" label="This" defaultChecked />
        <Radio name="one" label="That" />
      </fieldset>
      <Switch label="Digest every Monday" hint="A summary of the week." defaultChecked />
      <Switch label="Off" />
    </div>
  );
}

function LayerButtons() {
  const [open, setOpen] = useState<"dialog" | "sheet" | null>(null);
  const close = (isOpen: boolean) => !isOpen && setOpen(null);
  return (
    <Line>
      <Button onClick={() => setOpen("dialog")}>Dialog</Button>
      <Button onClick={() => setOpen("sheet")}>Sheet</Button>
      <Menu trigger={<Button>Menu</Button>} align="start">
        <MenuLabel>Label</MenuLabel>
        <MenuItem keys="mod+k">
          <Settings aria-hidden />
          Settings
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger>Delete</MenuItem>
      </Menu>
      <Popover trigger={<Button>Popover</Button>} label="Popover">
        <p>Something small.</p>
      </Popover>
      <Tooltip text="More about it">
        <Button>Tooltip</Button>
      </Tooltip>
      <Button
        onClick={() =>
          notify({
            id: crypto.randomUUID(),
            message: "Invite taken back.",
            undo: { action: "#", fields: {} },
          })
        }
      >
        Toast
      </Button>
      <Button
        onClick={() =>
          notify({ id: "due", message: "Reminder: Call about the grinder · Ingrid Solberg", opens: "#" })
        }
      >
        Reminder
      </Button>
      <Dialog
        open={open === "dialog"}
        onOpenChange={close}
        title="Publish form?"
        description="It can be filled in at once."
      >
        <DialogActions>
          <Button onClick={() => setOpen(null)}>Cancel</Button>
          <Button look="primary" onClick={() => setOpen(null)}>
            Publish form
          </Button>
        </DialogActions>
      </Dialog>
      <Sheet open={open === "sheet"} onOpenChange={close} title="Details">
        <p>At the side, without leaving the list.</p>
      </Sheet>
    </Line>
  );
}

function Line({ children }: { children: ReactNode }) {
  return <div className="mb-3 flex flex-wrap items-center gap-3">{children}</div>;
}
