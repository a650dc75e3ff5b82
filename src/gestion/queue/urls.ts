/** Addresses of the day's queue. */
const queue = "/gestion/file";

export const queueUrls = {
  all: queue,
  slice: (slice: string, page = 1) =>
    `${queue}?${new URLSearchParams({ dans: slice, ...(page > 1 ? { page: String(page) } : {}) })}`,
  next: `${queue}/suivant`,
  after: (place: { key: string; slice: string; rank: number }, notice?: string) =>
    `${queue}/suivant?${new URLSearchParams({ apres: place.key, rang: String(place.rank), dans: place.slice, ...(notice ? { fait: notice } : {}) })}`,
  later: `${queue}/plus-tard`,
  again: `${queue}/reprise`,
  give: `${queue}/attribution`,
} as const;
