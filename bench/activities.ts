/** `npm run bench -- activities [--json] [--seconds N] [--rounds N] [--only WORD] [--profile FOLDER]`: 15,000 activities and 200,000 dates. */
import { sql } from "kysely";
import { activityDocuments } from "../src/modules/activities/index.ts";
import { refreshAll, toolsOf } from "../src/modules/directory/index.ts";
import { publish } from "../src/modules/communes/index.ts";
import { dayOf } from "../src/platform/clock.ts";
import type { Tx } from "../src/platform/db/database.ts";
import { buildCommune } from "./commune.ts";
import { openGround } from "./ground.ts";
import { measurePages, readOptions, say, type PageKind } from "./pages.ts";
import { activities } from "./words.ts";

const options = readOptions();
const associations = Number(options.associations);
const [each, weeks] = [3, 14];

const ground = await openGround();
try {
  await main();
} finally {
  ground.close();
}

async function main(): Promise<void> {
  say(`${associations * each} activités…`);
  let slug = "";
  await ground.fill(async (house, ownerUrl) => {
    const id = await buildCommune(house, ownerUrl, "127.0.0.1", associations);
    await house.database.write(id, async (tx) => {
      slug = await writeActivities(tx, dayOf(house.clock.now()));
      await refreshAll(tx, toolsOf(house, [activityDocuments]));
      await publish(tx);
    });
  });
  const days = ["MO", "TU", "WE", "TH", "FR", "SA"];
  const themes = ["sport", "arts", "seniors", "nature", "leisure"];
  const filtered = days.flatMap((day, at) =>
    themes.map((theme) => `/activites?jour=${day}&theme=${theme}&age=${8 + at * 10}&vu={n}`),
  );
  const search = { share: 0.05, p99Ms: 100 };
  const pages: PageKind[] = [
    { name: "activités, trois filtres", paths: filtered, aims: search },
    {
      name: "activités, une phrase",
      paths: ["theatre mercredi soir", "judo samedi 8 ans", "randonnee dimanche matin"].map(
        (words) => `/activites?q=${words.replaceAll(" ", "+")}&vu={n}`,
      ),
      aims: search,
    },
    { name: "agenda d’un mois", paths: ["/agenda?vue=mois&genre=tout&vu={n}"], aims: search },
    {
      name: "calendrier d’une association",
      paths: [`/associations/${slug}/agenda.ics?vu={n}`],
      aims: search,
    },
  ];
  pages.push({
    name: "services Open Referral, par cent",
    paths: ["/api/open-referral/services?per_page=100&vu={n}"],
    aims: search,
  });
  await measurePages(ground, options, {
    name: "activities",
    associations,
    pages,
  });
}

/** Three activities for each association, weekly for a term; gives the address of one association. */
async function writeActivities(tx: Tx, today: string): Promise<string> {
  const year = Number(today.slice(0, 4)) - (today.slice(5) >= "09-01" ? 0 : 1);
  await sql`
    insert into activity (association_id, kind, season, title, slug, what, themes, publics, min_age, max_age, price_kind, price_from,
      place_id, state, published_at, confirmed_on, source)
    select a.association_id, 'regular', ${year}, initcap(said.words[1 + (a.rank * 3 + n) % cardinality(said.words)]), 'a-' || a.rank || '-' || n,
      'Séances pour débuter ou progresser.', a.themes, a.publics, case when n = 0 then 6 when n = 1 then 16 end, case when n = 0 then 12 end,
      case (a.rank + n) % 3 when 0 then 'free' when 1 then 'paid' else 'unknown' end, case when (a.rank + n) % 3 = 1 then 20 + a.rank % 200 end,
      (select l.place_id from association_place l where l.association_id = a.association_id limit 1),
      'published', now(), ${today}::date, 'association'
    from (select *, row_number() over (order by slug) as rank from association where listed) a
    cross join generate_series(0, ${each - 1}) n
    cross join (select ${activities.map(([name]) => name)}::text[] as words) said`.execute(tx);
  await sql`
    with numbered as (select activity_id, (row_number() over (order by slug))::integer as n from activity),
    made as (
      select activity_id, gen_random_uuid() as series_id, n, (${today}::date + n % 7) as first, 540 + 30 * (n % 24) as minute from numbered),
    kept as (
      insert into series (series_id, first_day, last_day, start_minute, duration_minutes, rule, created_at, changed_at)
      select series_id, first, first + 7 * ${weeks - 1}, minute, 90,
        'FREQ=WEEKLY;BYDAY=' || (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from first)::integer], now(), now() from made),
    linked as (insert into activity_slot (activity_id, series_id) select activity_id, series_id from made)
    insert into occurrence (series_id, original_day, day, start_minute, duration_minutes, starts_at, ends_at, changed_at)
    select series_id, d, d, minute, 90, instant_in(d, minute, 'Europe/Paris'), end_in(d, minute, 90, 'Europe/Paris'), now()
    from made cross join lateral (select (first + 7 * w)::date as d from generate_series(0, ${weeks - 1}) w) days`.execute(
    tx,
  );
  const { rows } = await sql<{ slug: string }>`
    select slug from association where listed order by slug offset 100 limit 1`.execute(tx);
  return rows[0]?.slug ?? "";
}
