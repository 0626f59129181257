import { useState } from "react";
import type { BundleHead } from "~/bundles/bundle";
import type { BundleStore } from "~/bundles/bundle-live";
import { BundleView } from "~/bundles/bundle-view";
import { BundlesView } from "~/bundles/bundles-view";
import { firstOrder } from "~/bundles/order";
import { OrderView } from "~/bundles/order-view";
import { type ImportRefusal, ImportView } from "~/exchange/import-view";
import { withCommon } from "./common-states";
import * as sample from "./sample-bundles";

const home = "/o/northwind-coffee";

const list = {
  bundles: sample.sampleBundleLines,
  businesses: sample.sampleBusinesses,
  filters: { business: "", status: "" },
  home,
  mayWrite: true,
};

export const bundlesScreen = withCommon("Bundles", "see bundles", {
  success: () => <BundlesView {...list} />,
  empty: () => <BundlesView {...list} bundles={[]} />,
  "nothing-matches": () => (
    <BundlesView {...list} bundles={[]} filters={{ business: "", status: "failed" }} />
  ),
  "read-only": () => <BundlesView {...list} bundles={[]} mayWrite={false} />,
});

const order = {
  businesses: sample.sampleBusinesses,
  business: { id: "biz_1", name: "Northwind Coffee" },
  strategies: [{ id: "str_1", name: "Better coffee at home", isDefault: true }],
  topics: sample.sampleTopics,
  start: firstOrder("Northwind Coffee", "2026-11-21"),
  estimate: { estimate: sample.sampleEstimate, problem: null },
  home,
};

const scarce = {
  limit: 20,
  remaining: 4,
  remainingAfter: 0,
  fits: false,
  resetsAt: "2026-12-01T00:00:00.000Z",
};

export const orderScreen = withCommon("Order a bundle", "order a bundle", {
  success: () => <OrderView {...order} />,
  "does-not-fit": () => (
    <OrderView
      {...order}
      topics={[]}
      strategies={[]}
      estimate={{ estimate: { ...sample.sampleEstimate, costMicros: 0, plan: scarce }, problem: null }}
    />
  ),
  "no-estimate": () => (
    <OrderView {...order} estimate={{ estimate: null, problem: "Choose where the social posts go." }} />
  ),
  empty: () => <OrderView {...order} businesses={[]} business={null} />,
});

export const bundleScreen = withCommon("Bundle", "see bundles", {
  success: () => <Sample make={sample.storeUnderWay} />,
  written: () => <Sample make={sample.storeWritten} bundle={{ status: "partial" }} />,
  failed: () => (
    <Sample make={sample.storeWritten} bundle={{ status: "partial" }} filters={{ status: "failed" }} />
  ),
  empty: () => <Sample make={sample.storeEmpty} bundle={{ status: "planned" }} />,
  archived: () => <Sample make={sample.storeWritten} bundle={{ status: "ready", isArchived: true }} />,
  cancelled: () => <Sample make={sample.storeWritten} bundle={{ status: "cancelled" }} />,
  "nothing-matches": () => (
    <Sample make={sample.storeWritten} filters={{ kind: "email", status: "failed" }} />
  ),
  "read-only": () => <Sample make={sample.storeUnderWay} mayWrite={false} />,
});

type SampleProps = {
  make: () => BundleStore;
  bundle?: Partial<BundleHead>;
  filters?: { kind?: string; status?: string };
  mayWrite?: boolean;
};

function Sample({ make, bundle, filters, mayWrite = true }: SampleProps) {
  const [store] = useState(make);
  return (
    <BundleView
      bundle={{ ...sample.sampleBundle, ...bundle }}
      store={store}
      filters={{ kind: "", status: "", ...filters }}
      home={home}
      mayWrite={mayWrite}
      mayApprove={mayWrite}
      mayPublish={mayWrite}
    />
  );
}

const refusal: ImportRefusal = {
  message: "Something in this file cannot come in.",
  places: [
    { pointer: "/file/pieces/4/subjectLine", detail: "Use at most 200 characters." },
    {
      pointer: "/file/pieces/7/body/content/2",
      detail: "A link leads to https:, mailto: or a page of the site.",
    },
  ],
};

export const importScreen = withCommon("Import a bundle", "import bundles", {
  success: () => <ImportView businesses={sample.sampleBusinesses} refusal={null} home={home} />,
  refused: () => <ImportView businesses={sample.sampleBusinesses} refusal={refusal} home={home} />,
});
