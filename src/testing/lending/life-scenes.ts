import { Gesture, type Met, type Op } from "./life.ts";

const plain = { meanwhile: null, way: "agent", pool: 2, quantity: 1, first: 6, nights: 0, two: false, which: 0, n: 1, who: 0, hours: 24, kept: true, away: false, became: "good" as const }; // prettier-ignore
const played = (scene: readonly Op[], met: Met = new Map()) =>
  scene.map((one) => new Gesture({ ...plain, ...one }, met));

const web = { door: "ask", way: "web", quantity: 2, first: 1, nights: 2, two: true };
const joins = (who: number, quantity = 1): Op => ({ door: "join", who, quantity, first: 3 });

/** What every life begins with, so that each door is met: asked, accepted, brought back; waited for in order, offered, taken, left, let pass. */
export const begun = (met: Met) =>
  played(
    [
      web,
      { door: "accept" },
      { door: "prepare" },
      { door: "handOver" },
      { door: "takeBack" },
      web,
      web,
      joins(2),
      joins(3),
      joins(0, 2),
      joins(1),
      { door: "cancel", which: 1 },
      { door: "yes" },
      { ...joins(1), pool: 1 },
      { door: "leave", which: 2 },
      { door: "wait" },
    ],
    met,
  );

const whole = { door: "ask", quantity: 2, first: 1, nights: 5 };
const join = { door: "join", who: 2 };
const service = { door: "join", who: 0 };
const wait = { door: "wait" };
const hour = { door: "wait", hours: 1 };
/** A yes before what is late is counted, when two were offered and one is there. */
const late = (which: number): Op[] => [
  { door: "ask", way: "spot" },
  { door: "handOver" },
  { ...join, who: 3, first: 3 },
  { ...service, first: 3 },
  hour,
  { door: "wait", hours: 5, meanwhile: { ...plain, door: "yes", which } },
];

/** Short lives, each of one promise of the waiting list. */
const scenes = {
  "what is given back is offered": [whole, { ...join, first: 3 }, { door: "cancel" }],
  "an offer ends": [join, wait],
  "a service is ahead": [whole, { ...join, first: 3 }, { ...service, first: 3 }],
  "three offers and out": [{ ...join, pool: 0 }, wait, wait, wait],
  "what is not there is offered to nobody": [
    { ...whole, nights: 1 },
    { door: "state", which: 4, to: "repair" as const },
    { ...join, quantity: 2 },
  ],
  "what breaks while it is offered": [
    { ...join, who: 3 },
    service,
    { ...join, who: 4 },
    hour,
    { door: "state", which: 4, to: "repair" as const },
    hour,
    { door: "state", which: 4, to: "to_check" as const },
    hour,
  ],
  "the last of the list says yes to what is late": late(0),
  "the first of the list says yes to what is late": late(1),
  "who was passed three times is kept for": [
    { door: "ask", pool: 1, first: 1, nights: 20 },
    { ...service, pool: 1, quantity: 2 },
    ...[1, 2, 3].flatMap((who) => [
      { door: "join", who, pool: 1 },
      { door: "leave", which: 1 },
    ]),
    { door: "join", who: 4, pool: 1 },
  ],
};
export type Scene = keyof typeof scenes;
export const scene = (name: Scene, met?: Met) => played(scenes[name], met);
