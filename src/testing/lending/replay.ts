import { asOwnerOf } from "./ground.ts";

type Version = {
  counter: string;
  seat: string | null;
  state: string;
  quantity: number;
  from: number;
  until: number;
  expires: number | null;
  at: number;
};

const moment = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/**
 * Tells again, one version after the other, all that was promised and allowed, and counts by brute force at every instant something
 * begins. It shares nothing with the guard nor with the sweep of the application.
 */
export async function replay(ownerUrl: string) {
  const versions = await asOwnerOf<Version>(
    ownerUrl,
    `select counter_id as counter, seat_id as seat, state, quantity, ${moment("from_at")} as "from", ${moment("until_at")} as "until",
      ${moment("expires_at")} as expires, ${moment("at")} as at from lending_log order by nth`,
  );
  const counters = new Map<
    string,
    { capacity: number; now: number; seats: Map<string, Version> }
  >();
  const overbooked: string[] = [];
  let peak = 0;
  for (const version of versions) {
    const counter = counters.get(version.counter) ?? { capacity: 0, now: 0, seats: new Map() };
    counters.set(version.counter, counter);
    // What is past no longer counts.
    counter.now = Math.max(counter.now, version.at);
    if (!version.seat) counter.capacity = version.quantity;
    else if (["taken", "held", "offered"].includes(version.state))
      counter.seats.set(version.seat, version);
    else counter.seats.delete(version.seat);
    for (const [id, { until }] of counter.seats) if (until <= counter.now) counter.seats.delete(id);
    const most = mostOf([...counter.seats.values()], counter.now);
    peak = Math.max(peak, most);
    if (most > counter.capacity) overbooked.push(`${most} promised of ${counter.capacity}`);
  }
  return { versions: versions.length, peak, overbooked };
}

function mostOf(seats: readonly Version[], now: number): number {
  const had = seats.filter(({ expires }) => expires === null || expires > now);
  const instants = [now, ...had.map(({ from }) => from).filter((from) => from > now)];
  const sums = instants.map(
    (at) =>
    had.reduce((sum, { from, until, quantity }) => (from <= at && at < until ? sum + quantity : sum), 0), // prettier-ignore
  );
  return Math.max(...sums);
}
