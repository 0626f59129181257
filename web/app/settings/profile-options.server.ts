export type Option = { value: string; name: string };
export type ProfileOptions = { countries: Option[]; zones: Option[]; languages: Option[] };

type Chosen = { country?: string | null; zone: string | null; language: string | null };

/** What can be chosen for an organization, and what is chosen already where a list does not know it. */
export function profileOptions({ country, zone, language }: Chosen): ProfileOptions {
  const zones = [...Intl.supportedValuesOf("timeZone"), "UTC"].toSorted();
  return {
    countries: named("region", countries, country),
    zones: [
      notChosen,
      ...withChosen(zones, zone).map((value) => ({ value, name: value.replaceAll("_", " ") })),
    ],
    languages: named("language", languages, language),
  };
}

const notChosen = { value: "", name: "Not chosen" };

function named(type: "region" | "language", codes: string[], chosen?: string | null): Option[] {
  const names = new Intl.DisplayNames("en", { type });
  const options = withChosen(codes, chosen).map((value) => ({ value, name: names.of(value) ?? value }));
  return [notChosen, ...options.toSorted((one, other) => one.name.localeCompare(other.name, "en"))];
}

function withChosen(values: string[], chosen: string | null | undefined): string[] {
  return !chosen || values.includes(chosen) ? values : [chosen, ...values];
}

const languages =
  "ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv th tr uk ur vi zh".split(
    " ",
  );

/** ISO 3166-1 alpha-2. */
const countries = [
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ",
  "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR",
  "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP",
  "KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT",
  "MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW",
  "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ",
  "UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW",
].flatMap((line) => line.split(" "));
