import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Callout } from "~/components/ui/callout";
import { LinkTabs } from "~/components/ui/tabs";
import { ActionButton } from "~/form/action-button";
import type { Business } from "./businesses-view";
import { ProfileForm, type ProfileChoices } from "./profile-form";
import { sectionsOf } from "./profile-sections";
import { Promotions } from "./promotions";
import type { WebsiteData } from "./website";
import { WebsitePart } from "./website-part";

const parts = {
  website: "Website",
  offer: "Offer",
  audience: "Audience",
  voice: "Voice",
  channels: "Channels",
  promotions: "Promotions",
} as const;

export type BusinessPart = keyof typeof parts;

export function isBusinessPart(value: string | null): value is BusinessPart {
  return value !== null && Object.hasOwn(parts, value);
}

type BusinessViewProps = {
  business: Business;
  part?: BusinessPart;
  choices: ProfileChoices;
  mayWrite: boolean;
  backTo: string;
  topicsTo: string;
  /** Only where the part is about it. */
  website?: WebsiteData | null;
};

export function BusinessView(props: BusinessViewProps) {
  const { business, part = "offer", mayWrite, backTo } = props;
  const isArchived = business.status === "archived";
  const mayChange = mayWrite && !isArchived;
  return (
    <Page
      title={business.name}
      about={business.website && <Website address={business.website} />}
      back={{ to: backTo, name: "Businesses" }}
      action={
        mayChange && (
          <ActionButton intent="archive" fields={{ id: business.id, name: business.name }} look="quiet">
            Archive
          </ActionButton>
        )
      }
    >
      {isArchived && <Archived business={business} mayWrite={mayWrite} />}
      <div className="mb-2">
        <LinkTabs label="Profile" tabs={tabsOf(part)} />
      </div>
      <div className="[&>section:first-child]:border-t-0">
        {partOf({ ...props, part, mayWrite: mayChange })}
      </div>
    </Page>
  );
}

function tabsOf(current: BusinessPart) {
  return Object.entries(parts).map(([part, name]) => ({
    to: `?part=${part}`,
    name,
    isCurrent: part === current,
  }));
}

type PartProps = BusinessViewProps & { part: BusinessPart };

function partOf({ business, part, choices, mayWrite, website, topicsTo }: PartProps): ReactNode {
  if (part === "website")
    return website && <WebsitePart {...{ business, website, choices, mayWrite, topicsTo }} />;
  if (part === "promotions") return <Promotions promotions={business.promotions} mayWrite={mayWrite} />;
  return sectionsOf(part, business).map((section) => (
    <ProfileForm
      // The channels decide which fields the later forms have.
      key={`${section.intent} ${section.fields.map(({ name }) => name).join()}`}
      section={section}
      profile={business}
      choices={choices}
      mayWrite={mayWrite}
    />
  ));
}

function Website({ address }: { address: string }) {
  return (
    <a href={address} className="link break-all" rel="noopener noreferrer nofollow" target="_blank">
      {address}
    </a>
  );
}

function Archived({ business: { id, name }, mayWrite }: { business: Business; mayWrite: boolean }) {
  return (
    <Callout
      tone="attention"
      className="mb-6"
      title="This business is archived"
      action={
        mayWrite && (
          <ActionButton intent="restore" fields={{ id, name }} look="primary">
            Restore {name}
          </ActionButton>
        )
      }
    >
      Nothing is written or published for it. All of its content is kept.
    </Callout>
  );
}
