/** The path under which a metric's value is stored with the member. */
export const metricPath = (key: string): string => `metrics.${key}`;
