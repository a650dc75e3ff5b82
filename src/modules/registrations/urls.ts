import { activityUrls } from "../activities/index.ts";

const own = (token: string) => `/inscriptions/suivi/${token}`;
const home = (base: string, activity: string) => `${activityUrls.one(base, activity)}/inscriptions`;
const one = (base: string, activity: string, opening: string) =>
  `${home(base, activity)}/${opening}`;

/** Addresses of registrations: a resident's, then an association's under the base of its programme. */
export const urls = {
  enrol: (slug: string, opening: string) => `${activityUrls.activity(slug)}/inscription/${opening}`,
  find: "/inscriptions/retrouver",
  own,
  ownCancelling: (token: string) => `${own(token)}/annulation`,
  ownAnswer: (token: string) => `${own(token)}/reponse`,
  ownCorrection: (token: string) => `${own(token)}/correction`,
  ownData: (token: string) => `${own(token)}/donnees`,
  ownErasing: (token: string) => `${own(token)}/effacement`,
  home,
  add: (base: string, activity: string) => `${home(base, activity)}/ouvrir`,
  one,
  settings: (base: string, activity: string, opening: string) =>
    `${one(base, activity, opening)}/reglages`,
  closing: (base: string, activity: string, opening: string) =>
    `${one(base, activity, opening)}/fermeture`,
  reopening: (base: string, activity: string, opening: string) =>
    `${one(base, activity, opening)}/reouverture`,
  cancelling: (base: string, activity: string, opening: string) =>
    `${one(base, activity, opening)}/annulation`,
  newcomer: (base: string, activity: string, opening: string) =>
    `${one(base, activity, opening)}/ajout`,
  paper: (base: string, activity: string, opening: string) =>
    `${one(base, activity, opening)}/feuille`,
  table: (base: string, activity: string, opening: string) =>
    `${one(base, activity, opening)}/tableau`,
  presences: (base: string, activity: string, opening: string, day: string) =>
    `${one(base, activity, opening)}/presences/${day}`,
  told: (base: string, activity: string, opening: string, call: string) =>
    `${one(base, activity, opening)}/appels/${call}`,
  person: (base: string, activity: string, opening: string, registration: string) =>
    `${one(base, activity, opening)}/personnes/${registration}`,
  personCancelling: (base: string, activity: string, opening: string, registration: string) =>
    `${one(base, activity, opening)}/personnes/${registration}/annulation`,
  personLeaving: (base: string, activity: string, opening: string, registration: string) =>
    `${one(base, activity, opening)}/personnes/${registration}/depart`,
  personAnswer: (base: string, activity: string, opening: string, registration: string) =>
    `${one(base, activity, opening)}/personnes/${registration}/reponse`,
} as const;
