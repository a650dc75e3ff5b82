/** Addresses of the room. */
export const urls = {
  signIn: "/connexion",
  code: "/connexion/code",
  codeOf: (request: string) => `/connexion/code?demande=${encodeURIComponent(request)}`,
  link: (token: string) => `/connexion/lien/${token}`,
  demonstration: "/connexion/demonstration",
  enterWithDevice: "/connexion/appareil",
  enteringChallenge: "/connexion/appareil/demande",
  /** Entering through the provider of identities, and where it sends people back: an address it knows beforehand. */
  provider: "/connexion/agent",
  providerReturn: "/connexion/agent/retour",
  signOut: "/deconnexion",
  invitation: (token: string) => `/invitation/${token}`,
  space: "/espace",
  sessions: "/espace/seances",
  sessionEnd: (id: string) => `/espace/seances/${id}/fin`,
  otherSessionsEnd: "/espace/seances/fin",
  /** Entering without a code: the devices of a person. */
  devices: "/espace/sans-code",
  deviceChallenge: "/espace/sans-code/demande",
  deviceRemoval: (id: string) => `/espace/sans-code/${id}/retrait`,
  desk: "/gestion",
  /** The settings of the commune, where the team is found. */
  settings: "/gestion/reglages",
  team: "/gestion/reglages/equipe",
  teamInvitation: "/gestion/reglages/equipe/invitation",
  invitationResend: (id: string) => `/gestion/reglages/equipe/invitations/${id}/renvoi`,
  invitationCancel: (id: string) => `/gestion/reglages/equipe/invitations/${id}/annulation`,
  teamMember: (id: string) => `/gestion/reglages/equipe/${id}`,
  teamRemoval: (id: string) => `/gestion/reglages/equipe/${id}/retrait`,
  absences: "/gestion/absences",
  absenceRemoval: (id: string) => `/gestion/absences/${id}/retrait`,
  erasing: "/gestion/reglages/effacement",
  erasingCheck: "/gestion/reglages/effacement/verification",
  erasingDone: "/gestion/reglages/effacement/fait",
  outbox: "/gestion/courriels",
  outboxPage: (page: number) =>
    page > 1 ? `/gestion/courriels?page=${page}` : "/gestion/courriels",
  mail: (id: string) => `/gestion/courriels/${id}`,
  mailLook: (id: string) => `/gestion/courriels/${id}/apercu`,
  mailSending: (id: string) => `/gestion/courriels/${id}/envoi`,
  /** Public page of an association: the directory's address. */
  association: (slug: string) => `/associations/${slug}`,
  /** Where someone of an association confirms and corrects its page: the registry's address. */
  documents: (id: string) => `/espace/fiches/${id}/documents`,
  listing: (id: string) => `/espace/fiches/${id}`,
} as const;
