import { simplify } from "../leads";
import type { Separator } from "./pure/records";
import { type DateOrder, type Decimal, readText } from "./pure/read-value";

/** What a column can become, with the names that files have for it. */
const synonyms = {
  firstName: "firstname,first,givenname,forename,vorname,prenom,nombre",
  lastName: "lastname,last,surname,familyname,nachname,nomdefamille,apellido,apellidos",
  fullName: "fullname,name,contact,contactname,leadname,kontakt,nomcomplet",
  email: "email,mail,emailaddress,mailadresse,emailadresse,correo,courriel,workemail",
  phone: "phone,phonenumber,tel,telephone,mobile,mobilephone,telefon,handy,telefonnummer,telefono",
  jobTitle: "jobtitle,title,position,job,role,beruf,funktion,poste,cargo",
  website: "website,url,web,homepage,domain,companydomain,site",
  companyName:
    "company,companyname,organization,organisation,account,accountname,firma,unternehmen,entreprise,societe,empresa",
  notes: "notes,note,comment,comments,description,bemerkung,notiz,notizen,remarques",
  street: "street,address,streetaddress,strasse,straße,adresse,rue,direccion",
  city: "city,town,ort,stadt,ville,ciudad",
  region: "region,state,province,bundesland,stateprovince",
  postalCode: "postalcode,zip,zipcode,postcode,plz,codepostal",
  country: "country,land,pays,pais,countryregion",
  value: "value,amount,dealvalue,dealamount,wert,betrag,montant,revenue,estimatedvalue",
  currency: "currency,wahrung,devise,moneda",
  stage: "stage,leadstage,dealstage,pipelinestage,phase,status,leadstatus",
  source: "source,leadsource,quelle,origin,herkunft,sourceid",
  assignee: "assignee,assignedto,owner,leadowner,contactowner,verantwortlich,bearbeiter",
  tags: "tags,tag,labels,label,schlagworte,etiquettes",
  budget: "budget",
  authority: "authority,decisionmaker",
  need: "need,needs,bedarf",
  timeline: "timeline,timeframe",
  language: "language,locale,sprache,langue",
  nextFollowUpAt: "nextfollowup,nextfollowupat,followup,wiedervorlage,nextactivitydate",
  lastContactedAt: "lastcontacted,lastcontactedat,lastcontact,lastactivitydate",
} as const;

export type OwnTarget = keyof typeof synonyms;
// safe: the keys of the list above
export const ownTargets = Object.keys(synonyms) as [OwnTarget, ...OwnTarget[]];

type Named = { key: string; label: string };

/** Each column by its name, or else by what stands in it; nothing is guessed twice. */
export function guessTargets(
  names: readonly string[],
  samples: readonly (readonly string[])[],
  fields: readonly Named[],
): (string | null)[] {
  const taken = new Set<string>();
  const take = (target: string | null): string | null => {
    if (target === null || taken.has(target)) return null;
    taken.add(target);
    return target;
  };
  const byName = names.map((name) => take(targetNamed(name, fields)));
  return byName.map((target, column) => target ?? take(targetOf(samples[column] ?? [])));
}

const bare = (name: string) => simplify(name).replaceAll(/[^\p{L}\p{N}.]/gu, "");

function targetNamed(name: string, fields: readonly Named[]): string | null {
  const said = bare(name);
  if (said === "") return null;
  const field = fields.find(
    ({ key, label }) => said === bare(`custom.${key}`) || said === bare(key) || said === bare(label),
  );
  if (field) return `custom.${field.key}`;
  const plain = said.replaceAll(".", "");
  return (
    ownTargets.find(
      (target) => target.toLowerCase() === plain || synonyms[target].split(",").includes(plain),
    ) ?? null
  );
}

function targetOf(samples: readonly string[]): string | null {
  const said = samples.map(readText).filter((text) => text !== "");
  const all = (pattern: RegExp) => said.length > 0 && said.every((text) => pattern.test(text));
  if (all(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)) return "email";
  if (all(/^(?:https?:\/\/|www\.)\S+\.\S+$/i)) return "website";
  return all(/^\+\d[\d\s()/-]{6,}$/) ? "phone" : null;
}

/** The first row names the columns unless something in it is plainly a value. */
export function guessHeader([first = []]: readonly (readonly string[])[]): boolean {
  return !first.some((cell) => /@|^\+?\d[\d\s./-]*$/.test(cell.trim()));
}

/** Where a semicolon parts the columns, a comma parts the numbers. */
export function guessDecimal(separator: Separator): Decimal {
  return separator === ";" ? "comma" : "point";
}

/** Days first, unless a month could not be what stands there. */
export function guessDates(rows: readonly (readonly string[])[]): DateOrder {
  const written = rows.flat().flatMap((cell) => /^(\d{1,2})\/(\d{1,2})\/\d{2,4}/.exec(cell.trim()) ?? []);
  for (let i = 0; i < written.length; i += 3) {
    if (Number(written[i + 1]) > 12) return "dmy";
    if (Number(written[i + 2]) > 12) return "mdy";
  }
  return "dmy";
}
