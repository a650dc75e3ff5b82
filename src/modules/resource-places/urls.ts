const desk = "/gestion/lieux-ressources";
const list = "/lieux-ressources";
const mine = "/espace/reservations";
const own = (token: string) => `/reservation-de-lieu/${token}`;

/** Addresses of resource places: residents', then the town hall's. */
export const urls = {
  list,
  one: (slug: string) => `${list}/${slug}`,
  book: (slug: string, bookable: string) => `${list}/${slug}/reserver/${bookable}`,
  wait: (slug: string, bookable: string) => `${list}/${slug}/reserver/${bookable}/attendre`,
  circleFile: (slug: string, circle: string) => `${list}/${slug}/cercles/${circle}/agenda.ics`,
  circleFollowing: (slug: string, circle: string) => `${list}/${slug}/cercles/${circle}/suivre`,
  own,
  ownFile: (token: string) => `${own(token)}/agenda.ics`,
  ownAccepting: (token: string) => `${own(token)}/acceptation`,
  ownCancelling: (token: string) => `${own(token)}/annulation`,
  mine,
  mineFile: `${mine}/agenda.ics`,
  mineOneFile: (booking: string) => `${mine}/${booking}/agenda.ics`,
  mineCancelling: (booking: string) => `${mine}/${booking}/annulation`,
  desk,
  add: `${desk}/nouveau`,
  place: (id: string) => `${desk}/${id}`,
  edit: (id: string) => `${desk}/${id}/fiche`,
  hours: (id: string) => `${desk}/${id}/horaires`,
  publication: (id: string) => `${desk}/${id}/publication`,
  withdrawal: (id: string) => `${desk}/${id}/retrait`,
  removal: (id: string) => `${desk}/${id}/suppression`,
  addBookable: (id: string) => `${desk}/${id}/a-reserver`,
  bookable: (id: string, bookable: string) => `${desk}/${id}/a-reserver/${bookable}`,
  bookableTerms: (id: string, bookable: string) => `${desk}/${id}/a-reserver/${bookable}/reglages`,
  walkIn: (id: string, bookable: string) => `${desk}/${id}/a-reserver/${bookable}/passage`,
  deskBooking: (id: string, bookable: string) => `${desk}/${id}/a-reserver/${bookable}/reservation`,
  deskWait: (id: string, bookable: string) => `${desk}/${id}/a-reserver/${bookable}/attente`,
  accepting: (id: string, booking: string) => `${desk}/${id}/reservations/${booking}/acceptation`,
  cancelling: (id: string, booking: string) => `${desk}/${id}/reservations/${booking}/annulation`,
  addCircle: (id: string) => `${desk}/${id}/cercles`,
  circle: (id: string, circle: string) => `${desk}/${id}/cercles/${circle}`,
  circleDate: (id: string, circle: string, date: string) =>
    `${desk}/${id}/cercles/${circle}/dates/${date}`,
  circleMove: (id: string, circle: string, date: string) =>
    `${desk}/${id}/cercles/${circle}/dates/${date}/deplacement`,
  circleRemoval: (id: string, circle: string) => `${desk}/${id}/cercles/${circle}/suppression`,
} as const;
