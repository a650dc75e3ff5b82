export const places = "/gestion/lieux";
export const newPlace = "/gestion/lieux/nouveau";
export const place = (id: string): string => `/gestion/lieux/${id}`;
export const removal = (id: string): string => `/gestion/lieux/${id}/suppression`;
export const pointing = (id: string): string => `/gestion/lieux/${id}/carte`;
export const mapPicture = "/gestion/lieux/carte.svg";
