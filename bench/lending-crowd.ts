/**
 * `npm run bench -- lending-crowd [--json] [--attempts N] [--clients N] [--units N] [--level "read committed"]`: clients at every door of
 * lending at once. All that was promised is counted again by brute force; one thing promised or had twice fails.
 */
import { lendingCrowd } from "../src/testing/lending/crowd.ts";
import { measureCrowd } from "./crowd.ts";

await measureCrowd({
  name: "lending-crowd",
  clients: 48,
  own: { option: "units", usual: 12 },
  run: async (at, { own: units, ...size }) => {
    const { differences, ...seen } = await lendingCrowd(at, { ...size, units, seed: 20_270_326 });
    return { ...seen, faults: [...seen.faults, ...differences] };
  },
});
