import { IntegrationPanel } from "~/integrations/integration-panel";
import { type Integration, IntegrationsView } from "~/integrations/integrations-view";
import { withCommon } from "./common-states";

const site: Integration = {
  id: "int_1",
  provider: "wordpress",
  name: "Roastery blog",
  status: "active",
  businessId: "biz_1",
  url: "https://blog.northwind.example",
  username: "editor",
  publishScheduled: true,
  asDraft: false,
  category: "News",
  lastSyncAt: "2026-11-20T09:00:00.000Z",
  lastError: null,
};
const hook: Integration = {
  ...site,
  id: "int_2",
  provider: "webhook",
  name: "hooks.northwind.example",
  status: "failing",
  businessId: null,
  url: "https://hooks.northwind.example/a-long-path/that-goes-on/and-on",
  username: null,
  publishScheduled: false,
  category: "",
  lastError: "The receiver answered with an error (5xx).",
};

const shared = {
  integrations: [site, hook, { ...site, id: "int_3", name: "Another blog", lastSyncAt: null }],
  businesses: [{ id: "biz_1", name: "Northwind Coffee" }],
  mayWrite: true,
};
const secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
const close = { closeTo: "?state=success", mayWrite: true };

export const integrationsScreen = withCommon("Integrations", "see connected services", {
  success: () => <IntegrationsView {...shared} />,
  empty: () => <IntegrationsView {...shared} integrations={[]} />,
  "read-only": () => <IntegrationsView {...shared} mayWrite={false} />,
  created: () => <IntegrationsView {...shared} fresh={{ name: hook.name, secret }} />,
  panel: () => <IntegrationsView {...shared} panel={<IntegrationPanel integration={site} {...close} />} />,
  "panel-failing": () => (
    <IntegrationsView {...shared} panel={<IntegrationPanel integration={hook} {...close} />} />
  ),
  "panel-secret": () => (
    <IntegrationsView
      {...shared}
      panel={<IntegrationPanel integration={hook} {...close} secret={secret} />}
    />
  ),
});
