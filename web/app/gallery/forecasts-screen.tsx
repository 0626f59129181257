import { ForecastsView } from "~/forecasts/forecasts-view";
import { withCommon } from "./common-states";
import { refusedForecast, sampleForecast } from "./sample-forecast";

const shared = { type: "revenue", granularity: "week", sources: {}, mayOrder: true } as const;

export const forecastsScreen = withCommon("Forecast", "see forecasts", {
  success: () => <ForecastsView {...shared} forecast={sampleForecast} />,
  empty: () => <ForecastsView {...shared} />,
  refused: () => <ForecastsView {...shared} forecast={refusedForecast} mayOrder={false} />,
});
