import { Section } from "~/components/page";
import { Callout } from "~/components/ui/callout";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import type { Business } from "./businesses-view";
import { FactList } from "./fact-list";
import type { ProfileChoices } from "./profile-form";
import { ProposalReview } from "./proposal-review";
import { websiteSchema } from "./schemas";
import { SiteItself } from "./site-itself";
import { isReading, sayAddress, type WebsiteAnalysis, type WebsiteData } from "./website";

type WebsitePartProps = {
  business: Business;
  website: WebsiteData;
  choices: ProfileChoices;
  mayWrite: boolean;
  /** Where topics are chosen, once what was read is taken over. */
  topicsTo: string;
};

/** What the business's website says, and what of that a person takes into the profile. */
export function WebsitePart(props: WebsitePartProps) {
  const { business, mayWrite, website } = props;
  const { analysis } = website;
  if (!analysis) return <NeverRead business={business} mayWrite={mayWrite} />;
  if (isReading(analysis)) return <Reading analysis={analysis} />;
  if (analysis.status === "failed") return <Unreadable analysis={analysis} mayWrite={mayWrite} />;
  return <Read {...props} analysis={analysis} />;
}

function NeverRead({ business, mayWrite }: { business: Business; mayWrite: boolean }) {
  return (
    <Section
      title="Its website"
      about="What is offered, to whom and in which voice is read off the site. You decide what of it counts."
    >
      {mayWrite ? (
        <ReadForm address={business.website ?? ""} button="Read website" />
      ) : (
        <p className="text-muted">It has not been read yet.</p>
      )}
    </Section>
  );
}

function ReadForm({ address, button }: { address: string; button: string }) {
  return (
    <SchemaForm
      schema={websiteSchema}
      intent="read"
      defaultValue={{ website: address }}
      className="grid max-w-md gap-4"
    >
      {(fields, pending) => (
        <>
          <TextField
            field={fields.website}
            label="Address"
            hint="A few public pages are read, as its robots.txt allows."
            placeholder="example.com"
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
          />
          <div>
            <Button type="submit" look="primary" pending={pending}>
              {button}
            </Button>
          </div>
        </>
      )}
    </SchemaForm>
  );
}

function Reading({ analysis: { url, pages } }: { analysis: WebsiteAnalysis }) {
  return (
    <Section title="Its website" about="This takes a few seconds. You can leave the page; it goes on.">
      <div role="status">
        <p className="text-16 font-semibold">Reading {sayAddress(url)}…</p>
        <p className="mt-1 text-muted">
          {pages.length === 0
            ? "Asking whether it may be read, then opening the home page."
            : readSoFar(pages)}
        </p>
      </div>
      <Pages pages={pages} />
    </Section>
  );
}

function readSoFar(pages: WebsiteAnalysis["pages"]): string {
  return pages.length === 1 ? "The home page is read." : `${pages.length} pages are read.`;
}

function Pages({ pages }: Pick<WebsiteAnalysis, "pages">) {
  return (
    <ul className="mt-4 grid max-w-2xl">
      {pages.map(({ url, title }) => (
        <li key={url} className="animate-fade border-b border-line py-2 last:border-b-0">
          <span className="block truncate">{title || "Without a title"}</span>
          <span className="block truncate text-13 text-muted">{sayAddress(url)}</span>
        </li>
      ))}
    </ul>
  );
}

type EndedProps = { analysis: WebsiteAnalysis; mayWrite: boolean };

function Unreadable({ analysis: { url, failure }, mayWrite }: EndedProps) {
  return (
    <>
      <Callout
        tone="attention"
        role="status"
        className="my-6"
        title={`${sayAddress(url)} could not be read`}
        action={
          mayWrite && (
            <>
              <ActionButton intent="read" fields={{ website: url }}>
                Try again
              </ActionButton>
              <LinkButton to="?part=offer">Describe it by hand</LinkButton>
            </>
          )
        }
      >
        <p>{failure?.message}</p>
        <p>{failure?.advice} Nothing was used of your plan.</p>
      </Callout>
      {mayWrite && (
        <Section
          title="Another address"
          about="Perhaps it is spelled differently, or another page says more."
        >
          <ReadForm address={url} button="Read this address" />
        </Section>
      )}
    </>
  );
}

function Read(props: WebsitePartProps & { analysis: WebsiteAnalysis }) {
  const { analysis, business, website, choices, mayWrite, topicsTo } = props;
  const { url, completedAt, pages, appliedAt } = analysis;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3 py-5">
        <p className="text-muted">
          {pages.length === 1 ? "One page" : `${pages.length} pages`} of {sayAddress(url)} read{" "}
          {completedAt && <RelativeTime at={completedAt} />}
        </p>
        {mayWrite && (
          <div className="flex flex-wrap gap-2">
            <ActionButton intent="read" fields={{ website: url }}>
              Read again
            </ActionButton>
            <LinkButton to={topicsTo} look={appliedAt ? "primary" : "secondary"}>
              Choose topics
            </LinkButton>
          </div>
        )}
      </div>
      <ProposalReview
        key={`${analysis.id} ${appliedAt}`}
        business={business}
        analysis={analysis}
        openFacts={website.facts.filter(({ status }) => status === "proposed").length}
        choices={choices}
        mayWrite={mayWrite}
      />
      <FactList facts={website.facts} mayWrite={mayWrite} />
      <SiteItself analysis={analysis} />
      <Section title="Pages read">
        <Pages pages={pages} />
      </Section>
    </>
  );
}
