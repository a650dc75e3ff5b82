import { Agent, request } from "node:http";
import { publicHolidaysBetween } from "../src/modules/scheduling/holidays/public.ts";
import { stock, tokenOf, type Lending } from "./lending-fill.ts";

export type Asking = { perSecond: number; p50: number; p99: number; statuses: Record<string, number> }; // prettier-ignore

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

type Wanted = {
  pool: Lending["pools"][number];
  quantity: number;
  from: string;
  until: string;
  out: number;
  back: number;
};

/** Sends one request for a loan, as a browser does; gives the answer's status. */
export function ask(port: number, borrower: number, wanted: Wanted): Promise<number> {
  const { pool, quantity, from, until, out, back } = wanted;
  const body = new URLSearchParams({
    du: from,
    au: until,
    [`q_${pool.poolId}`]: String(quantity),
    purpose: "Mesure",
    [`out_${pool.placeId}`]: String(out),
    [`back_${pool.placeId}`]: String(back),
  }).toString();
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port,
        host: "127.0.0.1",
        path: "/materiel/demande",
        method: "POST",
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
          "sec-fetch-site": "same-origin",
          cookie: `maillage=${tokenOf(borrower)}`,
        },
      },
      (answer) => {
        answer.resume();
        answer.on("end", () => resolve(answer.statusCode ?? 0));
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

export const dayAfter = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10); // prettier-ignore

/** Two days that follow each other some days ahead, both open: neither a Sunday nor a public holiday. */
export function twoDays(ahead: number): { from: string; until: string } {
  const [from, until] = [dayAfter(ahead), dayAfter(ahead + 1)];
  return shut(from) || shut(until) ? twoDays(ahead + 1) : { from, until };
}

const shut = (day: string): boolean =>
  new Date(day).getUTCDay() === 0 || publicHolidaysBetween(day, day, undefined).length > 0;

/** Clients that each ask again as soon as they are answered, over different pools and days, for some seconds. */
export async function askFor(
  port: number,
  { pools }: Lending,
  { clients, seconds, first }: { clients: number; seconds: number; first: number },
): Promise<Asking> {
  const waits: number[] = [];
  const statuses: Record<string, number> = {};
  const began = performance.now();
  let next = first;
  const one = async (borrower: number) => {
    while (performance.now() - began < seconds * 1000) {
      const rank = next++;
      const [pool] = [pools[(rank * 7) % pools.length]];
      if (!pool) return;
      const at = 480 + 15 * (rank % 40);
      // Every pool on every day before any of them a second time: what is asked stays free.
      const day = (rank + Math.floor(rank / pools.length)) % 150;
      const wanted = { pool, quantity: 1, ...twoDays(2 + day), out: at, back: at };
      const since = performance.now();
      const status = await ask(port, borrower, wanted);
      waits.push(performance.now() - since);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, rank) => one(rank % stock.borrowers)));
  const lasted = (performance.now() - began) / 1000;
  waits.sort((a, b) => a - b);
  const at = (share: number) => rounded(waits[Math.floor(share * (waits.length - 1))] ?? 0);
  return { perSecond: rounded((statuses["303"] ?? 0) / lasted), p50: at(0.5), p99: at(0.99), statuses }; // prettier-ignore
}

/** All borrowers ask at once for the last of a thing, as many times as said: gives how many had it each time. */
export async function lastUnit(
  port: number,
  { pools }: Lending,
  trials: number,
): Promise<{ winners: number[]; statuses: Record<string, number> }> {
  const winners: number[] = [];
  const statuses: Record<string, number> = {};
  for (let trial = 0; trial < trials; trial += 1) {
    const pool = pools[trial % pools.length];
    if (!pool) break;
    // Days nothing else is asked on, all of what there is: one borrower leaves nothing to the others.
    const days = twoDays(200 + 3 * Math.floor(trial / pools.length));
    const answers = await Promise.all(
      Array.from({ length: stock.borrowers }, (_, rank) => ask(port, rank, { pool, quantity: stock.unitsOfPool, ...days, out: 480 + 15 * rank, back: 480 + 15 * rank })), // prettier-ignore
    );
    for (const status of answers) statuses[status] = (statuses[status] ?? 0) + 1;
    winners.push(answers.filter((status) => status === 303).length);
  }
  return { winners, statuses };
}

export const rounded = (figure: number): number => Math.round(figure * 10) / 10;
