import { Scene } from "./frame.tsx";

/** The home page: a square on a mild day, somebody helping somebody with a computer, a thread between all. */
export const WelcomeScene = () => (
  <Scene size="520 400">
    <path
      class="d-tint d-flat"
      d="M6 318C-8 236 52 214 92 168 138 112 196 34 292 46c86 10 128 62 176 106 52 48 66 122 34 178-88 26-400 26-496-12Z"
    />
    <circle class="d-moon d-flat" cx="432" cy="98" r="30" />
    <Houses />
    <TownHall />
    <g class="d-thin">
      <path d="M122 194c18 26 50 24 76-8M333 186c16 24 46 22 64-10M446 216c8 10 12 14 22 18" />
      <path class="d-accent" d="m139 210 4 13 8-10ZM380 200l1 13 9-9Z" />
      <path class="d-sun" d="m159 213 6 12 6-12ZM343 199l8 9 2-12Z" />
      <path class="d-main" d="m178 208 9 9 2-14ZM361 205l7 10 5-11Z" />
    </g>
    <path
      class="d-leaf"
      d="M478 292c-32 2-44-28-29-45-7-26 20-40 37-30 20-9 42 12 32 34 12 24-10 44-40 41Z"
    />
    <path d="M479 346c-3-26 2-48 0-70M479 300c6-8 12-10 17-16M479 288c-5-7-9-9-14-13" />
    <path class="d-soft" d="M12 342c90-5 160 3 248-1 90-4 170 4 250 0" />
    <path class="d-thread" d="M6 386c50-22 92-22 140-4s104 14 152-4 100-20 148-2 52 8 68 2" />
    <path class="d-thread2" d="M6 372c50 20 92 22 140 4s104-16 152 2 100 20 148 4 52-10 68-2" />
    <Lesson />
    <Walk />
  </Scene>
);

const TownHall = () => (
  <>
    <path class="d-paper" d="M191 342c1-52-1-104 1-156l146 1c1 52-1 103 0 155Z" />
    <path class="d-line" d="M183 188c28-14 54-31 82-48 27 17 54 32 82 47Z" />
    <path class="d-paper" d="M252 146v-36h26v37" />
    <path class="d-main" d="M247 112c6-7 12-14 18-22 6 8 12 15 18 22Z" />
    <path d="M265 90V56" />
    <path class="d-main d-flat" d="M266 57h9v18h-9Z" />
    <path class="d-white d-flat" d="M275 57h8v18h-8Z" />
    <path class="d-accent d-flat" d="M283 57h9v18h-9Z" />
    <path class="d-thin" d="M266 57h26v18h-26" />
    <circle class="d-paper" cx="265" cy="166" r="11" />
    <path class="d-thin" d="M265 159v7l5 3" />
    <path class="d-thin d-soft" d="M192 246c48-2 98 1 146-1" />
    <path
      class="d-window d-thin"
      d="M206 204h20v30h-20ZM255 203h20v31h-20ZM304 204h20v30h-20ZM206 274c1-10 19-10 20 0v28h-20ZM304 274c1-10 19-10 20 0v28h-20Z"
    />
    <path class="d-thin" d="M216 204v30M265 204v30M314 204v30M216 268v34M314 268v34" />
    <path class="d-main" d="M247 341v-59c2-20 34-20 36 0v59Z" />
    <path d="M265 270v71M238 342h54" />
  </>
);

const Houses = () => (
  <>
    <path class="d-warm" d="M71 342c-1-36 1-72 0-110h96c1 37-1 73 0 110Z" />
    <path class="d-paper" d="M142 216v-46h14v50Z" />
    <path class="d-accent" d="M59 236c20-16 40-31 60-49 20 17 41 32 62 48Z" />
    <path class="d-window d-thin" d="M89 254h22v30H89ZM128 254h22v30h-22Z" />
    <path class="d-thin" d="M100 254v30M139 254v30" />
    <path class="d-warm" d="M360 342c1-42-1-84 0-126h77c-1 42 1 84 0 126Z" />
    <path class="d-main" d="M351 220c15-15 31-29 47-45 16 16 33 30 50 44Z" />
    <path class="d-window d-thin" d="M374 234h18v26h-18ZM406 234h18v26h-18ZM374 282h18v26h-18Z" />
    <path class="d-accent" d="M405 342v-50c3-8 18-8 20 0v50" />
  </>
);

/** A table, a computer, a lady who learns and the young man who stands by. */
const Lesson = () => (
  <>
    <path
      class="d-main"
      d="M160 374c3-28-3-58 2-82 4-18 38-20 43 0 6 24 1 54 3 82h-18c-1-16-3-28-6-40-3 12-5 24-6 40Z"
    />
    <circle class="d-skin3" cx="182" cy="256" r="15" />
    <path class="d-ink" d="M166 255c-2-18 12-24 24-19 9 3 10 12 8 18-5-6-14-9-22-7-4 1-6 4-10 8Z" />
    <path class="d-face" d="M174 262c2 4 7 4 10 1" />
    <path
      class="d-accent"
      d="M38 344c-5-30 1-56 22-59 20 0 28 20 27 52-2 8-8 9-16 9-12 1-22 2-33-2Z"
    />
    <path class="d-white" d="M44 266c0-4-12-4-12 6s10 12 14 8" />
    <circle class="d-skin1" cx="62" cy="268" r="16" />
    <path class="d-white" d="M46 272c-5-18 8-26 20-22 6 2 8 6 9 10-10 0-20-1-23 6-1 4-2 6-6 6Z" />
    <circle class="d-face" cx="70" cy="268" r="5" />
    <path class="d-face" d="M65 268h-8M69 279c3 1 5 0 6-2" />
    <path d="M48 346c10 4 34 0 40 8 2 6 0 12 1 20M34 346h32M40 348l-4 27M60 348l4 27" />
    <path class="d-paper" d="M70 326c34-2 66 1 100-1v9c-34 1-66-1-100 1Z" />
    <path d="M80 336v38M160 335v39" />
    <path class="d-tint" d="M112 324c-3-12-6-24-8-36h40c2 12 3 24 4 36Z" />
    <path class="d-paper" d="M104 324h48" />
    <path class="d-accent d-flat" d="M124 300c3-5 10-1 6 5l-5 6-6-6c-4-5 2-9 5-5Z" />
    <path class="d-skin1" d="M68 302c8 13 16 19 30 20 5 0 6-6 1-7-10-2-15-8-20-19" />
    <path class="d-main" d="M166 294c-6 10-12 12-20 11-5 0-6 7-1 8 12 2 22-2 30-12" />
    <path class="d-skin3" d="M147 305c-4-2-8 0-8 4s5 5 8 4" />
  </>
);

/** A mother and her child on their way to an activity. */
const Walk = () => (
  <>
    <path
      class="d-sun"
      d="M311 372c2-34-1-70 12-80 8-4 20-4 26 2 11 14 8 50 12 78-16 4-34 4-50 0Z"
    />
    <path d="M326 374v8M346 374v8" />
    <path class="d-ink" d="M318 270c-8-24 10-34 22-30 16 2 20 20 14 34-8 8-28 8-36-4Z" />
    <circle class="d-skin2" cx="337" cy="268" r="14" />
    <path class="d-ink" d="M323 266c0-16 22-20 28-6-10-3-18 0-28 6Z" />
    <path class="d-face" d="M333 274c3 3 7 3 9 0" />
    <path
      class="d-paper"
      d="M374 376c0-18-3-36 5-44 6-4 16-4 20 2 6 10 3 28 4 42h-12l-3-18-3 18Z"
    />
    <circle class="d-skin2" cx="388" cy="318" r="12" />
    <path class="d-accent" d="M376 316c0-16 22-18 25-3l6 2c-10 1-20 0-31 1Z" />
    <path class="d-face" d="M385 323c2 2 5 2 7 0" />
    <path class="d-skin2" d="M352 304c8 14 10 24 22 34 4 3 8-2 4-5-9-8-13-18-19-32" />
    <circle class="d-accent" cx="420" cy="352" r="12" />
    <path class="d-thin" d="M410 346c8 0 16 4 20 12M416 341c0 8-2 16-6 19" />
    <path class="d-skin2" d="M399 340c4 4 6 5 10 6 4 0 5 6 0 6-6 0-10-3-13-8" />
  </>
);
