import pg from "pg";
import { addCommune, siteNameOf } from "../modules/communes/index.ts";
import { brokenConstraint } from "../platform/db/database.ts";
import { openInstallation } from "../starting/database.ts";
import { required, WrongCall, type Command } from "./command.ts";

const slugShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const refusals: Record<string, string> = {
  commune_slug_unique: "Une commune porte déjà ce nom court (--slug).",
  commune_host_pkey: "Ce nom d’hôte (--host) mène déjà à une commune.",
  commune_insee_shape: "Le code INSEE a 5 caractères, par exemple 49007 ou 2A004.",
};

export const communeAdd: Command = {
  name: "commune add",
  usage: "commune add --name NOM --slug nom-court --host assos.ma-commune.fr [--insee 49007]",
  summary: "Ajoute une commune à l’installation.",
  options: {
    name: { type: "string" },
    slug: { type: "string" },
    host: { type: "string" },
    insee: { type: "string" },
  },
  run: async (call) => {
    const [name, slug, host] = [
      required(call, "name"),
      required(call, "slug"),
      required(call, "host"),
    ];
    if (!slugShape.test(slug))
      throw new WrongCall(
        "Le nom court (--slug) n’a que des lettres sans accent, des chiffres et des tirets.",
      );
    const insee = call.options["insee"];
    const opened = await openInstallation(call.config, "command");
    try {
      const hosts = host.split(",").map((one) => one.trim());
      const id = await addCommune(opened.ownerUrl, {
        name,
        slug,
        hosts,
        insee: typeof insee === "string" ? insee : undefined,
      });
      return {
        data: { commune: { id, slug, name, hosts } },
        sentences: [
          `La commune ${name} est créée ; elle répond sur ${hosts.join(", ")}.`,
          `Ensuite : npm run maillage -- user invite --commune ${slug} --admin --email … --name …`,
        ],
      };
    } catch (fault) {
      const sentence = refusals[brokenConstraint(fault) ?? ""];
      throw sentence ? new WrongCall(sentence) : fault;
    } finally {
      await opened.close();
    }
  },
};

type CommuneLine = {
  id: number;
  slug: string;
  name: string;
  siteName: string;
  insee: string | null;
  demonstration: boolean;
  hosts: string[];
  associations: number;
};

export const communeList: Command = {
  name: "commune list",
  usage: "commune list",
  summary: "Liste les communes de l’installation.",
  options: {},
  run: async (call) => {
    const opened = await openInstallation(call.config, "command");
    try {
      const communes = await allCommunes(opened.ownerUrl);
      const sentences = communes.map(
        (c) =>
          `${c.slug}  ${c.name}  ${c.hosts.join(", ") || "(adresses locales)"}  ${c.associations} associations`,
      );
      return {
        data: { communes },
        sentences: sentences.length
          ? sentences
          : ["Aucune commune : ajoutez-en une avec commune add."],
      };
    } finally {
      await opened.close();
    }
  },
};

/** Every commune, as only the owner of the database may see them together. */
export async function allCommunes(ownerUrl: string): Promise<CommuneLine[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<CommuneLine & { site_name: string | null }>(
      `select commune_id as id, slug, name, site_name, insee, demonstration,
         array(select host from commune_host h where h.commune_id = c.commune_id order by host) as hosts,
         (select count(*)::int from association a where a.commune_id = c.commune_id and merged_into is null) as associations
       from commune c order by commune_id`,
    );
    return rows.map(({ site_name, ...row }) => ({
      ...row,
      siteName: siteNameOf({ site_name, name: row.name }),
    }));
  } finally {
    await client.end();
  }
}

/** The commune named by `--commune`, or the only one there is. */
export async function chosenCommune(
  ownerUrl: string,
  slug: string | boolean | undefined,
): Promise<CommuneLine> {
  const communes = await allCommunes(ownerUrl);
  const found =
    typeof slug === "string"
      ? communes.find((one) => one.slug === slug)
      : communes.length === 1
        ? communes[0]
        : undefined;
  if (found) return found;
  const known = communes.map((one) => one.slug).join(", ") || "aucune";
  throw new WrongCall(
    typeof slug === "string"
      ? `Aucune commune ne s’appelle ${slug}. Connues : ${known}.`
      : `Dites laquelle avec --commune. Connues : ${known}.`,
  );
}
