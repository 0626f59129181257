import { Form, useSubmit } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { Input } from "./input";

/** Looks as one types, a moment after the last letter; Enter does it at once, also without script. `/` comes here. */
export function SearchField({ label, value }: { label: string; value: string }) {
  const submit = useSubmit();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Form
      method="get"
      role="search"
      className="relative mb-4 max-w-72"
      onChange={(event) => {
        const form = event.currentTarget;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => submit(form, { replace: true, preventScrollReset: true }), 200);
      }}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
      />
      <Input
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        defaultValue={value}
        data-search
        className="pl-9"
      />
    </Form>
  );
}
