import type { ReactNode } from "react";
import { TooltipProvider } from "~/components/ui/tooltip";
import { FrameContext, type FrameData } from "./frame-data";
import { Layers } from "./layers";
import { OfflineBanner } from "./offline-banner";
import { PendingBar, PendingPage } from "./pending";
import { PhoneBottomBar, PhoneTopBar } from "./phone-bars";
import { Rail } from "./rail";
import { RouteAnnouncer } from "./route-announcer";
import { SkipLink } from "./skip-link";

/** Around every screen of somebody who is signed in. `banner` is for what concerns the whole organization. */
export function Frame({
  data,
  banner,
  children,
}: {
  data: FrameData;
  banner?: ReactNode;
  children: ReactNode;
}) {
  return (
    <FrameContext.Provider value={data}>
      <TooltipProvider delayDuration={400}>
        <Layers>
          <SkipLink />
          <PendingBar />
          <RouteAnnouncer />
          <div className="md:flex">
            <Rail />
            <PhoneTopBar />
            <div className="min-w-0 flex-1">
              <OfflineBanner />
              {banner}
              <main
                id="page"
                tabIndex={-1}
                className="mx-auto max-w-5xl px-4 pt-6 pb-28 has-[[data-wide]]:max-w-none has-[[data-wide]]:pb-0 sm:px-8 md:pt-8 md:pb-16 md:has-[[data-wide]]:pt-6 md:has-[[data-wide]]:pb-0"
              >
                <PendingPage>{children}</PendingPage>
              </main>
            </div>
            <PhoneBottomBar />
          </div>
        </Layers>
      </TooltipProvider>
    </FrameContext.Provider>
  );
}
