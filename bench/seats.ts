/**
 * `npm run bench -- seats [--json] [--attempts N] [--clients N] [--counters N] [--level "read committed"]`: clients at every door of
 * counted seats at once, while an oracle that only knows what they were answered counts again. Fails on one seat too many.
 */
import { addCommune } from "../src/modules/communes/index.ts";
import { crowd } from "../src/modules/scheduling/seats/crowd.testing.ts";
import { measureCrowd } from "./crowd.ts";

await measureCrowd({
  name: "seats",
  clients: 32,
  own: { option: "counters", usual: 8 },
  run: async ({ ownerUrl, database }, { own: counters, ...size }) => {
    const id = await addCommune(ownerUrl, { slug: "ici", name: "Ici", hosts: ["127.0.0.1"] });
    const { differences, ...seen } = await crowd(database, id, { ...size, counters, capacity: 12, seed: 20_261_001 }); // prettier-ignore
    return { ...seen, faults: differences };
  },
});
