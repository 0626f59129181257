import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Button } from "~/components/ui/button";
import { ErrorState, NoPermission } from "~/components/ui/states";
import { PageSkeleton } from "~/frame/pending";

export type GalleryScreen = { name: string; states: Record<string, () => ReactNode> };

/** A screen's own states, and those that every screen has. */
export function withCommon(name: string, right: string, states: GalleryScreen["states"]): GalleryScreen {
  return {
    name,
    states: {
      ...states,
      loading: () => <PageSkeleton />,
      error: () => (
        <Page title={name}>
          <ErrorState
            title="This could not be loaded"
            action={<Button>Try again</Button>}
            requestId="req_0123456789abcdef"
          >
            It is not you. Nothing was lost.
          </ErrorState>
        </Page>
      ),
      "no-permission": () => (
        <Page title={name}>
          <NoPermission what={right} />
        </Page>
      ),
    },
  };
}
