import { Link as RouterLink, useLocation, useNavigate } from "@remix-run/react";
import { type ReactNode, useRef } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { CopyButton } from "~/components/ui/copy-button";
import { LinkButton } from "~/components/ui/link-button";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { LinkTabs } from "~/components/ui/tabs";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton, useLeaving } from "~/form/action-button";
import { useFrame } from "~/frame/frame-data";
import { useShortcuts } from "~/frame/shortcuts";
import { useLocale } from "~/locale";
import { useRowKeys } from "~/topics/row-keys";
import { formatNumber } from "~/words/format";
import { type Link, type LinkState, remarkOn } from "./link";
import { addressOf, LinkSearch } from "./link-search";
import { NoLinks } from "./no-links";
import { QrDialog } from "./qr-dialog";
import { Repoint } from "./repoint";

export type LinksViewProps = {
  links: Link[];
  state: LinkState;
  /** What is searched for; empty where nothing is. */
  q: string;
  mayWrite: boolean;
  /** Without a business there is nobody to make links for. */
  hasBusiness: boolean;
  createTo: string;
  pages?: ReactNode;
  panel?: ReactNode;
};

export function LinksView(props: LinksViewProps) {
  const { links, state, q, mayWrite, hasBusiness, createTo, pages, panel } = props;
  const mayCreate = mayWrite && hasBusiness;
  useCreateKey(mayCreate, createTo);
  return (
    <Page
      title="Links"
      about="Short addresses that say who followed them. Each call to action of a published piece gets one by itself."
      action={
        <>
          {links.length > 0 && (
            <LinkButton to={`export${addressOf(state, q)}`} reloadDocument prefetch="none">
              Download CSV
            </LinkButton>
          )}
          {mayCreate && (
            <LinkButton to={createTo} look="primary" preventScrollReset>
              Create link
            </LinkButton>
          )}
        </>
      }
    >
      <StateTabs {...props} />
      {(links.length > 0 || q) && <LinkSearch state={state} q={q} />}
      {links.length === 0 ? <NoLinks {...props} /> : <List {...props} />}
      {pages}
      {panel}
    </Page>
  );
}

function useCreateKey(active: boolean, to: string): void {
  const { singleKeys } = useFrame();
  const navigate = useNavigate();
  const run = () => navigate(to, { preventScrollReset: true });
  useShortcuts(active ? [{ keys: "c", run }] : [], singleKeys);
}

function StateTabs({ state, q }: LinksViewProps) {
  return (
    <LinkTabs
      label="Links by state"
      tabs={[
        { to: addressOf("active", q), name: "In use", isCurrent: state === "active" },
        { to: addressOf("broken", q), name: "Broken", isCurrent: state === "broken" },
        { to: addressOf("archived", q), name: "Archived", isCurrent: state === "archived" },
      ]}
    />
  );
}

const head = [
  { key: "name", name: "Link" },
  { key: "people", name: "People", align: "right" as const },
  { key: "all", name: "All clicks", align: "right" as const },
  { key: "last", name: "Last click" },
  { key: "actions", name: "Actions", hidden: true },
];

function List({ links, mayWrite, state }: LinksViewProps) {
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const leaving = useLeaving(state === "archived" ? "restore" : "archive");
  return (
    <div ref={list}>
      <Table caption="Links" head={head}>
        {links.map((link) => (
          <LinkRow
            key={link.id}
            link={link}
            mayWrite={mayWrite}
            hidden={leaving.has(link.id)}
            state={state}
          />
        ))}
      </Table>
    </div>
  );
}

type LinkRowProps = { link: Link; mayWrite: boolean; hidden: boolean; state: LinkState };

function LinkRow({ link, mayWrite, hidden, state }: LinkRowProps) {
  const { id, name, slug, shortUrl, humanCount, clickCount, lastClickedAt } = link;
  const locale = useLocale();
  return (
    <Row hidden={hidden}>
      <LeadCell>
        <span className="flex flex-wrap items-center gap-x-2">
          <RouterLink to={id} prefetch="intent" data-row={id} className="rounded-4 font-medium break-words">
            {name}
          </RouterLink>
          <Remark link={link} />
        </span>
        <span className="block font-mono text-12 text-muted">/l/{slug}</span>
        <span className="block max-w-prose truncate text-12 text-muted" title={link.destination}>
          {link.url}
        </span>
        {state === "broken" && <Repoint link={link} mayWrite={mayWrite} />}
      </LeadCell>
      <Cell label="People" align="right">
        <span className="text-ink tabular-nums">{formatNumber(humanCount, locale)}</span>
      </Cell>
      <Cell label="All clicks" align="right">
        <span className="tabular-nums">{formatNumber(clickCount, locale)}</span>
      </Cell>
      <Cell label="Last click">{lastClickedAt ? <RelativeTime at={lastClickedAt} /> : "Never"}</Cell>
      <Cell actions>
        <span className="inline-flex gap-1">
          <CopyButton value={shortUrl} look="quiet" size="sm" aria-label={`Copy ${name}`} />
          <QrDialog url={shortUrl} name={name} slug={slug} iconOnly />
          {mayWrite && (
            <span className="max-sm:hidden">
              <ArchiveButton link={link} />
            </span>
          )}
        </span>
      </Cell>
    </Row>
  );
}

export function Remark({ link }: { link: Link }) {
  const remark = remarkOn(link);
  return remark && <Badge tone={remark.tone}>{remark.name}</Badge>;
}

export function ArchiveButton({ link: { id, name, state }, action }: { link: Link; action?: string }) {
  const { pathname, search } = useLocation();
  const isArchived = state === "archived";
  return (
    <ActionButton
      action={action ?? `${pathname}${search}`}
      intent={isArchived ? "restore" : "archive"}
      fields={{ id, name }}
      size="sm"
      look="quiet"
      aria-label={`${isArchived ? "Restore" : "Archive"} ${name}`}
    >
      {isArchived ? "Restore" : "Archive"}
    </ActionButton>
  );
}
