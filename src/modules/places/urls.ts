/** Addresses of the places of the commune. */
export const placeUrls = {
  all: "/gestion/lieux",
  newOne: "/gestion/lieux/nouveau",
  newAddress: "/gestion/lieux/nouveau/adresse",
  one: (id: string) => `/gestion/lieux/${id}`,
  address: (id: string) => `/gestion/lieux/${id}/adresse`,
  access: (id: string) => `/gestion/lieux/${id}/accessibilite`,
  position: (id: string) => `/gestion/lieux/${id}/position`,
  map: (id: string) => `/gestion/lieux/${id}/carte`,
  removal: (id: string) => `/gestion/lieux/${id}/suppression`,
  picture: "/gestion/lieux/carte.svg",
} as const;
