import { Link as RouterLink } from "@remix-run/react";
import { Section } from "~/components/page";
import { ExactTime, RelativeTime } from "~/components/ui/time";
import type { Link } from "./link";

export function AboutLink({ link, pieceTo }: { link: Link; pieceTo?: string }) {
  const { destination, check, source, expiresAt, createdAt, rules } = link;
  return (
    <Section title="The link" about="Where it leads, and what leads to it.">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
        <dt className="text-muted">Leads to</dt>
        <dd className="break-all">{destination}</dd>
        {rules.length > 0 && (
          <>
            <dt className="text-muted">For some elsewhere</dt>
            <dd>
              <ul>
                {rules.map((rule) => (
                  <li key={JSON.stringify(rule)} className="break-all">
                    {[...(rule.countries ?? []), ...(rule.devices ?? []), ...(rule.languages ?? [])].join(
                      ", ",
                    )}
                    : {rule.url}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        <dt className="text-muted">Used by</dt>
        <dd>
          {pieceTo ? (
            <RouterLink to={pieceTo} className="link">
              {source.pieceTitle ?? "A piece"}
            </RouterLink>
          ) : (
            "Made by hand"
          )}
        </dd>
        <dt className="text-muted">Target looked at</dt>
        <dd>
          {check.checkedAt ? <RelativeTime at={check.checkedAt} /> : "Not yet"}
          {check.note && `: ${check.note}`}
        </dd>
        <dt className="text-muted">Ends</dt>
        <dd>{expiresAt ? <ExactTime at={expiresAt} /> : "Never"}</dd>
        <dt className="text-muted">Made</dt>
        <dd>
          <ExactTime at={createdAt} />
        </dd>
      </dl>
    </Section>
  );
}
