/** `npm run bench -- directory [--json] [--seconds N] [--rounds N] [--only WORD] [--profile FOLDER]`: the directory of a commune of 5,000 associations. */
import { buildCommune } from "./commune.ts";
import { openGround } from "./ground.ts";
import { measurePages, readOptions, say, type PageKind } from "./pages.ts";
import { typed } from "./words.ts";

const options = readOptions();
const associations = Number(options.associations);

const ground = await openGround();
try {
  await main();
} finally {
  ground.close();
}

async function main(): Promise<void> {
  say(`Une commune de ${associations} associations…`);
  const slug = await prepare();
  const cached = { share: 0.4 };
  const pages: PageKind[] = [
    { name: "accueil", paths: ["/"], aims: cached },
    { name: "annuaire", paths: ["/annuaire"], aims: cached },
    { name: "annuaire, page 50", paths: ["/annuaire?page=50"], aims: cached },
    { name: "fiche d’association", paths: [`/associations/${slug}`], aims: cached },
    {
      name: "recherche jamais faite",
      paths: typed.map((words) => `/annuaire?q=${words.replace(" ", "+")}&vu={n}`),
      aims: { share: 0.05, p99Ms: 80, cpuMs: 5 },
    },
  ];
  await measurePages(ground, options, {
    name: "directory",
    associations,
    pages,
  });
}

/** The commune; gives the address of one association. */
async function prepare(): Promise<string> {
  let slug = "";
  await ground.fill(async (house, ownerUrl) => {
    const id = await buildCommune(house, ownerUrl, "127.0.0.1", associations);
    slug = await house.database.read(id, async (tx) => {
      const one = await tx
        .selectFrom("association")
        .select("slug")
        .where("state", "=", "active")
        .orderBy("slug")
        .offset(100)
        .limit(1)
        .executeTakeFirstOrThrow();
      return one.slug;
    });
  });
  return slug;
}
