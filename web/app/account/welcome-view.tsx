import { Link } from "@remix-run/react";
import { AuthShell } from "~/components/auth-shell";
import { Button } from "~/components/ui/button";
import { TextField } from "~/form/fields";
import { SchemaForm } from "~/form/schema-form";
import { createOrganizationSchema } from "~/schemas/organization";

/** The first organization, or one more. */
export function WelcomeView({ name, isFirst }: { name: string; isFirst: boolean }) {
  return (
    <AuthShell
      title={isFirst ? `Welcome, ${name}` : "Create an organization"}
      about={
        isFirst
          ? "An organization owns what you make here, and you can invite others into it. What is yours called?"
          : "It has its own members, keys and plan. You can switch between yours at any time."
      }
      foot={
        isFirst ? (
          "Were you invited? Open the link in the mail instead."
        ) : (
          <Link to="/home" className="link">
            Back to where you were
          </Link>
        )
      }
    >
      <SchemaForm schema={createOrganizationSchema} intent="create-organization">
        {(fields, pending) => (
          <>
            <TextField
              field={fields.name}
              label="Name"
              autoComplete="organization"
              hint="Your company or project, such as “Northwind Coffee”."
              autoFocus
            />
            <Button type="submit" look="primary" size="lg" pending={pending}>
              Create organization
            </Button>
          </>
        )}
      </SchemaForm>
    </AuthShell>
  );
}
