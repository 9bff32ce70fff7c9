/** How all of a drawing is brought into view. */
export const fitOptions = { padding: 0.08, maxZoom: 1 };
