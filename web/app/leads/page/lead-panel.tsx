import { lazy, Suspense, useEffect } from "react";
import { LinkButton } from "~/components/ui/link-button";
import { SidePanel } from "~/components/side-panel";
import { Loading, Skeleton } from "~/components/ui/skeleton";
import { loadPatiently } from "~/live/patient-fetch";
import { type LeadDetail, type LeadLine, nameOf } from "../lead";
import type { LeadActs } from "./lead-about";

const loadAbout = async () => ({ default: (await import("./lead-about")).LeadAbout });
const LeadAbout = lazy(() => loadPatiently(loadAbout));

type LeadPanelProps = {
  /** As the list knows it, until all of it has come. */
  line: LeadLine | null;
  lead: LeadDetail | null;
  acts: LeadActs;
  pageTo: string;
  closeTo: string;
};

/** A lead beside its list. */
export function LeadPanel({ line, lead, acts, pageTo, closeTo }: LeadPanelProps) {
  const known = lead ?? line;
  // On its way together with the lead, not after it.
  useEffect(() => void loadAbout().catch(() => undefined), []);
  return (
    <SidePanel title={known ? nameOf(known) : "Lead"} about={known && aboutOf(known)} closeTo={closeTo}>
      <p className="mb-4">
        <LinkButton to={pageTo} size="sm">
          Open page
        </LinkButton>
      </p>
      <Suspense fallback={<Coming />}>{lead ? <LeadAbout lead={lead} acts={acts} /> : <Coming />}</Suspense>
    </SidePanel>
  );
}

function Coming() {
  return (
    <Loading what="the lead">
      <div className="grid gap-3">
        {[0, 1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} className="h-5 w-full" />
        ))}
      </div>
    </Loading>
  );
}

export function aboutOf({ jobTitle, companyName }: LeadLine): string {
  return [jobTitle, companyName].filter(Boolean).join(" at ");
}
