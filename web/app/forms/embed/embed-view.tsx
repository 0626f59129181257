import { clsx } from "clsx";
import { Tabs } from "radix-ui";
import type { ReactNode } from "react";
import { Callout } from "~/components/ui/callout";
import { Skeleton } from "~/components/ui/skeleton";
import type { Form } from "../form";
import { Code } from "./code";
import { ElementPanel } from "./element-panel";
import { LinkPanel, QrPanel } from "./link-panel";
import { plainHtml } from "./plain-html";
import { modes } from "./snippets";
import type { Ready, Sources } from "./use-embed-sources";

type EmbedViewProps = { form: Form; sources: Sources; start?: string };

const names = { inline: "Inline", popup: "Popup", slide: "Slide-in", bar: "Bar" };

export function EmbedView({ form, sources, start = "inline" }: EmbedViewProps) {
  if (form.state !== "published") {
    return (
      <Callout title="The form is not published yet">
        Publish it, and its address, its code and its QR code are here.
      </Callout>
    );
  }
  return (
    <Tabs.Root defaultValue={start}>
      <Tabs.List
        aria-label="Ways to share"
        className="-mx-4 flex gap-4 overflow-x-auto border-b border-line px-4"
      >
        {modes.map((mode) => (
          <Tab key={mode} value={mode} name={names[mode]} />
        ))}
        <Tab value="html" name="HTML" />
        <Tab value="link" name="Link" />
        <Tab value="qr" name="QR code" />
      </Tabs.List>
      {modes.map((mode) => (
        <Panel key={mode} value={mode}>
          <WhenReady sources={sources}>
            {(ready) => <ElementPanel form={form} mode={mode} ready={ready} />}
          </WhenReady>
        </Panel>
      ))}
      <Panel value="html">
        <WhenReady sources={sources}>{(ready) => <HtmlPanel ready={ready} />}</WhenReady>
      </Panel>
      <Panel value="link">
        <LinkPanel form={form} />
      </Panel>
      <Panel value="qr">
        <QrPanel form={form} />
      </Panel>
      <Domains domains={form.settings.allowedDomains} />
    </Tabs.Root>
  );
}

function Tab({ value, name }: { value: string; name: string }) {
  return (
    <Tabs.Trigger
      value={value}
      className={clsx(
        "h-10 border-b-2 border-transparent whitespace-nowrap text-muted hover:text-ink pointer-coarse:h-11",
        "data-[state=active]:border-stream data-[state=active]:font-medium data-[state=active]:text-ink",
      )}
    >
      {name}
    </Tabs.Trigger>
  );
}

function Panel({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Tabs.Content value={value} className="grid gap-4 pt-4">
      {children}
    </Tabs.Content>
  );
}

function WhenReady({ sources, children }: { sources: Sources; children: (ready: Ready) => ReactNode }) {
  if (sources.kind === "ready") return children(sources);
  if (sources.kind === "loading") return <Skeleton className="h-40" />;
  return (
    <Callout tone="danger" role="alert" title="The code could not be loaded">
      Close this window and open it again. The link works meanwhile.
    </Callout>
  );
}

function HtmlPanel({ ready: { shown } }: { ready: Ready }) {
  if ("closed" in shown) return <Callout title={shown.closed.title}>{shown.closed.text}</Callout>;
  return (
    <>
      <p className="text-muted">
        The form as your page’s own HTML, for pages that allow no script. It looks as your page looks, and
        leads to a thank-you page. It does not follow changes: copy it again after you publish.
      </p>
      <Code label="The form as HTML" text={plainHtml(shown)} copy="Copy HTML" />
    </>
  );
}

function Domains({ domains }: { domains: string[] }) {
  return (
    <p className="mt-4 border-t border-line pt-3 text-13 text-muted">
      {domains.length === 0
        ? "Any page may show this form. Limit it to your domains in the form’s settings."
        : `Only these domains, and what is below them, may show this form: ${domains.join(", ")}.`}
    </p>
  );
}
