/** Addresses of the settings. */
export const settingsUrls = {
  all: "/gestion/reglages",
  section: (path: string) => `/gestion/reglages/${path}`,
  testMail: "/gestion/reglages/expediteur/essai",
  hosts: "/gestion/reglages/adresses",
  /** Built in the room of people. */
  team: "/gestion/reglages/equipe",
  erasing: "/gestion/reglages/effacement",
  /** Built in the room of scheduling. */
  calendar: "/gestion/reglages/calendrier",
  /** Built in the room of associations. */
  tools: "/gestion/reglages/outils-essentiels",
  mail: "/gestion/courriels",
  colours: "/gestion/reglages/apparence",
  logo: "/gestion/reglages/apparence/logo",
  removeLogo: "/gestion/reglages/apparence/logo/retrait",
  districts: "/gestion/reglages/quartiers",
  district: (id: string) => `/gestion/reglages/quartiers/${id}`,
  moveDistrict: (id: string) => `/gestion/reglages/quartiers/${id}/rang`,
  removeDistrict: (id: string) => `/gestion/reglages/quartiers/${id}/retrait`,
  shapes: "/gestion/reglages/quartiers/trace",
};
