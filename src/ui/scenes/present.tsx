import { Scene } from "./frame.tsx";

/** Done, thank you: flowers on the counter and a card with a tick. */
export const DoneScene = () => (
  <Scene size="320 240">
    <path
      class="d-tint d-flat"
      d="M20 202C0 136 58 106 96 62c38-42 108-46 150-6 42 38 76 96 52 148-90 18-196 18-278-2Z"
    />
    <path d="M112 146c-4-30-20-44-24-62M124 146c2-34 2-60-2-92M136 146c4-26 16-38 24-52M118 146c-10-18-26-22-40-26" />
    <path
      class="d-leaf"
      d="M106 116c-14-2-22-12-24-22 14 0 24 8 24 22ZM138 118c0-14 10-22 24-22 0 12-10 22-24 22ZM122 92c-10-4-14-12-12-22 10 4 14 12 12 22Z"
    />
    <Flower x={122} y={44} />
    <Flower x={84} y={74} sun />
    <Flower x={164} y={84} sun />
    <path class="d-accent" d="M64 118c-2-8 4-14 10-12 4-6 14-4 14 4 6 2 6 12-2 14-6 6-20 4-22-6Z" />
    <path
      class="d-paper"
      d="M94 144c20-3 42 2 62-1-2 12-8 20-6 32 2 14 8 20 4 36-18 3-38 1-58 0-4-14 2-22 4-36s-4-20-6-31Z"
    />
    <path class="d-thread2 d-thin" d="M99 170c8 8 14 8 18 0 4 8 12 8 16 0 4 8 10 8 16 0" />
    <path class="d-thread d-thin" d="M98 182c8-8 14-8 18 0 4-8 12-8 16 0 4-8 10-8 18 0" />
    <path class="d-paper" d="m186 132 92-10c5 28 7 56 11 84l-94 8c-4-28-6-54-9-82Z" />
    <path
      class="d-main"
      d="M238 138c16-2 29 10 30 26 1 15-11 28-27 29-15 1-28-11-29-26-1-16 11-28 26-29Z"
    />
    <path d="m226 168 10 11 20-24" class="d-tick d-thick" />
    <path class="d-soft" d="M14 214c96-5 196 3 292-1" />
  </Scene>
);

const Flower = ({ x, y, sun = false }: { x: number; y: number; sun?: boolean }) => (
  <g transform={`translate(${x} ${y})`}>
    <path
      class={sun ? "d-sun" : "d-accent"}
      d="M0-7c-6-14 12-16 9-2 14-6 16 10 3 11 10 10-4 18-9 7-4 13-19 6-11-5-13 2-13-15 0-12-7-12 8-16 8 1Z"
    />
    <circle class={sun ? "d-accent" : "d-sun"} cx="1" cy="1" r="5" />
  </g>
);

/** Nothing to do: the cat sleeps on its cushion, by a plant and a cup still warm. */
export const RestScene = () => (
  <Scene size="320 240">
    <path
      class="d-tint d-flat"
      d="M14 200C2 130 60 108 96 66c38-44 116-50 156-8 38 38 68 92 52 144-92 20-206 18-290-2Z"
    />
    <path
      class="d-paper"
      d="M84 34c42-2 84 1 126 0 1 40-1 78 0 116-42 2-84-1-126 0 1-40-1-78 0-116Z"
    />
    <path class="d-line d-flat" d="M88 128c18-26 40-30 56-12 14-18 38-16 62 6v24H88Z" />
    <circle class="d-moon d-flat" cx="182" cy="66" r="14" />
    <path d="M147 35v114M85 92c42-2 82 1 124 0M74 152c48-2 98 1 146 0" />
    <path
      class="d-accent"
      d="M50 200c-4-14 10-20 26-20h124c18 0 30 6 26 20-2 14-12 18-26 18H76c-14 0-24-4-26-18Z"
    />
    <path
      class="d-warm"
      d="M76 186c-4-30 24-50 62-48 40 0 66 20 64 44-2 12-12 16-24 16h-72c-16 0-28-2-30-12Z"
    />
    <path
      class="d-warm"
      d="M70 176c-6-14-2-26 4-34 4 3 8 6 12 10 7-2 14-2 21 0 4-4 8-7 13-9 4 9 6 20 2 32-6 22-44 24-52 1Z"
    />
    <path
      class="d-thin"
      d="M82 170c3 4 8 4 10 0M102 170c3 4 8 4 10 0M95 178l2 3 3-3M97 181c0 5-6 6-8 3M97 181c1 5 6 6 9 3M72 178l-14-3M73 184l-13 3M122 178l12-4M121 184l12 2"
    />
    <path d="M200 172c18 8 22 24 4 30-24 6-60 2-84 0 20-8 40-6 60-8" class="d-warm" />
    <path class="d-thin" d="M150 140c2 6 2 10 0 14M164 142c2 6 2 10 0 14M178 148c1 5 1 8-1 12" />
    <path
      class="d-soft d-thin"
      d="M128 118c4-2 8-2 10 0l-9 9c4-1 7-1 10 0M146 102c5-3 10-3 13 0l-12 12c5-2 10-2 13 0"
    />
    <path
      class="d-leaf"
      d="M268 150c-16-8-20-26-14-42 12 8 18 24 14 42ZM270 150c-2-20 6-34 22-40 4 18-4 34-22 40ZM268 152c-14 2-26-4-32-16 14-4 26 2 32 16Z"
    />
    <path class="d-main" d="M250 152c14-2 26 1 40 0-2 22-4 42-8 64-8 2-16 2-24 0-4-22-6-42-8-64Z" />
    <path class="d-soft" d="M14 219c96-4 196 3 292-1" />
  </Scene>
);
