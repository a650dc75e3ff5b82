/** Addresses of the pages the law asks for, and of those that help find one's way. */
export const legalUrls = {
  accessibility: "/accessibilite",
  notices: "/mentions-legales",
  privacy: "/donnees-personnelles",
  siteMap: "/plan-du-site",
  contact: "/contact",
  write: "/contact/ecrire",
  thanks: "/contact/merci",
  join: "/rejoindre",
  icon: "/icone.svg",
};
