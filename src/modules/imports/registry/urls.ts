/** Addresses of the national registry's monthly file. */
const desk = "/gestion/registre";

export const urls = {
  list: desk,
  one: (id: string) => `${desk}/${id}`,
  shown: (id: string, kind: string, page = 1) =>
    `${desk}/${id}?sorte=${kind}${page > 1 ? `&page=${page}` : ""}`,
  answered: (id: string) => `${desk}/${id}?sorte=traitees`,
  acceptance: (id: string) => `${desk}/${id}/acceptation`,
  refusal: (id: string) => `${desk}/${id}/refus`,
  takingBack: (id: string) => `${desk}/${id}/reprise`,
  undo: (id: string) => `${desk}/${id}/annulation`,
} as const;
