import { ApiKeyPanel } from "~/settings/api-key-panel";
import { ApiKeysView } from "~/settings/api-keys-view";
import { withCommon } from "./common-states";
import { allPermissions } from "./sample-people";
import { sampleKeys } from "./sample-things";

const shared = {
  keys: sampleKeys,
  grantable: allPermissions,
  mayWrite: true,
  host: "https://tributary.example",
};

export const apiKeysScreen = withCommon("API keys", "see API keys", {
  success: () => <ApiKeysView {...shared} />,
  empty: () => <ApiKeysView {...shared} keys={[]} />,
  created: () => (
    <ApiKeysView
      {...shared}
      fresh={{ name: "Website", secret: "trb_live_0000000000000000000000000000000000example" }}
    />
  ),
  panel: () => <ApiKeysView {...shared} panel={<SamplePanel />} />,
  "panel-beyond": () => <ApiKeysView {...shared} panel={<SamplePanel grantable={["members:read"]} />} />,
  "panel-read-only": () => (
    <ApiKeysView {...shared} mayWrite={false} panel={<SamplePanel mayWrite={false} />} />
  ),
});

function SamplePanel({
  grantable = allPermissions,
  mayWrite = true,
}: {
  grantable?: readonly string[];
  mayWrite?: boolean;
}) {
  const [apiKey] = sampleKeys;
  if (!apiKey) return null;
  return <ApiKeyPanel apiKey={apiKey} grantable={grantable} mayWrite={mayWrite} closeTo="?state=success" />;
}
