// The detailed map of a commune that turned it on: a button, and nothing asked elsewhere before it is pressed.
import type * as leafletTypes from "leaflet";

type Leaflet = typeof leafletTypes;
type Offer = {
  /** Template of a tile's address, and whom it is owed to. */
  url: string;
  credit: string;
  script: string;
  style: string;
  words: Record<"show" | "from" | "hide" | "failed" | "in" | "out", string>;
};

for (const box of document.querySelectorAll<HTMLElement>("[data-tiles]")) offer(box);

/** Adds the button under the drawn map; pressed again, it gives the drawn map back. */
function offer(box: HTMLElement): void {
  const frame = box.querySelector<HTMLElement>(".map-frame");
  if (!frame) return;
  const said = JSON.parse(box.dataset["tiles"] ?? "{}") as Offer;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-secondary map-switch";
  button.textContent = said.words.show;
  const status = document.createElement("output");
  status.className = "map-status";
  status.textContent = said.words.from;
  frame.after(button, status);
  let plan: HTMLElement | undefined;
  const close = (why = said.words.from) => {
    plan?.remove();
    plan = undefined;
    frame.hidden = false;
    button.textContent = said.words.show;
    status.textContent = why;
  };
  button.addEventListener("click", async () => {
    if (plan) return close();
    status.textContent = "";
    plan = await open(box, frame, said, () => close(said.words.failed));
    if (!plan) return close(said.words.failed);
    button.textContent = said.words.hide;
  });
}

async function open(box: HTMLElement, frame: HTMLElement, said: Offer, failed: () => void) {
  const leaflet = await load(said).catch(() => undefined);
  if (!leaflet) return undefined;
  const plan = document.createElement("div");
  plan.className = "map-plan";
  frame.before(plan);
  frame.hidden = true;
  const map = leaflet.map(plan, { zoomControl: false, zoomSnap: 0.5, maxZoom: 18 });
  map.attributionControl.setPrefix(false);
  leaflet.control.zoom({ zoomInTitle: said.words.in, zoomOutTitle: said.words.out }).addTo(map);
  const tiles = leaflet.tileLayer(said.url, { attribution: said.credit, maxZoom: 18 });
  let seen = false;
  tiles.on("tileload", () => (seen = true));
  tiles.on("tileerror", () => seen || failed());
  const points = [...box.querySelectorAll<HTMLElement>(".map-list [data-at]")].map((line, at) => {
    const [lat = 0, lon = 0] = (line.dataset["at"] ?? "").split(",").map(Number);
    leaflet
      .marker([lat, lon], { icon: numbered(leaflet, line, at + 1), keyboard: false })
      .addTo(map);
    return [lat, lon] as [number, number];
  });
  map.fitBounds(leaflet.latLngBounds(points), { maxZoom: 16, padding: [24, 24] });
  tiles.addTo(map);
  return plan;
}

/** A mark that is a link, as on the drawn map. */
function numbered(leaflet: Leaflet, line: HTMLElement, number: number) {
  const from = line.querySelector("a");
  const link = document.createElement("a");
  link.className = "map-number";
  link.href = from?.href ?? "";
  link.textContent = String(number);
  link.setAttribute("aria-label", `${number}. ${from?.textContent ?? ""}`);
  return leaflet.divIcon({ html: link, className: "map-pin", iconSize: [32, 32] });
}

let loading: Promise<Leaflet> | undefined;

const load = (said: Offer): Promise<Leaflet> =>
  (loading ??= new Promise<Leaflet>((resolve, reject) => {
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = said.style;
    const script = document.createElement("script");
    script.src = said.script;
    script.addEventListener("load", () => resolve((globalThis as unknown as { L: Leaflet }).L));
    script.addEventListener("error", () => {
      loading = undefined;
      script.remove();
      reject(new Error("the map library did not load"));
    });
    document.head.append(style, script);
  }));
