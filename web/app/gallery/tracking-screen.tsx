import { KeyPanel } from "~/tracking/key-panel";
import type { TrackingKey } from "~/tracking/tracking-key";
import { TrackingView } from "~/tracking/tracking-view";
import { withCommon } from "./common-states";

const heard: TrackingKey = {
  id: "trk_001m7zqpdvma24xg1c5m5tvv",
  name: "Shop",
  key: "trb_pub_001m7zqpdvma24xg1c5m5tvv",
  domains: ["www.northwind.example", "*.northwind.example"],
  consentMode: "ask",
  status: "active",
  endsAt: null,
  lastEventAt: "2026-11-21T18:00:00Z",
  lastEventUrl: "https://www.northwind.example/beans/ethiopia",
};
const silent: TrackingKey = { ...heard, lastEventAt: null, lastEventUrl: null };
const ending: TrackingKey = { ...heard, id: "trk_2", status: "ending", endsAt: "2026-11-22T18:00:00Z" };
const ended: TrackingKey = { ...heard, id: "trk_3", name: "Old blog", status: "ended", domains: [] };

const shared = {
  keys: [heard, ending, ended],
  script: {
    file: "track-1.0.0.js",
    integrity: "sha384-exampleexampleexampleexampleexampleexampleexampleexample",
  },
  host: "https://tributary.example",
  mayWrite: true,
};

export const trackingScreen = withCommon("Tracking", "see tracking", {
  success: () => <TrackingView {...shared} />,
  empty: () => <TrackingView {...shared} keys={[]} />,
  silent: () => <TrackingView {...shared} keys={[silent]} />,
  "read-only": () => <TrackingView {...shared} mayWrite={false} />,
  "empty-read-only": () => <TrackingView {...shared} keys={[]} mayWrite={false} />,
  panel: () => (
    <TrackingView {...shared} panel={<KeyPanel {...shared} trackingKey={heard} closeTo="?state=success" />} />
  ),
  "panel-ended": () => (
    <TrackingView {...shared} panel={<KeyPanel {...shared} trackingKey={ended} closeTo="?state=success" />} />
  ),
});
