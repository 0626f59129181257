import { Section } from "~/components/page";
import { Facts } from "~/settings/facts";
import { ColourPatch } from "./profile-form";
import type { WebsiteAnalysis } from "./website";

/** What the pages themselves said, before anybody interpreted it. */
export function SiteItself({ analysis: { extract } }: { analysis: WebsiteAnalysis }) {
  if (!extract) return null;
  const { title, description, language, contact, colors, logo, logoUrl, socialAccounts } = extract;
  return (
    <Section title="The site itself" about="Read off its pages as it stands there.">
      <Facts
        facts={[
          ["Title", title],
          ["Description", description],
          ["Language", language],
          ["Logo", <Logo key="logo" logo={logo} address={logoUrl} />],
          ["Colours", <Colours key="colours" colours={colors} />],
          ["Contact", [...contact.emails, ...contact.phones, ...contact.addresses].join(" · ")],
          ["Accounts", socialAccounts.join(" · ")],
        ]}
      />
    </Section>
  );
}

function Logo({ logo, address }: { logo: string | null; address: string | null }) {
  if (logo) return <img src={logo} alt="The logo" className="max-h-12 max-w-40 rounded-4 bg-white p-1" />;
  return address ? (
    <span className="break-all">{address}</span>
  ) : (
    <span className="text-muted">Not found</span>
  );
}

function Colours({ colours }: { colours: string[] }) {
  if (colours.length === 0) return <span className="text-muted">Not found</span>;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {colours.map((colour) => (
        <li key={colour} className="flex items-center gap-1.5">
          <ColourPatch colour={colour} />
          <code className="font-mono text-13">{colour}</code>
        </li>
      ))}
    </ul>
  );
}
