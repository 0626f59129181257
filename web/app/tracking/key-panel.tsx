import type { LinkProps } from "@remix-run/react";
import { SidePanel } from "~/components/side-panel";
import { CodeBlock } from "./code-block";
import { KeyForm } from "./key-form";
import { snippetOf, type TrackingKey, type TrackingScript } from "./tracking-key";

type KeyPanelProps = {
  trackingKey: TrackingKey;
  script: TrackingScript;
  host: string;
  mayWrite: boolean;
  closeTo: LinkProps["to"];
};

export function KeyPanel({ trackingKey, script, host, mayWrite, closeTo }: KeyPanelProps) {
  const isOver = trackingKey.status === "ended";
  return (
    <SidePanel
      title={trackingKey.name}
      about={<code className="font-mono text-13">{trackingKey.key}</code>}
      closeTo={closeTo}
    >
      <div className="grid gap-8">
        {isOver ? (
          <p className="text-muted">This key no longer opens anything. What it sent stays.</p>
        ) : (
          <CodeBlock code={snippetOf(host, script, trackingKey)} label="Snippet" />
        )}
        {mayWrite && !isOver && <KeyForm intent="change" trackingKey={trackingKey} />}
      </div>
    </SidePanel>
  );
}
