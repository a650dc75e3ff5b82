/** Addresses of what is shown elsewhere, and of where it is prepared. */
export const urls = {
  widget: (name: string, slug = "") => `/integrer/${name}${slug ? `/${slug}` : ""}`,
  colours: "/integrer/couleurs.css",
  script: "/integrer/maillage.js",
  oembed: "/oembed",
  desk: "/gestion/diffusion",
  space: (association: string) => `/espace/fiches/${association}/diffusion`,
} as const;
