import { Radar } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { EmptyState } from "~/components/ui/states";
import { CodeBlock } from "./code-block";
import { Heard } from "./heard";
import { KeyForm } from "./key-form";
import { KeysTable } from "./keys-table";
import { snippetOf, type TrackingKey, type TrackingScript } from "./tracking-key";
import { PrivacyWords, WhereToPaste } from "./where-to-paste";

type TrackingViewProps = {
  keys: TrackingKey[];
  script: TrackingScript;
  host: string;
  mayWrite: boolean;
  pages?: ReactNode;
  panel?: ReactNode;
};

export function TrackingView({ keys, script, host, mayWrite, pages, panel }: TrackingViewProps) {
  const current = keys.find(({ status }) => status === "active");
  return (
    <Page
      title="Tracking"
      about="What visitors do on your own website, from the first page they read to the lead they become."
    >
      {current && (
        <Section title="Snippet" about={`For “${current.name}”. Paste it into the head of every page.`}>
          <div className="grid gap-4">
            <CodeBlock code={snippetOf(host, script, current)} label="Snippet" />
            <Heard trackingKey={current} />
          </div>
        </Section>
      )}
      <Section
        title="Keys"
        about="A key may stand in any page’s source: it can send what happens there, and nothing else."
      >
        {keys.length === 0 ? (
          <EmptyState icon={Radar} title="No key yet">
            {mayWrite
              ? "Create one for your website. Then the pages that a lead has read show in its story."
              : "Once somebody who may create a key has done so, its snippet stands here."}
          </EmptyState>
        ) : (
          <KeysTable keys={keys} mayWrite={mayWrite} />
        )}
        {pages}
      </Section>
      {mayWrite && (
        <Section id="create" title="Create a key" about="One for each website.">
          <KeyForm intent="create" />
        </Section>
      )}
      {current && (
        <Section title="Where to paste it" about="And what your page may tell it.">
          <WhereToPaste />
        </Section>
      )}
      <Section title="What is kept" about="In words that you can use in your own privacy notice.">
        <PrivacyWords />
      </Section>
      {panel}
    </Page>
  );
}
