import { useEffect, useSyncExternalStore } from "react";
import { type FrameOrganization, useFrame } from "~/frame/frame-data";
import { createNextActions } from "./next-actions";

const stores = new Map<string, ReturnType<typeof createNextActions>>();

/** What to do next about a lead, in a row of the table. */
export function NextActionWords({ leadId }: { leadId: string }) {
  const { organization } = useFrame();
  return organization && <Words leadId={leadId} organization={organization} />;
}

function Words({ leadId, organization }: { leadId: string; organization: FrameOrganization }) {
  const store = storeOf(organization);
  const title = useSyncExternalStore(
    store.subscribe,
    () => store.read(leadId),
    () => null,
  );
  useEffect(() => store.want(leadId), [store, leadId]);
  return title;
}

function storeOf({ id, slug }: FrameOrganization) {
  const known = stores.get(id);
  const store = known ?? createNextActions({ organizationId: id, from: `/o/${slug}/leads/next-actions` });
  if (!known) stores.set(id, store);
  return store;
}
