import { useNavigate } from "@remix-run/react";
import { Layers } from "lucide-react";
import { Page } from "~/components/page";
import { Field } from "~/components/ui/field";
import { LinkButton } from "~/components/ui/link-button";
import { Select } from "~/components/ui/select";
import { EmptyState } from "~/components/ui/states";
import type { EstimateAnswer } from "./order-estimate";
import { OrderForm, type OrderFormProps } from "./order-form";

export type OrderViewProps = Omit<OrderFormProps, "business"> & {
  businesses: { id: string; name: string }[];
  business: { id: string; name: string } | null;
  estimate: EstimateAnswer;
};

export function OrderView({ businesses, business, ...form }: OrderViewProps) {
  const { home } = form;
  return (
    <Page
      title="Order a bundle"
      back={{ to: `${home}/bundles`, name: "Bundles" }}
      about="Say how much of what and for when. You see what it takes before anything is written."
    >
      {business ? (
        <>
          {businesses.length > 1 && <BusinessChoice businesses={businesses} current={business.id} />}
          <OrderForm key={business.id} business={business} {...form} />
        </>
      ) : (
        <EmptyState
          icon={Layers}
          title="Whom shall we write for?"
          action={
            <LinkButton to={home} look="primary">
              Describe your business
            </LinkButton>
          }
        >
          A bundle is written for a business. Name its website, and we read what it says about itself.
        </EmptyState>
      )}
    </Page>
  );
}

/** Another business has other strategies and topics, so the page is another one. */
function BusinessChoice({
  businesses,
  current,
}: {
  businesses: OrderViewProps["businesses"];
  current: string;
}) {
  const navigate = useNavigate();
  return (
    <Field id="order-business" label="For" className="mb-6 max-w-sm">
      {(control) => (
        <Select
          {...control}
          value={current}
          onChange={(event) => navigate(`?business=${event.currentTarget.value}`, { replace: true })}
        >
          {businesses.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
