import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { useMemo, useState } from "react";
import type { Api, Outcome } from "~/api.server";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import { firstChoices, type LeadImport, type Plan, planOf } from "~/imports/import";
import { MapView } from "~/imports/map-view";
import { ReportView } from "~/imports/report-view";
import { usePreview } from "~/imports/use-preview";
import { houseOf } from "~/leads/house.server";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import { title } from "~/titles";

export const meta = () => title("Import leads");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const params = { path: { importId: args.params["importId"] ?? "" } };
  const file = await api.read(api.client.GET("/v1/lead-imports/{importId}", { params }));
  const leadsTo = `/o/${organization.slug}/leads`;
  const mayUndo = frame.permissions.includes("leads:write");
  return {
    file,
    house: file.status === "ready" ? await houseOf(api, frame) : null,
    mayUndo,
    now: Date.now(),
    leadsTo,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const importId = args.params["importId"] ?? "";
  const importsTo = `/o/${organization.slug}/leads/import`;
  const outcome = await act(api, importId, formData);
  const here = `${importsTo}/${importId}`;
  if (!outcome.ok) {
    const message = outcome.problem.errors[0]?.detail ?? outcome.problem.detail;
    return await answerWithNotice(formData, here, { message, tone: "failed" });
  }
  if (formData.get("intent") === "drop")
    return await redirectWithNotice(importsTo, { message: "The file is gone. Nothing was imported." });
  return redirect(here);
}

function act(api: Api, importId: string, formData: FormData): Promise<Outcome<unknown>> {
  const params = { path: { importId } };
  switch (formData.get("intent")) {
    case "run": {
      const body = JSON.parse(textOf(formData, "plan")) as Plan; // safe: the API refuses what it does not know
      return api.attempt(api.client.POST("/v1/lead-imports/{importId}/run", { params, body }));
    }
    case "stop":
      return api.attempt(api.client.DELETE("/v1/lead-imports/{importId}/run", { params }));
    case "undo":
      return api.attempt(api.client.POST("/v1/lead-imports/{importId}/undo", { params }));
    case "drop":
      return api.attempt(api.client.DELETE("/v1/lead-imports/{importId}", { params }));
    default:
      throw data(null, { status: 400 });
  }
}

export default function Import() {
  const { file, house, mayUndo, now, leadsTo } = useLoaderData<typeof loader>();
  if (house) return <Mapping key={file.id} file={file} house={house} importsTo={`${leadsTo}/import`} />;
  return <ReportView {...{ file, mayUndo, now, leadsTo }} />;
}

type MappingProps = { file: LeadImport; house: Awaited<ReturnType<typeof houseOf>>; importsTo: string };

function Mapping({ file, house, importsTo }: MappingProps) {
  const [choices, setChoices] = useState(() => firstChoices(file, house.currency));
  const plan = useMemo(() => planOf(choices, file), [choices, file]);
  const preview = usePreview(`${importsTo}/${file.id}/preview`, plan);
  return (
    <MapView
      {...{ file, house, choices, preview, importsTo }}
      onChoices={(change) => setChoices((known) => ({ ...known, ...change }))}
    />
  );
}
