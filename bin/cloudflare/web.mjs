import { pagesProject } from "./configuration.mjs";
import { askJson } from "./wrangler.mjs";

const inWeb = ["--cwd", "web", "pages"];
const listing = [...inWeb, "project", "list", "--json"];

/** Makes the Pages project when it is missing, and answers the address that people will type. */
export async function preparePages(steps, url) {
  steps.begin("The web app's place on Pages");
  let project = await steps.ask(listing, findProject, undefined);
  if (project) steps.note(`The project ${pagesProject} is there.`);
  else {
    const creating = [...inWeb, "project", "create", pagesProject, "--production-branch", "main"];
    await steps.change(`Creating the project ${pagesProject}.`, creating);
    project = steps.isDryRun ? undefined : await findProject();
  }
  const appUrl = url ?? addressOf(project?.domains ?? []);
  steps.note(
    `People will use ${appUrl}${url || !steps.isDryRun ? "" : " (or the address that Pages gives)"}.`,
  );
  return { appUrl, ownAddress: addressOf(project?.domains.filter(isPagesDomain) ?? []) };
}

export async function deployWeb(steps) {
  steps.begin("The web app");
  const args = [
    ...inWeb,
    "deploy",
    "build/client",
    "--project-name",
    pagesProject,
    "--branch",
    "main",
    "--commit-dirty",
  ];
  await steps.change("Uploading it, with its binding to the API Worker.", args, {
    complaint: "The API Worker is deployed, but the web app is not. Run “npm run deploy” again.",
  });
}

/** Undefined when the account has none of our name. */
export async function findProject() {
  const projects = await askJson(listing);
  const found = projects.find((project) => project["Project Name"] === pagesProject);
  return found && { domains: found["Project Domains"].split(", ").filter(Boolean) };
}

/** A domain of one's own comes before the one that Pages gives. */
function addressOf(domains) {
  const domain = domains.find((each) => !isPagesDomain(each)) ?? domains[0] ?? `${pagesProject}.pages.dev`;
  return `https://${domain}`;
}

function isPagesDomain(domain) {
  return domain.endsWith(".pages.dev");
}
