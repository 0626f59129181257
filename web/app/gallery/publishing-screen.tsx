import { Page } from "~/components/page";
import type { Publication, PublishedPiece } from "~/publishing/places";
import { PublishPanelView } from "~/publishing/publish-panel";
import { withCommon } from "./common-states";

const piece: PublishedPiece = {
  id: "pce_1",
  kind: "blog_post",
  title: "What a roasting date tells you",
  businessId: "biz_1",
  isApproved: true,
  version: 3,
  notice: null,
};
const published: Publication = {
  id: "pub_1",
  channel: "built_in",
  integrationId: null,
  mode: "publish",
  state: "published",
  url: "https://tributary.example/p/northwind-coffee/what-a-roasting-date-tells-you",
  version: 3,
  publishedAt: "2026-11-20T09:00:00.000Z",
  errorMessage: null,
  warning: null,
};
const ways = [
  { id: "int_1", provider: "wordpress" as const, name: "Roastery blog", businessId: null },
  { id: "int_2", provider: "webhook" as const, name: "hooks.northwind.example", businessId: null },
];
const onBlog = { ...published, id: "pub_2", channel: "wordpress" as const, integrationId: "int_1" };
const toHook = { ...published, id: "pub_3", channel: "webhook" as const, integrationId: "int_2", url: null };
const lost = "WordPress did not say whether it took this in. Check before you publish it again.";

const shared = {
  piece,
  ways,
  publications: [] as Publication[],
  mayPublish: true,
  mayConnect: true,
  organization: "northwind-coffee",
  action: "?state=success",
};

function Sample(change: Partial<typeof shared>) {
  return (
    <Page title="Publish" about={`“${piece.title}”: where it stands, and where it can go.`}>
      <div className="max-w-xl">
        <PublishPanelView {...shared} {...change} />
      </div>
    </Page>
  );
}

export const publishingScreen = withCommon("Publish", "see where a piece is published", {
  success: () => <Sample publications={[published, { ...toHook, state: "publishing" }]} />,
  empty: () => <Sample />,
  trouble: () => (
    <Sample
      publications={[
        { ...published, version: 2 },
        { ...onBlog, state: "unconfirmed", errorMessage: lost },
        { ...toHook, state: "failed", errorMessage: "The receiver answered with an error (5xx)." },
      ]}
    />
  ),
  draft: () => (
    <Sample
      publications={[
        { ...onBlog, mode: "draft", warning: "It went without its picture: it could not be read." },
      ]}
    />
  ),
  "not-approved": () => <Sample piece={{ ...piece, isApproved: false }} publications={[published]} />,
  post: () => (
    <Sample
      piece={{
        ...piece,
        kind: "social_post",
        notice: "Its time has come. Post it by hand, then say so here.",
      }}
    />
  ),
  "read-only": () => <Sample mayPublish={false} mayConnect={false} publications={[published]} />,
});
