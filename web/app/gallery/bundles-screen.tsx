import { useState } from "react";
import type { BundleHead } from "~/bundles/bundle";
import type { BundleStore } from "~/bundles/bundle-live";
import { BundleView } from "~/bundles/bundle-view";
import { withCommon } from "./common-states";
import { sampleBundle, storeEmpty, storeUnderWay, storeWritten } from "./sample-bundles";

export const bundleScreen = withCommon("Bundle", "see bundles", {
  success: () => <Sample make={storeUnderWay} />,
  written: () => <Sample make={storeWritten} bundle={{ status: "partial" }} />,
  failed: () => <Sample make={storeWritten} bundle={{ status: "partial" }} filters={{ status: "failed" }} />,
  empty: () => <Sample make={storeEmpty} bundle={{ status: "draft" }} />,
  cancelled: () => <Sample make={storeWritten} bundle={{ status: "cancelled" }} />,
  "nothing-matches": () => <Sample make={storeWritten} filters={{ kind: "email", status: "failed" }} />,
  "read-only": () => <Sample make={storeUnderWay} mayWrite={false} />,
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
      bundle={{ ...sampleBundle, ...bundle }}
      store={store}
      filters={{ kind: "", status: "", ...filters }}
      home="/o/northwind-coffee"
      mayWrite={mayWrite}
      mayApprove={mayWrite}
    />
  );
}
