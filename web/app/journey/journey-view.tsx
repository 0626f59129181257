import { Form, useSubmit } from "@remix-run/react";
import { Waypoints } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Page } from "~/components/page";
import { Button } from "~/components/ui/button";
import { LinkButton } from "~/components/ui/link-button";
import { Select } from "~/components/ui/select";
import { EmptyState } from "~/components/ui/states";
import { LinkTabs } from "~/components/ui/tabs";
import { useHydrated } from "~/hydrated";
import { BackgroundNotices } from "~/toasts/background-notices";
import { loadPatiently } from "~/live/patient-fetch";
import { EdgeDialog } from "./edge-dialogs";
import { JourneyFindings } from "./findings";
import type { Journey, JourneyEdge } from "./journey";
import { JourneyTable } from "./journey-table";
import { useJourney } from "./use-journey";

const JourneyGraph = lazy(() => loadPatiently(() => import("./journey-graph")));

/** A business, or one bundle of it: `business:biz_…` or `bundle:bdl_…`. */
export type JourneyScope = { value: string; name: string };
export type JourneyViewProps = {
  journey: Journey | null;
  scopes: JourneyScope[];
  scope: string;
  shows: "picture" | "table";
  mayWrite: boolean;
  bundlesTo: string;
  pictureTo: string;
  tableTo: string;
};

const about = "Where each piece leads its reader: social post, blog post, content upgrade, email sequence.";

export function JourneyView(props: JourneyViewProps) {
  const { journey, bundlesTo } = props;
  return (
    <Page title="Journey" about={about}>
      <ScopeChoice {...props} />
      {journey && journey.nodes.length > 0 ? (
        <Filled key={props.scope} {...props} journey={journey} />
      ) : (
        <EmptyState
          icon={Waypoints}
          title="No piece to lead anybody to yet"
          action={<LinkButton to={bundlesTo}>See bundles</LinkButton>}
        >
          Order a bundle: its pieces are linked as they are written, and you change the links here.
        </EmptyState>
      )}
    </Page>
  );
}

function Filled({ journey, shows, mayWrite, pictureTo, tableTo }: JourneyViewProps & { journey: Journey }) {
  const { edges, acts, keys } = useJourney(journey);
  const [opened, openEdge] = useState<JourneyEdge | null>(null);
  const [from, to] = [opened?.fromPieceId, opened?.toPieceId].map((id) =>
    journey.nodes.find((node) => node.id === id),
  );
  const shared = { journey, edges, acts, mayWrite, openEdge };
  const isPicture = shows === "picture";
  return (
    <>
      <BackgroundNotices keys={keys} />
      <JourneyFindings journey={journey} />
      {journey.isCut && (
        <p className="mb-4 text-13 text-muted">
          These are the newest pieces. Choose a bundle to see all of it.
        </p>
      )}
      <div className="hidden sm:block">
        <LinkTabs
          label="Shown as"
          tabs={[
            { to: pictureTo, name: "Picture", isCurrent: isPicture },
            { to: tableTo, name: "Table", isCurrent: !isPicture },
          ]}
        />
      </div>
      {isPicture && (
        <div className="hidden sm:block">
          <Picture {...shared} />
        </div>
      )}
      <div className={isPicture ? "sm:hidden" : "mt-4"}>
        <JourneyTable {...shared} />
      </div>
      {opened && from && to && (
        <EdgeDialog edge={opened} from={from} to={to} acts={acts} close={() => openEdge(null)} />
      )}
    </>
  );
}

/** Drawn in the browser only, and loaded only where somebody looks at it. */
function Picture(props: Parameters<typeof JourneyTable>[0]) {
  const { journey, acts, mayWrite } = props;
  const isHydrated = useHydrated();
  const isPlaced = journey.nodes.some(({ position }) => position !== null);
  return (
    <>
      <div className="my-3 flex items-center justify-between gap-4 text-13 text-muted">
        <p>
          {mayWrite
            ? "Drag from the right edge of a piece to the left edge of the next. Press a link to change its words."
            : "Your role reads journeys; it does not change them."}
        </p>
        {mayWrite && isPlaced && (
          <Button size="sm" onClick={acts.tidy}>
            Tidy up
          </Button>
        )}
      </div>
      <div
        className="h-[70dvh] min-h-96 rounded-8 border border-line"
        role="region"
        aria-label="The journey as a picture; the table says the same"
      >
        {isHydrated && (
          <Suspense fallback={<p className="p-4 text-muted">Drawing…</p>}>
            <JourneyGraph {...props} />
          </Suspense>
        )}
      </div>
    </>
  );
}

function ScopeChoice({ scopes, scope, shows }: JourneyViewProps) {
  const submit = useSubmit();
  if (scopes.length < 2) return null;
  return (
    <Form
      method="get"
      className="mb-4 flex max-w-96 gap-2"
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      <input type="hidden" name="as" value={shows} />
      <Select key={scope} name="of" aria-label="Journey of" defaultValue={scope} className="min-w-0 flex-1">
        {scopes.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </Select>
      <noscript>
        <Button type="submit">Show</Button>
      </noscript>
    </Form>
  );
}
