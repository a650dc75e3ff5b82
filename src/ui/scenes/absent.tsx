import { Scene } from "./frame.tsx";

/** Nothing found: the village notice board, with nothing pinned on it yet, and a robin that waits. */
export const NothingFoundScene = () => (
  <Scene size="320 240">
    <path
      class="d-tint d-flat"
      d="M18 200C-4 132 56 104 92 62c34-40 110-52 156-14 44 36 78 96 54 152-84 22-206 22-284 0Z"
    />
    <path d="M78 224c3-60-1-110 1-148M242 224c-3-58 2-104 0-148" class="d-thick" />
    <path
      class="d-accent"
      d="M54 72c36-14 72-26 106-42 36 15 70 28 107 41l-4 12c-70-3-138 1-206 0Z"
    />
    <path
      class="d-paper"
      d="M66 84c64-2 126 1 188 0 2 34-1 62 0 96-64 2-126-1-188 0 1-34-2-62 0-96Z"
    />
    <g class="d-soft d-thin" stroke-dasharray="5 6">
      <path d="m86 102 42-3 2 54-43 2ZM146 100h36v40h-36ZM198 104l38 3-4 52-38-4Z" />
    </g>
    <circle class="d-sun d-thin" cx="107" cy="104" r="4" />
    <circle class="d-accent d-thin" cx="164" cy="104" r="4" />
    <circle class="d-main d-thin" cx="217" cy="110" r="4" />
    <path d="M164 108c-2 18 14 26 6 42-6 12-22 10-20 0s18-6 20 8" class="d-thread2 d-thin" />
    <path
      class="d-warm"
      d="M188 32c-4-16 6-24 16-22 10 0 14 8 12 16l12 8c-8 6-20 8-28 6-6 0-10-3-12-8Z"
    />
    <path class="d-accent" d="M189 26c6 2 10 8 8 14-6-2-10-6-9-14Z" />
    <path d="m188 22-7 2 7 3M198 40l-1 8M206 40v9" class="d-thin" />
    <circle class="d-ink d-flat" cx="197" cy="19" r="1.8" />
    <path class="d-soft" d="M24 225c88-4 180 3 272-1" />
    <path
      class="d-leaf"
      d="M48 224c-10-10-12-24-6-34 8 8 12 20 6 34 2-12 8-20 18-22 0 12-8 20-18 22Z"
    />
    <path class="d-leaf" d="M276 224c-4-14 0-24 8-32 6 12 2 24-8 32Z" />
  </Scene>
);

/** Page not found: a signpost at a crossroads, with a path that goes on. */
export const LostScene = () => (
  <Scene size="320 240">
    <path
      class="d-tint d-flat"
      d="M12 206C0 138 52 116 90 74 128 28 198 22 246 62c42 36 74 92 60 146-92 20-210 20-294-2Z"
    />
    <circle class="d-moon d-flat" cx="66" cy="66" r="22" />
    <path
      class="d-line d-flat"
      d="M8 204c46-44 106-54 152-28 46-34 108-24 148 26-8 16-24 22-40 24-76 6-160 4-230-2-18-2-28-8-30-20Z"
    />
    <path
      class="d-paper d-flat"
      d="M112 226c8-22 44-24 42-42-2-12-18-12-14-22 2-4 8-6 12-8-1 4-2 6 4 10 10 6 26 10 24 26-2 16-20 22-18 36Z"
    />
    <path class="d-thick" d="M206 226c-3-56 2-110 0-164" />
    <path
      class="d-accent"
      d="M132 76c28-2 56 1 86 0 1 10-1 20 0 30-30 1-58-1-86 0-6-5-12-10-17-15 6-5 11-10 17-15Z"
    />
    <path class="d-paper" d="M196 116c24-1 46 1 70 0l15 14-15 15c-24 1-46-1-70 0 1-10-1-19 0-29Z" />
    <path class="d-main" d="M146 156c24-2 46 1 70 0 1 9-1 17 0 26-24 1-48-1-70 0l-14-13Z" />
    <path class="d-soft d-thin" d="M210 131h46" stroke-dasharray="5 6" />
    <path class="d-thread d-thin" d="M206 62c8-12 22-8 20 2s-22 8-18 22" />
    <path class="d-leaf" d="M58 216c-14-8-18-24-10-36 4-10 20-10 24 0 8 12 2 30-14 36Z" />
    <path d="M58 226v-34M58 206l7-8" class="d-thin" />
    <path class="d-leaf" d="M280 218c-12-6-14-20-8-28 4-8 14-8 18 0 6 10 2 24-10 28Z" />
    <path d="M280 226v-28" class="d-thin" />
    <path class="d-soft" d="M16 227c94-4 196 3 290-1" />
  </Scene>
);

/** Something broke on our side: a piece of knitting with a dropped stitch, needles and wool ready to mend it. */
export const BrokenScene = () => (
  <Scene size="320 240">
    <path
      class="d-tint d-flat"
      d="M16 196C2 124 62 100 104 58c40-38 112-36 150 6 34 38 66 88 46 138-90 20-200 18-284-6Z"
    />
    <path
      class="d-warm"
      d="M58 60c44-3 86 2 128 0 2 44-2 88 0 128-16 2-30-4-46 0s-28 2-42-2-26 2-40 0c2-42-2-84 0-126Z"
    />
    <g class="d-thread2 d-thin">
      <path d="M66 86c8 10 12 10 16 0 4 10 12 10 16 0 4 10 12 10 16 0 4 10 12 10 16 0 4 10 12 10 16 0 4 10 12 10 16 0 4 10 10 8 14 0" />
      <path d="M66 108c8 10 12 10 16 0 4 10 12 10 16 0M146 108c4 10 12 10 16 0 4 10 10 8 14 0" />
      <path d="M66 130c8 10 12 10 16 0M160 130c4 10 10 8 16 0" />
      <path d="M66 152c8 10 12 10 16 0 4 10 12 10 16 0M146 152c4 10 12 10 16 0 4 10 10 8 14 0" />
      <path d="M66 172c8 10 12 10 16 0 4 10 12 10 16 0 4 10 12 10 16 0 4 10 12 10 16 0 4 10 12 10 16 0 4 10 12 10 16 0" />
    </g>
    <path
      class="d-paper"
      d="M104 112c12-8 28-8 36 2 10 10 12 28 2 38-12 8-30 8-38-2-10-10-10-28 0-38Z"
    />
    <path class="d-thread2" d="M106 138c14-18 22 14 34-8" />
    <circle class="d-accent" cx="244" cy="178" r="42" />
    <g class="d-thin">
      <path d="M210 158c24-8 52-2 70 18M204 174c26-8 56 0 72 24M208 194c18-6 38 0 50 20M232 138c-14 22-16 52-2 80M254 138c-20 22-26 52-14 82M274 150c-16 18-22 42-16 66" />
    </g>
    <path class="d-thread" d="M206 190c-18 18-34 34-52 22-22-14-6-34-24-58" />
    <path class="d-thick" d="m186 78 92 76M284 92l-64 76" />
    <circle class="d-sun" cx="184" cy="76" r="7" />
    <circle class="d-sun" cx="286" cy="90" r="7" />
    <path class="d-soft" d="M20 223c94-4 190 3 284-1" />
  </Scene>
);
