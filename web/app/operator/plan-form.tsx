import { useFetcher } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";

export type PlanOption = { slug: string; name: string };

type PlanFormProps = { organization: { id: string; name: string }; planSlug: string; plans: PlanOption[] };

export function PlanForm({ organization, planSlug, plans }: PlanFormProps) {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" className="flex items-center gap-2">
      <input type="hidden" name="intent" value="plan" />
      <input type="hidden" name="id" value={organization.id} />
      <input type="hidden" name="name" value={organization.name} />
      <Select
        name="planSlug"
        defaultValue={planSlug}
        aria-label={`Plan of ${organization.name}`}
        className="min-w-28"
      >
        {plans.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      <Button
        type="submit"
        size="sm"
        look="quiet"
        pending={fetcher.state !== "idle"}
        aria-label={`Change the plan of ${organization.name}`}
      >
        Change
      </Button>
    </fetcher.Form>
  );
}
