import { Form, Link, useLocation, useSubmit } from "@remix-run/react";
import { Layers } from "lucide-react";
import type { ReactNode } from "react";
import { Page } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { Field } from "~/components/ui/field";
import { LinkButton } from "~/components/ui/link-button";
import { Progress } from "~/components/ui/progress";
import { Select } from "~/components/ui/select";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { useLocale } from "~/locale";
import { type BundleHead, bundleStatuses, bundleStatusWords } from "./bundle";
import { moneyWords, periodWords } from "./bundle-words";

export type BundleLine = BundleHead & { ready: number; total: number; costMicros: number };
export type BundlesFilters = { business: string; status: string };

type BundlesViewProps = {
  bundles: BundleLine[];
  businesses: { id: string; name: string }[];
  filters: BundlesFilters;
  home: string;
  mayWrite: boolean;
  pages?: ReactNode;
};

const head = [
  { key: "name", name: "Name" },
  { key: "period", name: "Period" },
  { key: "status", name: "Status" },
  { key: "written", name: "Written" },
  { key: "cost", name: "Cost", align: "right" as const },
];

export function BundlesView({ bundles, businesses, filters, home, mayWrite, pages }: BundlesViewProps) {
  const isFiltered = Object.values(filters).some(Boolean);
  const order = (
    <LinkButton to={`${home}/bundles/new`} look="primary">
      Order a bundle
    </LinkButton>
  );
  const actions = (
    <>
      <LinkButton to={`${home}/bundles/import`}>Import</LinkButton>
      {order}
    </>
  );
  return (
    <Page
      title="Bundles"
      about="Content for a period, written in one go."
      action={mayWrite && (bundles.length > 0 || isFiltered) && actions}
    >
      {(bundles.length > 0 || isFiltered) && <Filters businesses={businesses} filters={filters} />}
      {bundles.length > 0 && (
        <Table caption="Bundles" head={head}>
          {bundles.map((bundle) => (
            <BundleRow key={bundle.id} bundle={bundle} home={home} />
          ))}
        </Table>
      )}
      {bundles.length === 0 && isFiltered && (
        <EmptyState
          icon={Layers}
          title="No bundle is like that"
          action={<LinkButton to="?">Show all bundles</LinkButton>}
        >
          Choose another business or status.
        </EmptyState>
      )}
      {bundles.length === 0 && !isFiltered && (
        <EmptyState icon={Layers} title="No bundle yet" action={mayWrite && order}>
          A bundle is what your readers get in a period: blog posts, the social posts that lead to them,
          upgrades and emails. Order one, and read along while it is written.
        </EmptyState>
      )}
      {pages}
    </Page>
  );
}

function BundleRow({ bundle, home }: { bundle: BundleLine; home: string }) {
  const locale = useLocale();
  const { id, name, businessName, status, timePeriod, periodStart, periodEnd } = bundle;
  const words = bundleStatusWords[status];
  const written = `${bundle.ready} of ${bundle.total}`;
  return (
    <Row>
      <LeadCell>
        <Link to={`${home}/bundles/${id}`} prefetch="intent" className="font-medium hover:underline">
          {name}
        </Link>
        <span className="block text-13 text-muted">{businessName}</span>
      </LeadCell>
      <Cell>{timePeriod || periodWords(periodStart, periodEnd, locale.language)}</Cell>
      <Cell>
        <Badge tone={bundle.isArchived ? "neutral" : words.tone}>
          {bundle.isArchived ? "Archived" : words.name}
        </Badge>
      </Cell>
      <Cell>
        <span className="grid w-28 gap-1 tabular-nums max-sm:w-full">
          {written}
          <Progress
            label={`Written of ${name}`}
            value={bundle.ready}
            max={Math.max(bundle.total, 1)}
            text={written}
          />
        </span>
      </Cell>
      <Cell align="right" label="Cost">
        {bundle.costMicros === 0 ? "–" : moneyWords(bundle.costMicros, locale)}
      </Cell>
    </Row>
  );
}

function Filters({ businesses, filters }: Pick<BundlesViewProps, "businesses" | "filters">) {
  const submit = useSubmit();
  const { search } = useLocation();
  const statuses = [
    ...bundleStatuses.map((value) => ({ value, name: bundleStatusWords[value].name })),
    { value: "archived", name: "Archived" },
  ];
  return (
    <Form
      key={search}
      method="get"
      role="search"
      aria-label="Filter the bundles"
      className="mb-4 flex flex-wrap items-end gap-3"
      onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
    >
      {businesses.length > 1 && (
        <Choice
          name="business"
          label="Business"
          any="Every business"
          value={filters.business}
          options={businesses.map(({ id, name }) => ({ value: id, name }))}
        />
      )}
      <Choice name="status" label="Status" any="Every status" value={filters.status} options={statuses} />
    </Form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  any: string;
  value: string;
  options: { value: string; name: string }[];
};

function Choice({ name, label, any, value, options }: ChoiceProps) {
  return (
    <Field id={`filter-${name}`} label={label} className="w-48 max-sm:w-full">
      {(control) => (
        <Select {...control} name={name} defaultValue={value}>
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
