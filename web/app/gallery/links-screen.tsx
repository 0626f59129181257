import { LinkView, type LinkViewProps } from "~/links/link-view";
import { JudgeRangePanel } from "~/links/judge-range-panel";
import { LinkEditPanel, NewLinkPanel } from "~/links/link-panels";
import { LinksView, type LinksViewProps } from "~/links/links-view";
import type { Click, Link, LinkStats } from "~/links/link";
import { withCommon } from "./common-states";

const link: Link = {
  id: "lnk_1",
  businessId: "biz_1",
  slug: "spring-beans",
  shortUrl: "https://go.northwind.example/l/spring-beans",
  name: "Spring beans",
  url: "https://northwind.example/shop/spring",
  destination:
    "https://northwind.example/shop/spring?utm_source=linkedin&utm_medium=social&utm_campaign=spring-beans",
  utm: { source: "linkedin", medium: "social", campaign: "spring-beans" },
  rules: [],
  passesIds: true,
  state: "active",
  source: { type: "social_post", pieceId: "pce_1", pieceTitle: "Beans that saw the spring", purpose: "cta" },
  clickCount: 1412,
  humanCount: 1068,
  lastClickedAt: "2026-11-21T09:00:00Z",
  check: { state: "ok", checkedAt: "2026-11-21T06:00:00Z", note: "", movedTo: null },
  expiresAt: null,
  archivedAt: null,
  createdAt: "2026-09-22T09:00:00Z",
  updatedAt: "2026-11-21T09:00:00Z",
};

const dead: Link = {
  ...link,
  id: "lnk_2",
  name: "Winter subscription",
  check: { ...link.check, state: "dead", note: "The site says that the page is gone (404)." },
};
const moved: Link = {
  ...link,
  id: "lnk_3",
  name: "Brewing guide",
  check: {
    ...link.check,
    state: "moved",
    note: "The site says that the page has moved for good, to:",
    movedTo: "https://northwind.example/guides/brewing",
  },
};
const archived: Link = { ...link, state: "archived", archivedAt: "2026-11-20T09:00:00Z" };

const list: LinksViewProps = {
  links: [
    link,
    { ...link, id: "lnk_5", name: "Partner offer", state: "stopped" },
    { ...link, id: "lnk_4", name: "Poster at the counter", state: "expired" },
  ],
  state: "active",
  q: "",
  mayWrite: true,
  hasBusiness: true,
  createTo: "#",
};

export const linksScreen = withCommon("Links", "see links", {
  success: () => <LinksView {...list} />,
  empty: () => <LinksView {...list} links={[]} />,
  broken: () => <LinksView {...list} state="broken" links={[dead, moved]} />,
  "broken-empty": () => <LinksView {...list} state="broken" links={[]} />,
  archived: () => <LinksView {...list} state="archived" links={[archived]} />,
  "archived-empty": () => <LinksView {...list} state="archived" links={[]} />,
  searched: () => <LinksView {...list} q="spr" />,
  "searched-empty": () => <LinksView {...list} q="webinar" links={[]} />,
  "read-only": () => <LinksView {...list} mayWrite={false} />,
  create: () => (
    <LinksView
      {...list}
      panel={
        <NewLinkPanel
          businesses={[{ id: "biz_1", name: "Northwind" }]}
          host="go.northwind.example"
          closeTo="#"
        />
      }
    />
  ),
});

const days = Array.from({ length: 60 }, (_, at) => ({
  day: new Date(Date.UTC(2026, 8, 23 + at)).toISOString().slice(0, 10),
  human: Math.round(18 + 14 * Math.sin(at / 5)),
  suspect: at % 4,
  bot: at % 7 === 0 ? 12 : 3,
}));
const sum = (key: "human" | "suspect" | "bot") => days.reduce((total, day) => total + day[key], 0);
const part = (name: string, share: number) => ({
  name,
  human: Math.round(sum("human") * share),
  suspect: Math.round(sum("suspect") * share),
  bot: Math.round(sum("bot") * share),
});

const stats: LinkStats = {
  from: "2026-09-23",
  to: "2026-11-21",
  totals: { human: sum("human"), suspect: sum("suspect"), bot: sum("bot") },
  previous: { human: 640, suspect: 61, bot: 190 },
  days,
  countries: [part("US", 0.5), part("DE", 0.3), part("GB", 0.15), part("??", 0.05)],
  devices: [part("mobile", 0.6), part("desktop", 0.36), part("tablet", 0.04)],
  referrers: [part("linkedin.com", 0.55), part("direct", 0.35), part("news.example", 0.1)],
};

const click: Click = {
  id: "clk_1",
  linkId: link.id,
  at: "2026-11-21T09:00:00Z",
  country: "DE",
  device: "mobile",
  browser: "Safari",
  language: "de",
  referrer: "linkedin.com",
  network: null,
  userAgent: "Mozilla/5.0 (iPhone)",
  verdict: "human",
  reason: "looks_human",
  judgedBy: null,
};

const page: LinkViewProps = {
  link,
  stats,
  clicks: [
    click,
    { ...click, id: "clk_2", verdict: "bot", reason: "burst_of_links", device: "desktop", browser: "Chrome" },
    { ...click, id: "clk_3", verdict: "suspect", reason: "repeated" },
    {
      ...click,
      id: "clk_4",
      verdict: "bot",
      reason: "by_hand",
      judgedBy: "usr_1",
      referrer: "",
      country: null,
    },
  ],
  counted: "people",
  days: 60,
  mayWrite: true,
  listTo: "#",
  pieceTo: "#",
};

const none = { human: 0, suspect: 0, bot: 0 };
const quiet: LinkStats = {
  ...stats,
  totals: none,
  previous: none,
  days: days.map(({ day }) => ({ day, ...none })),
  countries: [],
  devices: [],
  referrers: [],
};

export const linkScreen = withCommon("Link", "see this link", {
  success: () => <LinkView {...page} />,
  machines: () => <LinkView {...page} counted="machines" />,
  empty: () => (
    <LinkView
      {...page}
      stats={quiet}
      clicks={[]}
      link={{ ...link, clickCount: 0, humanCount: 0, lastClickedAt: null }}
    />
  ),
  dead: () => <LinkView {...page} link={dead} />,
  stopped: () => <LinkView {...page} link={{ ...link, state: "stopped" }} />,
  moved: () => <LinkView {...page} link={moved} />,
  archived: () => <LinkView {...page} link={archived} />,
  "read-only": () => <LinkView {...page} mayWrite={false} />,
  edit: () => <LinkView {...page} panel={<LinkEditPanel link={link} closeTo="#" />} />,
  "judge-time": () => <LinkView {...page} panel={<JudgeRangePanel clicks={page.clicks} closeTo="#" />} />,
});
