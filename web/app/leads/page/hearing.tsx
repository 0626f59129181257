import { type ReactNode, useContext } from "react";
import { AllNewsContext, countOf, LeadNewsContext } from "./lead-news";

/** What is inside looks again for such facts alone; without `hears`, for each. */
export function Hearing({ hears, children }: { hears?: readonly string[]; children: ReactNode }) {
  const count = countOf(useContext(AllNewsContext), hears);
  return <LeadNewsContext.Provider value={count}>{children}</LeadNewsContext.Provider>;
}
