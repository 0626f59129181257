import { LinkButton } from "~/components/ui/link-button";
import { SidePanel } from "~/components/side-panel";
import { Loading, Skeleton } from "~/components/ui/skeleton";
import { type LeadDetail, type LeadLine, nameOf } from "../lead";
import { type LeadActs, LeadAbout } from "./lead-about";

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
  return (
    <SidePanel title={known ? nameOf(known) : "Lead"} about={known && aboutOf(known)} closeTo={closeTo}>
      <p className="mb-4">
        <LinkButton to={pageTo} size="sm">
          Open page
        </LinkButton>
      </p>
      {lead ? (
        <LeadAbout lead={lead} acts={acts} />
      ) : (
        <Loading what="the lead">
          <div className="grid gap-3">
            {[0, 1, 2, 3, 4, 5].map((row) => (
              <Skeleton key={row} className="h-5 w-full" />
            ))}
          </div>
        </Loading>
      )}
    </SidePanel>
  );
}

export function aboutOf({ jobTitle, companyName }: LeadLine): string {
  return [jobTitle, companyName].filter(Boolean).join(" at ");
}
