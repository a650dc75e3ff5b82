/** What the national registry says this month of some invented associations, beside what their records say. */
export const registryNews = [
  { name: "Judo Club de Valbrume", now: "Judo et Jujitsu de Valbrume" },
  { name: "Repair Café de Valbrume", street: ["4", "QUAI", "DES TANNEURS"] },
  { name: "Football Club de Valbrume", site: "https://football-valbrume.example" },
  { name: "Les Parents de Prévert", ended: true },
] as const;

/** Invented associations the registry knows and the town hall does not. */
export const registryNewcomers = [
  {
    rna: "W499999901",
    name: "LES CERFS-VOLANTS DE LA BRUME",
    aims: "Fabriquer des cerfs-volants et les faire voler ensemble au bord de la rivière",
  },
  {
    rna: "W499999902",
    name: "TRICOT ET COMPAGNIE",
    aims: "Se retrouver pour tricoter, apprendre et donner des couvertures aux familles",
  },
] as const;
