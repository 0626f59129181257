/**
 * `UTC` is what an account begins with, and stands for “wherever I am”. Who wants UTC itself says so by its full name,
 * which no default uses.
 */
export function zoneOptions(chosen: string): { value: string; name: string }[] {
  const zones = Intl.supportedValuesOf("timeZone").filter(
    (zone) => zone.includes("/") && !zone.startsWith("Etc/"),
  );
  const known = new Set([...zones, "UTC", "Etc/UTC"]);
  return [
    { value: "UTC", name: "Wherever I am" },
    { value: "Etc/UTC", name: "UTC" },
    ...(known.has(chosen) ? zones : [chosen, ...zones]).map((zone) => ({
      value: zone,
      name: zone.replaceAll("_", " "),
    })),
  ];
}
