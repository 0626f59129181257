import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { AssignmentAnswer } from "~/assignment/assignment-card";
import { peopleOf } from "~/assignment/assignment.server";
import { enter } from "~/frame/frame.server";

/** Whose a lead is, and why. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const path = { leadId: args.params["leadId"] ?? "" };
  const [assignment, { colleagues }] = await Promise.all([
    api.read(api.client.GET("/v1/leads/{leadId}/assignment", { params: { path } })),
    peopleOf(api),
  ]);
  const answer: AssignmentAnswer = { ...assignment, people: colleagues };
  return Response.json(answer);
}
