import { SettingsView } from "~/settings/settings-view";
import { title } from "~/titles";

export const meta = () => title("Settings");

export default SettingsView;
