import { Form, useSubmit } from "@remix-run/react";
import { Button } from "~/components/ui/button";
import { Select } from "~/components/ui/select";
import type { BusinessOption } from "./topic";

type Props = { businesses: BusinessOption[]; chosen: string };

/** Which business a page is about, in its address. One business needs no choice. */
export function BusinessChoice({ businesses, chosen }: Props) {
  const submit = useSubmit();
  if (businesses.length < 2) return null;
  return (
    <Form
      method="get"
      className="mb-4 flex max-w-80 gap-2"
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
    >
      <Select
        key={chosen}
        name="business"
        aria-label="Business"
        defaultValue={chosen}
        className="min-w-0 flex-1"
      >
        {businesses.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <noscript>
        <Button type="submit">Show</Button>
      </noscript>
    </Form>
  );
}
