/** Addresses of the room. */
export const schedulingUrls = {
  calendar: "/gestion/reglages/calendrier",
  zone: "/gestion/reglages/calendrier/zone",
  file: "/gestion/reglages/calendrier/fichier",
  fileBack: "/gestion/reglages/calendrier/fichier/retrait",
  closed: "/gestion/reglages/calendrier/fermetures",
  removeClosed: (id: string) => `/gestion/reglages/calendrier/fermetures/${id}/retrait`,
  followed: (token: string) => `/dates-suivies/${token}`,
  followConfirming: (token: string) => `/dates-suivies/${token}/confirmation`,
};
